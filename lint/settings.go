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

	list   []Setting // later ones win
	byRule map[*Rule][]Setting
}

// Setting is one thing that is set for one rule.
type Setting struct {
	Rule *Rule
	// Path is the glob of the files that it holds for, "" for all.
	Path string
	// Key is one of the keys below, or the name of an option.
	Key string
	// Value is the Level of KeyLevel, the []string or []int of an option, and nil otherwise.
	Value any
	From  Origin
}

// The keys of settings, beside the names of options.
const (
	// KeyDisable switches a rule off, and KeyEnable on again, although a setting before it has switched it off.
	KeyDisable = "disable"
	KeyEnable  = "enable"
	// KeyMandatory keeps comments from hiding what the rule finds.
	KeyMandatory = "mandatory"
	KeyLevel     = "level"
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

// InForce answers what is set for a rule, each thing once, in the order in which it is written.
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
	return switching(later.Key) == switching(s.Key) && (later.Path == s.Path || later.From.Flag != "")
}

// Off answers what keeps a rule from reporting what it finds in a file, or from running at all where no file is given. It
// is nil where nothing does.
func (s *Settings) Off(rule *Rule, file string) *Setting {
	var off *Setting
	for setting := range s.of(rule, file) {
		switch setting.Key {
		case KeyDisable:
			off = &setting
		case KeyEnable:
			off = nil
		}
	}
	return off
}

// switching answers one key for all that switch a rule on and off.
func switching(key string) string {
	if key == KeyEnable {
		return KeyDisable
	}
	return key
}

// of answers the settings of a rule that hold for a file, or everywhere where there is none.
func (s *Settings) of(rule *Rule, file string) iter.Seq[Setting] {
	return func(yield func(Setting) bool) {
		if s == nil {
			return
		}
		for _, setting := range s.byRule[rule] {
			if (setting.Path == "" || s.covers(setting.Path, file)) && !yield(setting) {
				return
			}
		}
	}
}

// covers reports whether a glob means a file, or a directory that it lies in.
func (s *Settings) covers(glob, file string) bool {
	if file == "" {
		return false
	}
	for at := relative(s.Base, file); at != "." && at != ".."; at = path.Dir(at) {
		if doublestar.MatchUnvalidated(glob, at) {
			return true
		}
	}
	return false
}

// relative answers a slash-separated name as seen from a directory.
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
	if s.Off(f.Rule, f.Range.Filename) != nil {
		return false
	}
	reported := f.Level
	for setting := range s.of(f.Rule, f.Range.Filename) {
		switch setting.Key {
		case KeyLevel:
			f.Level, _ = setting.Value.(Level)
			if reported < f.Rule.Level {
				f.Level = min(f.Level, reported)
			}
		case KeyMandatory:
			f.Mandatory = true
		}
	}
	return true
}

// mandatory reports whether no comment hides what a rule finds.
func (s *Settings) mandatory(rule *Rule) bool {
	for setting := range s.of(rule, "") {
		if setting.Key == KeyMandatory {
			return true
		}
	}
	return false
}

func (s *Settings) option(rule *Rule, name string) any {
	var value any
	for setting := range s.of(rule, "") {
		if setting.Key == name {
			value = setting.Value
		}
	}
	return value
}

// Choose answers the settings with what a command line says about the rules, which wins over them. Where there are
// patterns in only, all other rules are switched off. A rule that only names by ID or name is switched on everywhere;
// the beginning of an ID takes from what the settings leave. Then skip switches rules off.
func (s *Settings) Choose(rules []*Rule, only, skip []string) (*Settings, error) {
	chosen := &Settings{}
	if s != nil {
		chosen.File, chosen.Base = s.File, s.Base
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
			chosen.add(Setting{Rule: rule, Key: KeyDisable, From: Origin{Flag: "--rule"}})
		case named[rule]:
			chosen.add(Setting{Rule: rule, Key: KeyEnable, From: Origin{Flag: "--rule"}})
		}
	}
	for _, pattern := range skip {
		found, err := Matching(rules, strings.TrimSpace(pattern))
		if err != nil {
			return nil, err
		}
		for _, rule := range found {
			chosen.add(Setting{Rule: rule, Key: KeyDisable, From: Origin{Flag: "--skip-rule"}})
		}
	}
	return chosen, nil
}
