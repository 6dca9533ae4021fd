package linttest

import (
	"fmt"
	"regexp"
	"strings"
)

var declared = regexp.MustCompile(`(?m)^(resource|data|variable|output|module|locals)\b(?: "([^"]+)")?(?: "([^"]+)")?`)

// Repeat returns a root module with a configuration in native syntax many times over, each time with names of its own
// for what it declares. What it says once only (locals, provider blocks) stays said once.
func Repeat(text string, times int) Source {
	var rename []string // pairs for strings.NewReplacer, with %d for the number
	add := func(format, kind, name string) {
		from := fmt.Sprintf(format, kind, name)
		rename = append(rename, from, strings.Replace(from, name, name+"_%d", 1))
	}
	var again []string
	for _, block := range topLevel(text) {
		match := declared.FindStringSubmatch(block)
		if match == nil || match[1] == "locals" {
			again = append(again, "")
			continue
		}
		again = append(again, block)
		switch match[1] {
		case "resource", "data":
			add("%[1]s\" \"%[2]s\"", match[2], match[3])
			add("%[1]s.%[2]s", match[2], match[3])
		case "variable":
			add("variable%[1]s \"%[2]s\"", "", match[2])
			add("var.%[1]s%[2]s", "", match[2])
		default:
			add(match[1]+"%[1]s \"%[2]s\"", "", match[2])
			add(match[1]+".%[1]s%[2]s", "", match[2])
		}
	}
	src := Source{"main.tf": text}
	var b strings.Builder
	for n := 1; n < times; n++ {
		pairs := make([]string, len(rename))
		for i, s := range rename {
			pairs[i] = strings.Replace(s, "%d", fmt.Sprint(n), 1)
		}
		b.WriteString(strings.NewReplacer(pairs...).Replace(strings.Join(again, "\n")))
		b.WriteString("\n")
	}
	src["again.tf"] = b.String()
	return src
}

// topLevel splits a formatted text into its top-level blocks: each ends with a line that is a closing brace.
func topLevel(text string) []string {
	return strings.SplitAfter(text, "\n}\n")
}
