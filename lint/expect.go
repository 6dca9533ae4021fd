package lint

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/apiglint/apiglint/lint/prose"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform/files"
	"github.com/apiglint/apiglint/schema/trace"
)

// Expectation is an expect block: how calls are to end.
type Expectation struct {
	trace.Expectation

	// Strict makes an uncertain outcome as bad as a wrong one. Recorded says that apiglint expect wrote the block, and may write it anew.
	Strict, Recorded bool
	// Block is the block as it is written, and File the file that it stands in, by the name that findings give it. The file is nil until
	// it is known.
	Block *hclsyntax.Block
	File  *files.File
}

// String returns the block as it is named.
func (e *Expectation) String() string { return fmt.Sprintf("expect %q", e.Name) }

// Range returns the block's header.
func (e *Expectation) Range() hcl.Range {
	at := e.Block.DefRange()
	if e.File != nil {
		at.Filename = e.File.Name
	}
	return at
}

// UnmetExpectation is reported for a call that does not end as a team has written down that it has to.
var UnmetExpectation = &Rule{
	ID: "EXP801", Name: "unmet-expectation", Level: Error, Cause: Promise,
	Title:   "a call that does not end as it is expected to",
	Symptom: "callers see what the message says",
	Files:   texts,
	Check:   reportUnmet,
}

// UncertainExpectation is reported for a call of which nobody can say how it ends.
var UncertainExpectation = &Rule{
	ID: "EXP802", Name: "uncertain-expectation", Level: Error, Lower: []Level{Note}, Cause: Promise,
	Title:   "a call of which it is not certain that it ends as it is expected to",
	Symptom: "none: the call may end as it is expected to",
	Files:   texts,
	Check:   reportUncertain,
}

// ExpectationFiles returns the files that the expectations stand in.
func (s *Settings) ExpectationFiles() []*files.File {
	var all []*files.File
	if s != nil {
		for _, e := range s.Expectations {
			if e.File != nil && !slices.Contains(all, e.File) {
				all = append(all, e.File)
			}
		}
	}
	return all
}

// expectations returns all expectations in their order, and the configurations that each is written for.
func (o Options) expectations(configs []*schema.Config) (all []*Expectation, written map[*Expectation][]*schema.Config) {
	written = map[*Expectation][]*schema.Config{}
	for _, c := range configs {
		settings := o.settings(c)
		if settings == nil {
			continue
		}
		for _, e := range settings.Expectations {
			if written[e] == nil {
				all = append(all, e)
			}
			written[e] = append(written[e], c)
		}
	}
	return all, written
}

// elsewhere reports whether root modules that are not linted may know more about an expectation.
func (o Options) elsewhere(e *Expectation) bool { return o.Elsewhere != nil && o.Elsewhere(e) }

func expectationRules() []*Rule { return []*Rule{UnmetExpectation, UncertainExpectation} }

// held is an expectation that a configuration is held to. Known says that some configuration knows where the host of its call leads.
type held struct {
	*Expectation
	known bool
	// removed are the addresses that the expectation names and that are only on the other side of a change.
	removed []Absent
}

// holding tells what each configuration is held to: an expectation in each that knows where the host of its call leads. One that none
// knows is told where one on the other side of a change knew it, or else in the first that it is written for, unless configurations that
// are not linted may know it.
func (o Options) holding(configs ...*schema.Config) map[*schema.Config][]held {
	holding := map[*schema.Config][]held{}
	all, written := o.expectations(configs)
	for _, e := range all {
		knows := func(c *schema.Config) bool { return trace.Knows(c, e.Calls.Call) }
		knowing := slices.DeleteFunc(slices.Clone(written[e]), func(c *schema.Config) bool { return !knows(c) })
		known := len(knowing) > 0
		if !known && !o.elsewhere(e) {
			knowing = written[e][:1]
			if i := slices.IndexFunc(o.Across, knows); i >= 0 {
				known, knowing = true, sameRoot(o.Across[i], written[e])
			}
		}
		removed := o.removed(e, written[e]...)
		if len(removed) > 0 {
			knowing = written[e][:1]
		}
		for _, c := range knowing {
			holding[c] = append(holding[c], held{e, known, removed})
		}
	}
	return holding
}

