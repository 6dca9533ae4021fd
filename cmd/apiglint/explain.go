package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/rules"
	"github.com/apiglint/apiglint/rules/pages"
)

const explainHelp = `RULE is the ID or the name of a rule, or an ID prefix. CODE is an error code,
or a pasted error message that contains one:

  apiglint explain APIG.0304
  apiglint explain '{"error_code":"APIG.0308","error_msg":"policy ip over ..."}'
  apiglint explain 'curl: (6) Could not resolve host: shop.example.com'

It says what the code means, at which station a call ends with it, and which
rules find the causes. In a directory with a configuration it shows what they
find there.
`

// explain prints the whole pages of rules, and what answers of a gateway mean.
func (c *Command) explain(patterns []string) (int, error) {
	if len(patterns) == 0 {
		return 0, errors.New("explain needs an error code, or the ID or the name of a rule; apiglint rules lists them")
	}
	var texts []string
	for _, pattern := range patterns {
		if isAnswer(pattern) {
			if err := c.explainAnswer(pattern); err != nil {
				return 0, err
			}
			continue
		}
		found, err := lint.Matching(rules.Catalogue(), pattern)
		if err != nil {
			return 0, fmt.Errorf("%w; apiglint rules lists them", err)
		}
		for _, rule := range found {
			page, err := pages.Of(rule)
			if err != nil {
				return 0, err
			}
			texts = append(texts, page.Text())
		}
	}
	return exitClean, show(c.Stdout, strings.Join(texts, "\n"+strings.Repeat("-", 80)+"\n\n"))
}
