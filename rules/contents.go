package rules

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/prose"
	"github.com/apiglint/apiglint/lint/spelling"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/contents"
	"github.com/apiglint/apiglint/schema/terraform"
)

// reportContent reports what is wrong with the JSON of an argument, in one finding. Noun names what it should fit, such as "a plugin
// of type cors".
func reportContent(p *lint.Pass, object lint.Subject, argument schema.Value[string], noun string, shape *contents.Shape, v contents.Value) {
	problems := told(shape.Problems(v))
	if len(problems) == 0 {
		return
	}
	level, consequence := lint.Warning, "the apply may fail, or the gateway ignores it"
	if problems[0].Certain {
		level, consequence = lint.Error, "the apply fails"
	}
	var said, todo []string
	if len(problems) > mostProblems {
		problems = problems[:mostProblems] // the rest comes up once these are mended
	}
	for _, problem := range problems {
		said, todo = append(said, problem.says()), append(todo, problem.remedy())
	}
	at := argument.Range()
	if first := problems[0].place(); terraform.Encloses(at, first) {
		at = first
	}
	f := p.ReportLevelf(level, object, lint.At(at), "%s has invalid %s for %s: %s: %s",
		object, argument.Argument().Name, noun, prose.List(said, "and"), consequence).Remedyf("%s in %s", prose.List(todo, "and"), object)
	for _, problem := range problems {
		f.Relate(problem.place(), "%s", problem.says())
	}
}

// mostProblems is how many problems of one content are told.
const mostProblems = 4

type contentProblem struct {
	contents.Problem
	// meant is the key that a wrong one was probably meant to be.
	meant string
}

// told returns the problems that are worth telling, certain ones first. A key that is missing because it is misspelt is one problem, and
// an object that may have other keys is told of those that look misspelt.
func told(problems []contents.Problem) []contentProblem {
	var all []contentProblem
	spelt := map[string]bool{} // what a misspelt key is meant to be, by its path
	for _, problem := range problems {
		one := contentProblem{Problem: problem}
		if problem.Defect == contents.Unread {
			one.meant = spelling.Nearest(problem.Key, problem.Free)
			if one.meant == "" && problem.Shape.Open {
				continue
			}
			if needed := problem.Shape.Keys[one.meant]; needed != nil {
				one.Certain = needed.Required
				spelt[beside(problem.Value.Path(), problem.Key, one.meant)] = true
			}
		}
		all = append(all, one)
	}
	all = slices.DeleteFunc(all, func(one contentProblem) bool {
		return one.Defect == contents.Missing && spelt[one.path()]
	})
	slices.SortStableFunc(all, func(a, b contentProblem) int { return rank(a) - rank(b) })
	return all
}

func rank(p contentProblem) int {
	if p.Certain {
		return 0
	}
	return 1
}

// beside returns the path of a key that stands beside another one.
func beside(path, key, other string) string { return strings.TrimSuffix(path, key) + other }

// path says where in the JSON the problem is.
func (p contentProblem) path() string {
	path := p.Value.Path()
	if p.Defect != contents.Missing {
		return path
	}
	if path == "" {
		return p.Key
	}
	return path + "." + p.Key
}

// says names the problem. No value of the configuration is in it that could be a secret: those are unknown.
func (p contentProblem) says() string {
	path, shape := p.path(), p.Shape
	switch p.Defect {
	case contents.Unread:
		if p.meant != "" {
			return fmt.Sprintf("there is no key %s (did you mean %s?)", path, p.meant)
		}
		return fmt.Sprintf("there is no key %s", path)
	case contents.Missing:
		return path + " is missing"
	case contents.WrongKind:
		return fmt.Sprintf("%s is %s, not %s", orItself(path), kinds[p.Value.Kind()], expected(shape))
	case contents.TooMany:
		if text, isText := p.Value.AsText(); text == "" && !isText && len(p.Value.Items()) == 0 {
			return path + " is empty"
		}
		return fmt.Sprintf("%s is longer than %d %s", path, shape.Most, units(shape))
	case contents.Reserved:
		return fmt.Sprintf("%s is %s, which the gateway reserves", path, written(p.Value))
	case contents.OutOfRange, contents.NoChoice:
	}
	return fmt.Sprintf("%s is %s, not %s", orItself(path), written(p.Value), expected(shape))
}

// remedy says what to do about the problem, as an imperative clause.
func (p contentProblem) remedy() string {
	path := p.path()
	switch p.Defect {
	case contents.Unread:
		if p.meant != "" {
			return fmt.Sprintf("rename %s to %s", path, p.meant)
		}
		return "remove " + path
	case contents.Missing:
		return "add " + path
	case contents.TooMany:
		if p.Shape.Least > 0 {
			return "fill " + path
		}
		return fmt.Sprintf("shorten %s to %d %s", path, p.Shape.Most, units(p.Shape))
	case contents.Reserved:
		return "remove " + path
	case contents.WrongKind, contents.OutOfRange, contents.NoChoice:
	}
	if path == "" {
		return "write " + expected(p.Shape)
	}
	return fmt.Sprintf("set %s to %s", path, expected(p.Shape))
}

// place is the text to point at.
func (p contentProblem) place() hcl.Range {
	if p.Defect == contents.Unread {
		return p.Value.KeyRange()
	}
	return p.Value.Range()
}

var kinds = map[contents.Kind]string{
	contents.Bare: "invalid JSON", contents.Text: "a string", contents.Number: "a number", contents.Flag: "a bool",
	contents.List: "a list", contents.Object: "an object",
}

// expected says what a value should be.
func expected(s *contents.Shape) string {
	switch {
	case s.Choices != nil:
		var quoted []string
		for _, choice := range s.Choices {
			quoted = append(quoted, strconv.Quote(choice))
		}
		return prose.List(quoted, "or")
	case s.Kind == contents.Number && s.High != 0:
		return fmt.Sprintf("a number from %s to %s", number(s.Low), number(s.High))
	case s.Whole:
		return "a whole number"
	}
	return kinds[s.Kind]
}

// written is a text or a number as JSON has it.
func written(v contents.Value) string {
	if text, ok := v.AsText(); ok {
		return strconv.Quote(text)
	}
	n, _ := v.AsNumber()
	return number(n)
}

func number(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }

func units(s *contents.Shape) string {
	if s.Kind == contents.List {
		return "elements"
	}
	return "characters"
}

// orItself names the whole where there is no path.
func orItself(path string) string {
	if path == "" {
		return "it"
	}
	return path
}
