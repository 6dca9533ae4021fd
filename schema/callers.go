package schema

import (
	"net/netip"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/zclconf/go-cty/cty"
)

// callers are the programs that call an API, of this cloud or of another, and name in their arguments what they act on.
var callers = []string{"hcloud", "curl", "wget", "aws", "az", "gcloud"}

// told is what a command names of what is not known, or in an option.
type told struct {
	option string
	value  cty.Value
}

// call takes in the arguments of a program that calls an API. It is false where they stand in a file.
func (c *command) call(words []string) bool {
	option := ""
	for _, word := range words {
		name, text, assigned := strings.Cut(word, "=")
		switch {
		case !strings.HasPrefix(word, "-"):
			name, text = option, word
		case assigned:
		case strings.ContainsFunc(word, isValue):
			name, text = "", word
		default:
			option = word
			continue
		}
		if option = ""; !c.tell(strings.ReplaceAll(strings.TrimLeft(name, "-"), "-", "_"), text) {
			return false
		}
	}
	return !slices.Contains([]string{"K", "config"}, option)
}

// silent are the options that name nothing an operation acts on: who calls, in which project, and what becomes of the answer.
var silent = []string{
	"project_id", "enterprise_project_id", "domain_id", "region", "profile", "H", "header", "u", "user", "o", "output", "X", "request", "A", "w", "query",
}

// tell takes in what an option says. It is false where that stands in a file.
func (c *command) tell(option, text string) bool {
	switch {
	case option == "cli_jsonInput" || option == "K" || option == "config" || option == "T" || strings.HasPrefix(text, "@"):
		return false
	case strings.HasPrefix(option, "cli_") || slices.Contains(silent, option):
		return true
	}
	if _, err := netip.ParsePrefix(text); err == nil {
		c.told = append(c.told, told{option, cty.StringVal(text)})
		return true
	}
	url, before := strings.HasPrefix(text, "http"), ""
	for piece := range strings.FieldsFuncSeq(text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(`/?&={}[]",;`, r) }) {
		follows := before
		before = piece
		if url && (apiVersion().MatchString(follows) || !strings.ContainsFunc(piece, isValue) && !identifier().MatchString(piece)) {
			continue // the project, the host and the names of files and collections
		}
		if !strings.ContainsFunc(piece, isValue) {
			c.told = append(c.told, told{option, cty.StringVal(piece)})
			continue
		}
		for _, r := range piece {
			if isValue(r) {
				c.told = append(c.told, told{option, c.value(r)})
			}
		}
	}
	return true
}

// apiVersion is what a project follows in an address of the API.
var apiVersion = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^v[0-9](\.[0-9])?$`) })
