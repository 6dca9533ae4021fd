package main

import (
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"github.com/apiglint/apiglint/rules"
)

// suggestion is a word that may be written, and what it means.
type suggestion struct{ word, about string }

// paths says which files, beside the suggestions, may be written. The shell knows best how to name them.
type paths string

const (
	noPaths     paths = "none"
	files       paths = "files"
	directories paths = "directories"
)

// completeFlags are those of the command that the shells' completions ask: what may stand for --word behind the words?
// Each suggestion is a line, with what it means behind a tab; the last line is one of paths, behind a colon.
func completeFlags(set *pflag.FlagSet) action {
	word := set.String("word", "", "the `WORD` to complete")
	set.SetInterspersed(false) // the words' own flags are no flags of this
	return func(c *Command, words []string) (int, error) {
		suggestions, which := complete(words, *word)
		var b strings.Builder
		for _, s := range suggestions {
			b.WriteString(s.word)
			if s.about != "" {
				b.WriteString("\t" + s.about)
			}
			b.WriteByte('\n')
		}
		b.WriteString(":" + string(which) + "\n")
		return exitClean, show(c.Stdout, b.String())
	}
}

// complete returns what may stand for a word that is being written behind the words after apiglint.
func complete(words []string, word string) ([]suggestion, paths) {
	if len(words) == 0 {
		if strings.HasPrefix(word, "-") {
			return beginning(word, "", []suggestion{{"--help", "say how apiglint is used"}, {"--version", "print the versions"}}), noPaths
		}
		return placeholder("COMMAND", word, "")
	}
	i := slices.IndexFunc(subcommands(), func(s subcommand) bool { return s.name == words[0] })
	if i < 0 {
		return nil, noPaths
	}
	command := subcommands()[i]
	set, _ := command.define()
	arguments, flag, mayBeFlag := behind(set, words[1:])
	switch {
	case flag != nil:
		return flagValue(flag, word, "")
	case mayBeFlag && strings.HasPrefix(word, "-"):
		if name, value, found := strings.Cut(word, "="); found {
			if flag := set.Lookup(strings.TrimPrefix(name, "--")); flag != nil {
				return flagValue(flag, value, name+"=")
			}
			return nil, noPaths
		}
		return beginning(word, "", flagNames(set)), noPaths
	case arguments > 0 && !strings.Contains(command.args, "..."):
		return nil, noPaths
	}
	return placeholder(strings.NewReplacer("[", "", "]", "", "...", "").Replace(command.args), word, "")
}

// behind returns what is known behind some words: how many of them are arguments, the flag whose value is next, if it is
// one's, and whether a flag may follow.
func behind(set *pflag.FlagSet, words []string) (arguments int, flag *pflag.Flag, mayBeFlag bool) {
	mayBeFlag = true
	for _, word := range words {
		name, isFlag := strings.CutPrefix(word, "--")
		switch {
		case flag != nil:
			flag = nil
		case mayBeFlag && word == "--":
			mayBeFlag = false
		case mayBeFlag && isFlag && !strings.Contains(name, "="):
			if flag = set.Lookup(name); flag != nil && flag.NoOptDefVal != "" {
				flag = nil // it needs no value
			}
		case !mayBeFlag, !strings.HasPrefix(word, "-"), word == "-":
			arguments++
		}
	}
	return arguments, flag, mayBeFlag
}

func flagNames(set *pflag.FlagSet) []suggestion {
	var names []suggestion
	set.VisitAll(func(f *pflag.Flag) {
		_, usage := pflag.UnquoteUsage(f)
		names = append(names, suggestion{"--" + f.Name, firstClause(usage)})
	})
	return append(names, suggestion{"--help", "say how it is used"})
}

// flagValue returns what may stand for a flag's value. What is written before the value is a part of the word.
func flagValue(f *pflag.Flag, value, before string) ([]suggestion, paths) {
	if f.Value.Type() == "stringSlice" {
		if comma := strings.LastIndexByte(value, ','); comma >= 0 {
			before, value = before+value[:comma+1], value[comma+1:]
		}
	}
	name, _ := pflag.UnquoteUsage(f)
	return placeholder(name, value, before)
}

// words are what may stand for a name, or begin it.
var words = map[string][]string{
	"WHERE": {"internet", "gateway-vpc", "vpc:", "subnet:", "ip:", "anywhere"},
	"WHO":   {"nobody", "app:", "appcode:", "iam", "iam:", "authorizer"},
	"LEVEL": levels,
}

// placeholder returns what may stand for what help calls by a name, as FILE. Names in small letters stand for themselves.
func placeholder(names, value, before string) (all []suggestion, which paths) {
	which = noPaths
	for _, name := range strings.FieldsFunc(names, func(r rune) bool { return r == '|' || r == ' ' }) {
		name = strings.TrimPrefix(name, "[") // of several arguments
		switch name {
		case "FORMAT[=FILE]", "FORM[=FILE]":
			if strings.Contains(value, "=") {
				return nil, files
			}
			formats := formatNames()
			if name == "FORM[=FILE]" {
				formats = traceFormatNames()
			}
			for _, format := range formats {
				all = append(all, suggestion{format, "to stdout"}, suggestion{format + "=", "to a file"})
			}
		case "WHERE", "WHO", "LEVEL":
			for _, word := range words[name] {
				all = append(all, suggestion{word: word})
			}
		case "RULE", "RULES":
			for _, rule := range rules.Catalogue() {
				all = append(all, suggestion{rule.Name, rule.Title}, suggestion{rule.ID, rule.Title})
			}
		case "COMMAND":
			for _, s := range subcommands() {
				all = append(all, suggestion{s.name, s.summary})
			}
		case "FILE", "PATH":
			which = files
		case "DIR":
			which = directories
		default:
			if name == strings.ToLower(name) {
				all = append(all, suggestion{word: name})
			}
		}
	}
	return beginning(value, before, all), which
}

// beginning returns those of the suggestions that begin with what is written, each with what stands before it.
func beginning(written, before string, all []suggestion) []suggestion {
	var some []suggestion
	for _, s := range all {
		if s.word != "" && strings.HasPrefix(s.word, written) {
			some = append(some, suggestion{before + s.word, s.about})
		}
	}
	return some
}
