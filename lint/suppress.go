package lint

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/lint/prose"
)

// Ignore is the comment that hides a finding.
type Ignore struct {
	// Range is the comment.
	Range hcl.Range
	// Reason is why, in the words of who wrote it.
	Reason string
	// Until is the last day on which the comment hides anything, as 2027-03-01, "" for no end.
	Until string
}

// ignore is an ignore comment in its place.
type ignore struct {
	directive
	at     hcl.Range
	covers hcl.Range // the text that it is about
	file   source
	number int            // of the comment in its file: later ones are nearer
	outer  *ignore        // see nested
	uses   map[string]use // by pattern
}

// use is what became of a pattern of an ignore comment.
type use struct {
	hides   bool
	refused *Rule // a mandatory rule that it would hide
}

// suppressor takes out the findings that comments hide.
type suppressor struct {
	options Options
	today   string
	ignores []*ignore
	byFile  map[string]nested // by the file that they are about, which is theirs
}

// suppress takes out the findings that the files' comments hide, and reports the comments that are not as they should
// be. Findings are not yet put together: a comment on the call of a module is about some of them.
func suppress(o Options, files []source, findings []*Finding) Result {
	s := suppressor{options: o, byFile: map[string]nested{}}
	if !o.Today.IsZero() {
		s.today = o.Today.Format(time.DateOnly)
	}
	for _, f := range files {
		if mayHaveIgnores(f.Bytes) {
			ignores := ignoresIn(f)
			s.ignores = append(s.ignores, ignores...)
			s.byFile[f.Name] = nest(ignores)
		}
	}
	if len(s.ignores) == 0 {
		return Result{Findings: merge(findings)}
	}
	var result Result
	for _, f := range findings {
		if f.Ignored = s.hidden(f); f.Ignored != nil {
			result.Suppressed = append(result.Suppressed, f)
		} else {
			result.Findings = append(result.Findings, f)
		}
	}
	for _, ig := range s.ignores {
		for _, complaint := range s.complaints(ig) {
			if ig.file.apply(complaint) {
				result.Findings = append(result.Findings, complaint)
			} else {
				result.Disabled = append(result.Disabled, complaint)
			}
		}
	}
	return Result{Findings: merge(result.Findings), Suppressed: merge(result.Suppressed), Disabled: result.Disabled}
}

// mayHaveIgnores reports whether a text is worth being looked at closer. Most files are not.
func mayHaveIgnores(src []byte) bool {
	i := bytes.Index(src, []byte("lint"))
	if i < 0 {
		return false
	}
	src = src[max(i-len("apig"), 0):]
	return bytes.Contains(src, []byte(Tool)) || bytes.Contains(src, []byte("lint:ignore"))
}

// hidden returns what hides a finding, nil for nothing: the comment that is nearest. Every one that would do it is used.
func (s *suppressor) hidden(f *Finding) *Ignore {
	var by *Ignore
	hide := func(at hcl.Range) {
		var nearest *ignore
		for ig := range s.byFile[at.Filename].around(at.Start.Byte) {
			if ig.hides(f, at, s.today) && (nearest == nil || ig.number > nearest.number) {
				nearest = ig
			}
		}
		if nearest != nil {
			by = &Ignore{Range: nearest.at, Reason: nearest.reason, Until: nearest.until}
		}
	}
	if f.config != nil && strings.HasPrefix(f.Resource, "module.") {
		for _, call := range f.config.Root.Calls(f.Resource) {
			hide(call.Range)
		}
	}
	hide(f.Range)
	return by
}

// hides reports whether a comment hides a finding that stands at a place, or that came through the call of a module there.
func (ig *ignore) hides(f *Finding, at hcl.Range, today string) bool {
	if ig.problem != "" || ig.expired(today) || at.Start.Byte < ig.covers.Start.Byte || at.Start.Byte >= ig.covers.End.Byte {
		return false
	}
	hides := false
	for _, pattern := range ig.patterns {
		if !f.Rule.Matches(pattern) {
			continue
		}
		u := ig.uses[pattern]
		if f.Mandatory {
			u.refused = f.Rule
		} else {
			u.hides, hides = true, true
		}
		ig.uses[pattern] = u
	}
	return hides
}

