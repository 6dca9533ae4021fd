package lint

import (
	"iter"
	"path"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/hashicorp/hcl/v2"
)

// SettingsFile is the name of the file with the settings of what lies in its directory and below.
const SettingsFile = ".apiglint.hcl"

// Settings say which rules hold where, at which level and with which options. A nil *Settings leaves every rule as it is.
type Settings struct {
	// File is the name of the file that they come from, "" where there is none.
	File string
	// Base is the directory that the globs of path blocks are relative to: slash-separated, within the boundary.
	Base string

	// Expectations are the expect blocks of the file, and of those beside a root module's files.
	Expectations []*Expectation

	// SkipModules is what leaves out the findings in the modules that terraform init has installed, nil where nothing does.
	SkipModules *Origin

	list   []Setting // later ones win
	byRule map[*Rule][]Setting
}

// Expecting returns the settings with other expectations than their own.
func (s *Settings) Expecting(expectations []*Expectation) *Settings {
	other := Settings{}
	if s != nil {
		other = *s
	}
	other.Expectations = expectations
	return &other
}

// Setting is one thing that is set for one rule.
type Setting struct {
	Rule *Rule
	// Path is the glob of the files that it holds for, "" for all.
	Path string
	// Effect is what it does. With SetLevel there is a Level, with SetOption the name of an Option and its Texts or Numbers.
	Effect  Effect
	Level   Level
	Option  string
	Texts   []string
	Numbers []int
	From    Origin
}

// Effect is what a setting does.
type Effect int

// The effects.
const (
	// Disable switches a rule off, and Enable on again, although a setting before it has switched it off.
	Disable Effect = iota
	Enable
	// MakeMandatory keeps comments from hiding what the rule finds.
	MakeMandatory
	SetLevel
	SetOption
)

// Origin is where a setting comes from: a place in the settings' file, or a flag of the command line.
type Origin struct {
	Range hcl.Range
	Flag  string
}

func (s *Settings) add(all ...Setting) {
	if s.byRule == nil {
		s.byRule = map[*Rule][]Setting{}
	}
	s.list = append(s.list, all...)
	for _, setting := range all {
		s.byRule[setting.Rule] = append(s.byRule[setting.Rule], setting)
	}
}

// InForce returns what is set for a rule, each thing once, in the order in which it is written.
func (s *Settings) InForce(rule *Rule) []Setting {
	if s == nil {
		return nil
	}
	var all []Setting
	own := s.byRule[rule]
	for i, setting := range own {
		if !slices.ContainsFunc(own[i+1:], setting.yields) {
			all = append(all, setting)
		}
	}
	return all
}

// yields reports whether a later setting leaves nothing of one.
func (s Setting) yields(later Setting) bool {
	same := later.Effect == s.Effect || later.switches() && s.switches()
	return same && later.Option == s.Option && (later.Path == s.Path || later.From.Flag != "")
}

// switches reports whether the setting switches its rule on or off.
func (s Setting) switches() bool { return s.Effect == Disable || s.Effect == Enable }

// Off returns what keeps a rule from running at all. It is nil where nothing does.
func (s *Settings) Off(rule *Rule) *Setting { return off(s.everywhere(rule)) }

// OffIn returns what keeps a rule from reporting what it finds in a file. It is nil where nothing does.
func (s *Settings) OffIn(rule *Rule, file string) *Setting { return off(s.in(rule, file)) }

func off(settings iter.Seq[Setting]) *Setting {
	var off *Setting
	for setting := range settings {
		switch setting.Effect {
		case Disable:
			off = &setting
		case Enable:
			off = nil
		case MakeMandatory, SetLevel, SetOption:
		}
	}
	return off
}

// everywhere returns the settings of a rule that hold for all files.
func (s *Settings) everywhere(rule *Rule) iter.Seq[Setting] {
	return s.holding(rule, func(Setting) bool { return false })
}

// in returns the settings of a rule that hold for a file.
func (s *Settings) in(rule *Rule, file string) iter.Seq[Setting] {
	return s.holding(rule, func(setting Setting) bool { return s.covers(setting.Path, file) })
}

