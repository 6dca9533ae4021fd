package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/rules"
	"github.com/apiglint/apiglint/rules/pages"
)

// explain prints the whole page of a rule.
func (c *Command) explain(patterns []string) (int, error) {
	if len(patterns) == 0 {
		return 0, errors.New("explain needs the ID or the name of a rule; apiglint rules lists them")
	}
	var texts []string
	for _, pattern := range patterns {
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
