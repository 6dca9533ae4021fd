#compdef apiglint
# Completion of apiglint for zsh. It asks the apiglint that is installed.
_apiglint() {
  local line value about entry which
  local -a entries unfinished
  for line in "${(@f)$(${(Q)words[1]} __complete --word="${(Q)PREFIX}" "${(@Q)words[2,CURRENT-1]}" 2>/dev/null)}"; do
    case $line in
      :*) which=$line ;;
      *)
        value=${line%%$'\t'*}
        about=${line#"$value"}
        entry=${value//:/\\:}${about/#$'\t'/:}
        if [[ $value == *= ]]; then unfinished+=("$entry"); else entries+=("$entry"); fi
        ;;
    esac
  done
  (( $#entries )) && _describe apiglint entries
  (( $#unfinished )) && _describe 'apiglint, to a file' unfinished -S ''
  case $which in
    :files) compset -P '*='; _files ;;
    :directories) compset -P '*='; _files -/ ;;
  esac
}
if [[ $funcstack[1] == _apiglint ]]; then
  _apiglint "$@"
else
  compdef _apiglint apiglint
fi
