package main

import (
	"embed"
	"errors"
	"fmt"
	"strings"

	"github.com/apiglint/apiglint/lint/spelling"
)

//go:embed completion
var completions embed.FS

// shells are those that completion knows, each with the file of its script.
var shells = []struct{ name, file string }{
	{"bash", "apiglint.bash"},
	{"zsh", "apiglint.zsh"},
	{"fish", "apiglint.fish"},
	{"powershell", "apiglint.ps1"},
}

const completionHelp = `The script asks apiglint what to complete, so it never needs an update:

  bash        source <(apiglint completion bash)              in ~/.bashrc
  zsh         source <(apiglint completion zsh)               in ~/.zshrc
  fish        apiglint completion fish | source               in config.fish
  powershell  apiglint completion powershell | Out-String | Invoke-Expression
`

// shellNames returns the names of the shells as help shows them.
func shellNames() string {
	names := []string{}
	for _, s := range shells {
		names = append(names, s.name)
	}
	return strings.Join(names, "|")
}

// completion prints the script with which a shell completes apiglint's command line. The scripts ask apiglint itself, so
// they know neither commands nor flags.
func (c *Command) completion(args []string) (int, error) {
	if len(args) != 1 {
		return 0, errors.New("completion needs the name of one shell: " + shellNames())
	}
	for _, s := range shells {
		if s.name == args[0] {
			script, err := completions.ReadFile("completion/" + s.file)
			if err != nil {
				return 0, err
			}
			return exitClean, show(c.Stdout, string(script))
		}
	}
	return 0, fmt.Errorf("there is no completion for %q%s: there is %s", args[0], spelling.Suggestion(args[0], strings.Split(shellNames(), "|")), shellNames())
}