// holding returns the settings of a rule that have no path, or one that is meant.
func (s *Settings) holding(rule *Rule, meant func(Setting) bool) iter.Seq[Setting] {
	return func(yield func(Setting) bool) {
		if s == nil {
			return
		}
		for _, setting := range s.byRule[rule] {
			if (setting.Path == "" || meant(setting)) && !yield(setting) {
				return
			}
		}
	}
}

// covers reports whether a glob means a file, or a directory that it lies in.
func (s *Settings) covers(glob, file string) bool {
	for at := relative(s.Base, file); at != "." && at != ".."; at = path.Dir(at) {
		if doublestar.MatchUnvalidated(glob, at) {
			return true
		}
	}
	return false
}

// relative returns a slash-separated name as seen from a directory.
func relative(dir, name string) string {
	from, to := strings.Split(path.Join("/", dir), "/"), strings.Split(path.Join("/", name), "/")
	if from[len(from)-1] == "" {
		from = from[:1] // the boundary itself
	}
	common := 0
	for common < len(from) && common < len(to)-1 && from[common] == to[common] {
		common++
	}
	return strings.Repeat("../", len(from)-common) + strings.Join(to[common:], "/")
}

// apply puts a finding at the level that it is to have. It reports whether the finding counts.
func (s *Settings) apply(f *Finding) bool {
	if s != nil && s.SkipModules != nil && Installed(f.Range.Filename) {
		f.skipped = true
		return false
	}
	if s.OffIn(f.Rule, f.Range.Filename) != nil {
		return false
	}
	reported := f.Level
	for setting := range s.in(f.Rule, f.Range.Filename) {
		switch setting.Effect {
		case SetLevel:
			f.Level = setting.Level
			if reported < f.Rule.Level {
				f.Level = min(f.Level, reported)
			}
		case MakeMandatory:
			f.Mandatory = true
		case Disable, Enable, SetOption:
		}
	}
	return true
}

// mandatory reports whether no comment hides what a rule finds.
func (s *Settings) mandatory(rule *Rule) bool {
	for setting := range s.everywhere(rule) {
		if setting.Effect == MakeMandatory {
			return true
		}
	}
	return false
}

// option returns the setting of a rule's option. Where there is none it has no values.
func (s *Settings) option(rule *Rule, name string) Setting {
	var found Setting
	for setting := range s.everywhere(rule) {
		if setting.Effect == SetOption && setting.Option == name {
			found = setting
		}
	}
	return found
}

// Choose returns the settings with what a command line says about the rules, which wins over them. Where there are
// patterns in only, all other rules are switched off. A rule that only names by ID or name is switched on everywhere;
// the beginning of an ID takes from what the settings leave. Then skip switches rules off.
func (s *Settings) Choose(rules []*Rule, only, skip []string) (*Settings, error) {
	chosen := &Settings{}
	if s != nil {
		chosen.File, chosen.Base, chosen.Expectations, chosen.SkipModules = s.File, s.Base, s.Expectations, s.SkipModules
		chosen.add(s.list...)
	}
	meant, named := map[*Rule]bool{}, map[*Rule]bool{}
	for _, pattern := range only {
		pattern = strings.TrimSpace(pattern)
		found, err := Matching(rules, pattern)
		if err != nil {
			return nil, err
		}
		for _, rule := range found {
			meant[rule] = true
			named[rule] = named[rule] || rule.IsNamed(pattern)
		}
	}
	for _, rule := range rules {
		switch {
		case len(only) > 0 && !meant[rule]:
			chosen.add(Setting{Rule: rule, Effect: Disable, From: Origin{Flag: "--rule"}})
		case named[rule]:
			chosen.add(Setting{Rule: rule, Effect: Enable, From: Origin{Flag: "--rule"}})
		}
	}
	for _, pattern := range skip {
		found, err := Matching(rules, strings.TrimSpace(pattern))
		if err != nil {
			return nil, err
		}
		for _, rule := range found {
			chosen.add(Setting{Rule: rule, Effect: Disable, From: Origin{Flag: "--skip-rule"}})
		}
	}
	return chosen, nil
}
