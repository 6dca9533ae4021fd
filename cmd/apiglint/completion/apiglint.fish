# Completion of apiglint for fish. It asks the apiglint that is installed.
function __apiglint_complete
    set -l words (commandline -opc)
    set -l word (commandline -ct)
    set -l before (string match -r '^.*=' -- $word)
    set -l rest (string replace -r '^.*=' '' -- $word)
    for line in ($words[1] __complete --word="$word" $words[2..-1] 2>/dev/null)
        switch $line
            case :none
            case :files
                for path in (__fish_complete_path "$rest")
                    echo "$before$path"
                end
            case :directories
                for path in (__fish_complete_directories "$rest")
                    echo "$before$path"
                end
            case '*'
                echo $line
        end
    end
end
complete -c apiglint -f -a '(__apiglint_complete)'
