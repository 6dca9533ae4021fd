package lint

import (
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform/files"
	"github.com/apiglint/apiglint/schema/terraform/parallel"
)

// Result is what a run found.
type Result struct {
	// Findings are sorted, and one for each defect.
	Findings []*Finding
	// Suppressed are the findings that comments in the configuration take out.
	Suppressed []*Finding
	// Disabled are the findings in files for which settings disable the rule, in no order, one for each instance.
	Disabled []*Finding
	// Idle says which rules had nothing to judge.
	Idle Idle
}

// Options say how configurations are linted.
type Options struct {
	// Rules are all rules that there are, but for those about suppressions, which belong to every run. One without a
	// check does not run.
	Rules []*Rule
	// Settings returns the settings that hold for a configuration. Without them every rule runs, as it is.
	Settings func(c *schema.Config) *Settings
	// OneCause leaves out what is found about the meaning of a resource that cannot exist as it is written: it is noise until
	// it can. Tests of single rules see it.
	OneCause bool
	// Elsewhere reports whether there are root modules that the settings with an expectation hold for and that are not linted. Without it
	// there are none.
	Elsewhere func(*Expectation) bool
	// Across are the configurations on the other side of a change: an expectation of a host that only they know is one that the change is
	// about.
	Across []*schema.Config
	// Renewing says that recorded expectations are about to be brought up to date: they may name what is not there.
	Renewing bool
	// Today is the day on which comments that have an end are read, and what has dates is judged. Without one nothing has ended.
	Today time.Time

	held func(*schema.Config) []held // what a configuration is held to, nil where that is still to be found out
}

func (o Options) settings(c *schema.Config) *Settings {
	if o.Settings == nil {
		return nil
	}
	return o.Settings(c)
}

// Run checks configurations with the rules. What several of them share (a module that more than one root calls) is
// reported once.
func Run(o Options, configs ...*schema.Config) Result {
	var found, disabled []*Finding
	idle := Idle{}
	for _, c := range checkAll(o, configs...) {
		found, disabled = append(found, c.found...), append(disabled, c.disabled...)
		idle.Add(c.idle)
	}
	result := settled(suppress(o, filesOf(o, configs), found), configs...)
	for _, f := range result.Findings {
		f.relateCalls(configs)
	}
	if o.OneCause {
		result.Findings = oneCause(result.Findings)
	}
	result.Disabled, result.Idle = append(result.Disabled, disabled...), idle
	return result
}

// oneCause leaves out findings about the meaning of what another finding says cannot exist.
func oneCause(findings []*Finding) []*Finding {
	type object struct{ root, address string }
	gone := map[object]bool{}
	for _, f := range findings {
		for _, single := range f.instances() {
			if single.Precludes {
				gone[object{single.Root, single.Resource}] = true
			}
		}
	}
	return slices.DeleteFunc(findings, func(f *Finding) bool {
		exists := func(single *Finding) bool { return !gone[object{single.Root, single.Resource}] }
		return f.Rule.Cause != Definition && f.Rule.Cause != Suppression && !slices.ContainsFunc(f.instances(), exists)
	})
}

// checked is what the rules find in one configuration, one by one, as the settings have it, and what settings disable in
// some files.
type checked struct {
	found, disabled []*Finding
	idle            Idle
}

// checkAll checks configurations that have nothing in common but the text of modules, several at a time.
func checkAll(o Options, configs ...*schema.Config) []checked {
	all := make([]checked, len(configs))
	if o.held == nil {
		holding := o.holding(configs...)
		o.held = func(c *schema.Config) []held { return holding[c] }
	}
	parallel.Each(len(configs), func(i int) { all[i] = check(o, configs[i]) })
	return all
}

// check checks a configuration with all rules, and holds it to what is expected of it.
func check(o Options, c *schema.Config) checked {
	var found, disabled []*Finding
	idle := Idle{}
	settings := o.settings(c)
	all := o.Rules
	var judged []judgement
	if settings.Off(UnmetExpectation) == nil || settings.Off(UncertainExpectation) == nil {
		judged = judge(c, o.held(c), o.Today)
		all = slices.Concat(all, expectationRules())
	}
	for _, rule := range all {
		if rule.Check == nil || settings.Off(rule) != nil {
			continue
		}
		p := &Pass{Config: c, Rule: rule, Today: o.Today, settings: settings, judged: judged}
		rule.Check(p)
		idle[rule] = p.idle()
		for _, f := range p.findings {
			f.relateSupply()
			f.relateCall(c)
			if settings.apply(f) {
				found = append(found, f)
			} else {
				disabled = append(disabled, f)
			}
		}
	}
	return checked{found, disabled, idle}
}

// source is a file with the settings of the configurations that it was read for.
type source struct {
	*files.File
	settings []*Settings
}

// runs reports whether a rule reports what it finds in the file.
func (s source) runs(rule *Rule) bool {
	return slices.ContainsFunc(s.settings, func(settings *Settings) bool { return settings.OffIn(rule, s.Name) == nil })
}

// apply puts a finding about the file itself at the highest of the levels that it is to have. It reports whether the
// finding counts: once, for however many configurations the file was read.
func (s source) apply(f *Finding) bool {
	counts := false
	reported := *f
	for _, settings := range s.settings {
		own := reported
		if !settings.apply(&own) {
			f.skipped = f.skipped || own.skipped
			continue
		}
		if !counts || own.Level > f.Level {
			f.Level = own.Level
		}
		f.Mandatory = f.Mandatory || own.Mandatory
		counts = true
	}
	return counts
}

// filesOf returns the files that the configurations were read from, each once, by name.
func filesOf(o Options, configs []*schema.Config) []source {
	byName := map[string]source{}
	for _, c := range configs {
		settings := o.settings(c)
		for _, f := range slices.Concat(c.Root.Files(), settings.ExpectationFiles()) {
			s := byName[f.Name]
			s.File = f
			if !slices.Contains(s.settings, settings) {
				s.settings = append(s.settings, settings)
			}
			byName[f.Name] = s
		}
	}
	all := slices.Collect(maps.Values(byName))
	slices.SortFunc(all, func(a, b source) int { return strings.Compare(a.Name, b.Name) })
	return all
}
