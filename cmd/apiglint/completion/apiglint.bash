# Completion of apiglint for bash. It asks the apiglint that is installed.
_apiglint() {
  local i line word='' part words=() joined=
  # Bash splits words at "=", and they are put together again.
  for ((i = 1; i <= COMP_CWORD; i++)); do
    part=${COMP_WORDS[i]}
    if [[ ${#words[@]} -gt 0 && ($part == =* || -n $joined) ]]; then
      words[${#words[@]}-1]+=$part
    else
      words+=("$part")
    fi
    [[ $part == *= ]] && joined=yes || joined=
  done
  word=${words[${#words[@]}-1]}
  unset "words[${#words[@]}-1]"
  local before=
  [[ $word == *=* && $COMP_WORDBREAKS == *=* ]] && before=${word%=*}=

  COMPREPLY=()
  while IFS= read -r line; do
    case $line in
      :none) ;;
      :files | :directories)
        local kind=-f
        [[ $line == :directories ]] && kind=-d
        compopt -o filenames 2>/dev/null
        while IFS= read -r part; do
          [[ -n $before || $word != *=* ]] || part=${word%=*}=$part
          COMPREPLY+=("$part")
        done < <(compgen $kind -- "${word##*=}")
        ;;
      *)
        line=${line%%$'\t'*}
        [[ $line == *= ]] && compopt -o nospace 2>/dev/null
        COMPREPLY+=("${line#"$before"}")
        ;;
    esac
  done < <("${COMP_WORDS[0]}" __complete --word="$word" ${words[@]+"${words[@]}"} 2>/dev/null)
}
complete -F _apiglint apiglint
