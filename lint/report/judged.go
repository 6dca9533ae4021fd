package report

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/apiglint/apiglint/lint/prose"
	"github.com/apiglint/apiglint/schema/terraform"
)

// Judged is what was looked at.
type Judged struct {
	// Roots is how many root modules, those that have nothing to do with the gateway among them, and plans there were, and
	// Plans how many of them are plans.
	Roots, Plans int
	// Resources are the instances of the gateway's own resources by their type, as far as they are known.
	Resources map[string]int
	// Unknown are the instances of resources that look like those of a gateway, of a provider that is not known, by their
	// type.
	Unknown map[string]int
	// Skipped are the installed modules that were left out, by the addresses of their calls, and LeftOut how many findings in them
	// were, as far as they were counted.
	Skipped []string
	LeftOut int
	// Lacking are the root modules with inputs that have no value.
	Lacking []Lacking
}

// Lacking is a root module with inputs that have no value.
type Lacking struct {
	Root   string
	Inputs []terraform.Lack
	// File is a variables file that is there and gives a value to some of them, "" where there is none.
	File string
}

// Nothing says that there was nothing of a gateway, or nothing to look at. It is "" where there was something.
func (j Judged) Nothing() string {
	switch {
	case len(j.Resources) > 0:
		return ""
	case j.Roots == 0:
		return "no Terraform was found"
	}
	return "nothing of a Huawei Cloud API gateway was found in " + j.roots()
}

// Strangers says which resources look like those of another provider's gateway, "" where none does.
func (j Judged) Strangers() string {
	n := 0
	for _, of := range j.Unknown {
		n += of
	}
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("%s of other providers' gateways (%s)", prose.Count(n, "resource", "resources"), prose.Some(slices.Sorted(maps.Keys(j.Unknown)), "and"))
}

// roots counts the root modules and the plans in words.
func (j Judged) roots() string {
	var parts []string
	if n := j.Roots - j.Plans; n > 0 {
		parts = append(parts, prose.Count(n, "root module", "root modules"))
	}
	if j.Plans > 0 {
		parts = append(parts, prose.Count(j.Plans, "plan", "plans"))
	}
	return strings.Join(parts, " and ")
}

// nouns are what types of resources are called where they are counted, in this order. Those without a noun are counted as one.
var nouns = []struct {
	one, many string
	types     []string
}{
	{"gateway", "gateways", []string{"huaweicloud_apig_instance"}},
	{"group", "groups", []string{"huaweicloud_apig_group"}},
	{"API", "APIs", []string{"huaweicloud_apig_api"}},
	{"app", "apps", []string{"huaweicloud_apig_application"}},
	{"policy", "policies", []string{
		"huaweicloud_apig_throttling_policy", "huaweicloud_apig_acl_policy", "huaweicloud_apig_plugin", "huaweicloud_apig_signature",
	}},
}

// counts returns the counts of resources in words.
func (j Judged) counts() string {
	var parts []string
	others := 0
	for _, n := range j.Resources {
		others += n
	}
	for _, noun := range nouns {
		n := 0
		for _, name := range noun.types {
			n += j.Resources[name]
		}
		if others -= n; n > 0 {
			parts = append(parts, prose.Count(n, noun.one, noun.many))
		}
	}
	switch {
	case others > 0 && len(parts) == 0:
		parts = append(parts, prose.Count(others, "resource of a gateway", "resources of a gateway"))
	case others > 0:
		parts = append(parts, prose.Count(others, "other resource", "other resources"))
	}
	return strings.Join(parts, ", ")
}

// judgedLine says what was judged, and what was not: 1 root module: 1 gateway, 2 APIs · not judged: module.vpc (not installed). It is
// "" where there was nothing, which the summary says, and nothing else is to be said.
func (r *renderer) judgedLine() string {
	var parts []string
	if counts := r.Judged.counts(); counts != "" {
		parts = append(parts, r.Judged.roots()+": "+counts)
	}
	if not := r.notJudged(); len(not) > 0 {
		parts = append(parts, "not judged: "+strings.Join(not, ", "))
	}
	if skipped := r.Judged.Skipped; len(skipped) > 0 {
		left := "left out: installed modules (" + prose.Some(skipped, "and") + ")"
		if n := r.Judged.LeftOut; n > 0 {
			left = fmt.Sprintf("left out: %s in installed modules (%s)", prose.Count(n, "finding", "findings"), prose.Some(skipped, "and"))
		}
		parts = append(parts, left)
	}
	return strings.Join(parts, " · ")
}

