package lint

import (
	"fmt"
	"slices"
	"strings"
)

// Option is something about a rule that sensible teams decide differently. Settings set it; where they do not, its list
// is empty.
type Option struct {
	Name string
	Type OptionType
	// Doc says what setting it does: one sentence, lower case, no final period.
	Doc string
	// Example is a value as settings have it.
	Example string
}

// OptionType is what an option takes. Every option is a list.
type OptionType string

// The types of options.
const (
	DomainNames      OptionType = "domain names"
	RequestPaths     OptionType = "request paths"
	EnvironmentNames OptionType = "environment names"
	Ports            OptionType = "ports"
)

// numeric reports whether the items are numbers.
func (t OptionType) numeric() bool { return t == Ports }

// complaint says what is wrong with a text, "" for nothing.
func (t OptionType) complaint(text string) string {
	switch {
	case text == "" || strings.TrimSpace(text) != text:
		return fmt.Sprintf("%q is empty or has blanks around it", text)
	case t == DomainNames && strings.ContainsAny(text, "/:@*? "):
		return fmt.Sprintf("%q is no domain name: it is written without a scheme, a port, a path and wildcards, and covers what is below it", text)
	case t == RequestPaths && !strings.HasPrefix(text, "/"):
		return fmt.Sprintf("%q is no request path: it begins with a slash", text)
	}
	return ""
}

// numberComplaint says what is wrong with a number, "" for nothing.
func (t OptionType) numberComplaint(n int) string {
	if t == Ports && (n < 1 || n > 65535) {
		return fmt.Sprintf("%d is no port", n)
	}
	return ""
}

// Option returns the rule's option of a name.
func (r *Rule) Option(name string) (Option, bool) {
	i := slices.IndexFunc(r.Options, func(o Option) bool { return o.Name == name })
	if i < 0 {
		return Option{}, false
	}
	return r.Options[i], true
}

// Texts returns what the rule's option of this name is set to.
func (p *Pass) Texts(name string) []string {
	return p.option(name).Texts
}

// Numbers returns what the rule's option of this name is set to.
func (p *Pass) Numbers(name string) []int {
	return p.option(name).Numbers
}

func (p *Pass) option(name string) Setting {
	if _, ok := p.Rule.Option(name); !ok {
		panic(p.Rule.ID + " has no option " + name)
	}
	return p.settings.option(p.Rule, name)
}