// removed returns the addresses that an expectation names and that none of its configurations has: those that only the other side of a
// change has. All others are errors of the settings.
func (o Options) removed(e *Expectation, configs ...*schema.Config) []Absent {
	if o.Across == nil || o.elsewhere(e) {
		return nil
	}
	return Absents(e.Named(), configs...)
}

// sameRoot returns the configuration of the same root module as another one, or else the first.
func sameRoot(other *schema.Config, configs []*schema.Config) []*schema.Config {
	i := slices.IndexFunc(configs, func(c *schema.Config) bool { return c.Root.Dir() == other.Root.Dir() })
	return configs[max(i, 0) : max(i, 0)+1]
}

// toNothing holds no configuration to anything.
func toNothing(*schema.Config) []held { return nil }

// reviewing returns the options for the sides of a change, which are held to the same: a host that only one of them knows is one that the
// change is about.
func (o Options) reviewing(prior, planned *schema.Config) Options {
	sides := o.holding(prior, planned)
	all := sides[prior]
	for _, h := range sides[planned] {
		if !slices.ContainsFunc(all, func(other held) bool { return other.Expectation == h.Expectation }) {
			all = append(all, h)
		}
	}
	o.Across = []*schema.Config{prior}
	o.held = func(c *schema.Config) []held {
		if c == prior {
			return all
		}
		here := slices.Clone(all)
		for i, h := range here {
			here[i].removed = o.removed(h.Expectation, c)
		}
		return here
	}
	return o
}

// judgement is an expectation with what became of its calls in a configuration.
type judgement struct {
	*Expectation
	trace.Judged
	removed []Absent
	// gone says that nothing answers for the host here, and something does on the other side of a change.
	gone bool
}

// judge holds a configuration to what is expected of it. A call to a host that nobody knows is not followed: the host is likely to be
// misspelt.
func judge(c *schema.Config, expected []held, day time.Time) []judgement {
	all := make([]judgement, len(expected))
	for i, h := range expected {
		all[i].Expectation, all[i].removed = h.Expectation, h.removed
		if h.known && len(h.removed) == 0 {
			all[i].Judged = h.Judge(c, day)
			all[i].gone = len(all[i].All()) == 0 && h.Outcome == trace.Arrives && c.Whole() && !trace.Knows(c, h.Calls.Call)
		}
	}
	return all
}

func reportUnmet(p *Pass) {
	for _, e := range p.judged {
		switch {
		case len(e.removed) > 0:
			p.Reportf(e, e, "%s names %s, which is not there any more%s", e, e.removed[0].Address, e.removed[0].suggestion).
				Remedyf("name what takes its place, or remove the expectation: settings that name what is not there cannot be used")
		case len(e.Unmet) > 0:
			p.reportExpectation(p.Rule.Level, e.Expectation, e.Unmet)
		case e.gone:
			p.Reportf(e, e, "%s is to %s, and no API gateway here answers for its host", e.Calls, e.wanted()).
				Remedyf("leave the host bound, or remove the expectation if the call is not to work any more")
		}
	}
}

func reportUncertain(p *Pass) {
	for _, e := range p.judged {
		switch {
		case len(e.Unmet) > 0 || e.gone || len(e.removed) > 0:
		case len(e.Uncertain) > 0:
			p.reportExpectation(e.uncertain(), e.Expectation, e.Uncertain)
		case len(e.Met) == 0:
			p.ReportLevelf(e.uncertain(), e, e, "%s means %s, and %s", e, e.Calls, e.nothing(p.Config)).
				Remedyf("correct the call, or remove the expectation")
		}
	}
}

// nothing says why no call is judged.
func (e *Expectation) nothing(c *schema.Config) string {
	switch {
	case e.Nowhere(c):
		return "except leaves no place that it could come from"
	case trace.Knows(c, e.Calls.Call):
		return "no published API answers such a call"
	}
	return "no API gateway here is known to answer for this host"
}

// uncertain is the level of an expectation of which nobody can say whether it is met.
func (e *Expectation) uncertain() Level {
	if e.Strict {
		return Error
	}
	return Note
}