// NotJudged says what was not judged, and why: what could not be read, was not there or had no value. It is "" where everything
// was judged.
func (r *Report) NotJudged() string {
	own := newRenderer(r, Terminal{})
	parts := own.notJudged()
	if r.Judged.Roots == 0 && r.Review == nil {
		parts = append(parts, "everything ("+r.Judged.Nothing()+")")
	}
	if n := own.unread(); n > 0 {
		parts = append(parts, prose.Count(n, "file that could not be read", "files that could not be read"))
	}
	return printable(strings.Join(parts, ", "))
}

// maxModules is how many modules are named that were not read.
const maxModules = 4

// notJudged says what was not judged, and why.
func (r *renderer) notJudged() []string {
	var parts []string
	for _, text := range []string{r.Judged.Strangers(), r.lacking()} {
		if text != "" {
			parts = append(parts, text)
		}
	}
	modules, places := r.unreadModules()
	for n, m := range modules {
		if more := len(modules) - n; n == maxModules && more > 1 {
			parts = append(parts, fmt.Sprintf("%d other modules", more))
			break
		}
		why := m.Why
		if m.Beyond != "" {
			why += "; try --root " + m.Beyond
		}
		parts = append(parts, fmt.Sprintf("%s (%s)", m.Module, why))
	}
	if places > 0 {
		parts = append(parts, prose.Count(places, "place", "places")+" (see the notes)")
	}
	return parts
}

// lacking says how many values are not known, which inputs would give them, and how.
func (r *renderer) lacking() string {
	var names, remedies []string
	file, several, workspace := "", false, false
	for _, l := range r.Judged.Lacking {
		several = several || file != "" && l.File != "" && file != l.File
		if l.File != "" {
			file = l.File
		}
		for _, input := range l.Inputs {
			names = append(names, input.Name)
			workspace = workspace || input.Name == terraform.Workspace
		}
	}
	if len(names) == 0 {
		return ""
	}
	slices.Sort(names)
	names = slices.Compact(names)
	if file != "" && !several { // one that is for another root module would be no help
		remedies = append(remedies, "--var-file "+r.shownName(file))
	}
	if workspace {
		remedies = append(remedies, "--workspace NAME")
	}
	text := fmt.Sprintf("%s (%s %s no value", prose.Count(r.Judged.values(), "value", "values"), prose.Some(names, "and"), prose.Agree(len(names), "has", "have"))
	if len(remedies) > 0 {
		text += "; try " + prose.List(remedies, "and")
	}
	return text + ")"
}

// values returns how many values are not known for want of an input.
func (j Judged) values() int {
	n := 0
	for _, l := range j.Lacking {
		met := map[string]int{}
		for _, input := range l.Inputs {
			of := map[string]int{}
			for _, at := range input.Values {
				of[at.String()]++
			}
			for at, n := range of {
				met[at] = max(met[at], n)
			}
		}
		for _, times := range met {
			n += times
		}
	}
	return n
}

// lackSentence says what an input without a value leaves open.
func lackSentence(l terraform.Lack) string {
	return fmt.Sprintf("%s has no value: %s not judged", l.Name, prose.Count(len(l.Values), "value is", "values are"))
}

// unreadModules returns the notes about modules that were not read, each module once, and how many other places there are.
func (r *renderer) unreadModules() (modules []terraform.Note, places int) {
	met := map[string]bool{}
	for _, n := range r.Notes {
		switch {
		case !n.Unjudged:
		case n.Module == "":
			places++
		case !met[n.Module+"\x00"+n.Why]:
			met[n.Module+"\x00"+n.Why] = true
			modules = append(modules, n)
		}
	}
	return modules, places
}