// expired reports whether the last day is over. Where no day is given nothing is.
func (d directive) expired(today string) bool { return d.until != "" && today > d.until }

// complaints returns the findings about a comment itself.
func (s *suppressor) complaints(ig *ignore) []*Finding {
	var all []*Finding
	complain := func(rule *Rule, format string, args ...any) *Finding {
		f := &Finding{Rule: rule, Level: rule.Level, Range: ig.at, Message: fmt.Sprintf(format, args...)}
		all = append(all, f)
		return f
	}
	if ig.problem != "" {
		complain(MalformedIgnore, "%s", ig.problem).Remedyf("write it as apiglint:ignore RULE -- REASON")
		return all
	}
	if ig.expired(s.today) {
		complain(ExpiredIgnore, "the ignore comment for %s ended on %s: what it hid is reported again", strings.Join(ig.patterns, ", "), ig.until).
			Remedyf("fix what it hid and remove it, or give it a date after %s", ig.until)
	}
	var unused []string
	for _, pattern := range ig.patterns {
		_, err := Matching(append(slices.Clone(s.options.Rules), OwnRules()...), pattern)
		switch refused := s.refused(ig, pattern); {
		case err != nil:
			complain(MisnamedIgnore, "%v", err).Remedyf("name a rule that apiglint rules lists instead of %s", pattern)
		case refused != nil && refused.Cause == Suppression:
			complain(ForbiddenIgnore, "no comment hides %s, which is about comments", refused.Name).Remedyf("remove %s from the comment", pattern)
		case refused != nil:
			complain(ForbiddenIgnore, "%s is mandatory here: no comment hides it", refused.Name).
				Remedyf("fix what %s finds here, and remove %s from the comment", refused.Name, pattern)
		case !ig.uses[pattern].hides && !ig.expired(s.today) && s.ran(ig.file, pattern):
			unused = append(unused, pattern)
		}
	}
	if len(unused) > 0 {
		remedy := "remove the comment, or move it to what it is to hide"
		if len(unused) < len(ig.patterns) {
			remedy = "remove " + prose.List(unused, "and") + " from the comment"
		}
		complain(UnusedIgnore, "nothing here is reported as %s: the ignore comment hides nothing%s", prose.List(unused, "or"),
			map[bool]string{true: " of it"}[len(unused) < len(ig.patterns)]).Remedyf("%s", remedy)
	}
	return all
}

// refused returns a rule that a pattern names, or would hide, and that no comment hides.
func (s *suppressor) refused(ig *ignore, pattern string) *Rule {
	if rule := ig.uses[pattern].refused; rule != nil {
		return rule
	}
	for _, rule := range append(OwnRules(), s.options.Rules...) {
		if rule.IsNamed(pattern) && slices.ContainsFunc(ig.file.settings, func(settings *Settings) bool { return settings.mandatory(rule) }) {
			return rule
		}
	}
	for _, rule := range commentRules() {
		if rule.Matches(pattern) {
			return rule
		}
	}
	return nil
}

// ran reports whether every rule that a pattern means has looked for something to report in a file. Rules about changes
// find nothing in a configuration alone.
func (s *suppressor) ran(file source, pattern string) bool {
	for _, rule := range s.options.Rules {
		if rule.Matches(pattern) && (rule.Check == nil || rule.Changes || !file.runs(rule)) {
			return false
		}
	}
	return true
}

// ignoresIn returns the ignore comments of a file.
func ignoresIn(f source) []*ignore {
	var all []*ignore
	if f.Body == nil {
		return nil // it could not be parsed, and nothing is found in it
	}
	if f.JSON() {
		all = ignoresInJSON(f.File)
	} else {
		all = ignoresInNative(f.File)
	}
	for i, ig := range all {
		ig.file, ig.number, ig.uses = f, i, map[string]use{}
	}
	return all
}