// reportExpectation reports the calls of an expectation that do not certainly end as they are expected to.
func (p *Pass) reportExpectation(level Level, e *Expectation, calls []trace.Trace) {
	first := calls[0]
	f := p.ReportLevelf(level, e, e, "%s is to %s, and %s", subjectOf(e, calls), e.wanted(), outcomeOf(&first))
	for _, t := range calls {
		at := t.End()
		if at == nil {
			at = t.Station("route") // what arrives is let in there
		}
		if at != nil && len(at.Places) > 0 {
			f.Relate(at.Places[0], "%s", at.Because)
		}
	}
	switch first.Outcome {
	case trace.Unsettled:
		f.Remedyf("say what is not known here, or accept that %s cannot be held to it", e)
	case trace.Arrives, trace.Fails:
		f.Remedyf("change what decides, or the expectation if this is how the call is to end from now on; apiglint trace follows it")
	}
}

// subjectOf names the calls, and where they come from.
func subjectOf(e *Expectation, calls []trace.Trace) string {
	var from, methods []string
	for _, t := range calls {
		from = append(from, t.Call.From.String())
		methods = append(methods, t.Call.String())
	}
	slices.Sort(methods)
	if methods = slices.Compact(methods); len(methods) > 1 {
		return fmt.Sprintf("%s, of which %s", e.Calls, prose.Some(methods, "and"))
	}
	slices.Sort(from)
	subject := fmt.Sprintf("%s from %s", methods[0], prose.Some(slices.Compact(from), "and"))
	if as := e.Calls.As.String(); as != "" {
		subject += " as " + as
	}
	return subject
}

// wanted says how the calls are to end.
func (e *Expectation) wanted() string {
	switch {
	case e.Code != "":
		return "fail with " + e.Code
	case e.Outcome == trace.Fails:
		return "fail"
	case e.Backend != "":
		return "arrive at " + e.Backend
	}
	return "arrive"
}

// outcomeOf says how a call ends, and why.
func outcomeOf(t *trace.Trace) string {
	end := t.End()
	switch {
	case end == nil && t.Backend != "":
		return "arrives at " + t.Backend
	case end == nil:
		return "arrives"
	case t.Outcome == trace.Unsettled:
		return fmt.Sprintf("it is not certain that it passes %s: %s", end.Name, end.Because)
	case t.Code != "":
		return fmt.Sprintf("fails at %s with %s: %s", end.Name, t.Code, end.Because)
	}
	return fmt.Sprintf("fails at %s: %s", end.Name, end.Because)
}

// Missing returns an error for each address that expectations name and none of the configurations that they are judged in has, nor any on
// the other side of a change. A configuration of which not everything could be read may have it.
func (o Options) Missing(configs ...*schema.Config) hcl.Diagnostics {
	var problems hcl.Diagnostics
	all, written := o.expectations(configs)
	for _, e := range all {
		if o.elsewhere(e) || e.Recorded && o.Renewing {
			continue
		}
		hint := ""
		if e.Recorded {
			hint = "; apiglint expect brings recorded blocks up to date"
		}
		for _, absent := range Absents(e.Named(), slices.Concat(written[e], o.Across)...) {
			at := e.placeOf(absent.Address)
			problems = append(problems, &hcl.Diagnostic{Severity: hcl.DiagError, Summary: absent.Error() + hint, Subject: &at, Extra: settingsDiagnostic{}})
		}
	}
	slices.SortStableFunc(problems, func(a, b *hcl.Diagnostic) int {
		return cmp.Or(cmp.Compare(a.Subject.Filename, b.Subject.Filename), cmp.Compare(a.Subject.Start.Byte, b.Subject.Start.Byte))
	})
	return problems
}

// placeOf returns the argument of the block that names an address.
func (e *Expectation) placeOf(address string) hcl.Range {
	for _, a := range attributes(e.Block.Body) {
		text := a.Expr.Range()
		if e.File != nil && strings.Contains(string(text.SliceBytes(e.File.Bytes)), address) {
			return text
		}
	}
	return e.Block.DefRange()
}
