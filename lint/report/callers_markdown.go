package report

import (
	"fmt"
	"strings"

	"github.com/apiglint/apiglint/lint/prose"
	"github.com/apiglint/apiglint/schema/trace"
)

// maxCallers is how many bytes of a comment callers may take.
const maxCallers = 24_000

// callers writes what a change does to callers: a list for each effect, whom it lets in, and a picture. Tables would be wider than
// comments are.
func (m *markdownWriter) callers() {
	room := maxCallers
	add := func(text string) bool {
		if len(text) > room {
			return false
		}
		room -= len(text)
		m.room -= len(text)
		m.write(text)
		return true
	}
	for _, when := range phases {
		for _, e := range effects {
			items(add, e.title+when.words, m.affected(when, e.effect), func(a affected) string { return affectedItem(a, when) })
		}
		for _, a := range audiences {
			items(add, "Newly open to "+a.words+when.words, m.opened(when, a.to), openedItem)
		}
	}
	if drawn := m.changePicture(); drawn != "" {
		add("\n```mermaid\n" + drawn + "```\n")
	}
}

// items writes a list as far as there is room for it.
func items[T any](add func(string) bool, title string, all []T, item func(T) string) {
	if len(all) == 0 || !add("\n#### "+title+"\n\n") {
		return
	}
	for i, one := range all {
		if i == maxCalls || !add(item(one)) {
			add(fmt.Sprintf("- and %s\n", prose.Count(len(all)-i, "more call", "more calls")))
			return
		}
	}
}

func affectedItem(a affected, when phase) string {
	before, after := a.endings()
	return callItem(a.Call, [][2]string{{"before", before}, {when.after(), after}, {"because", a.reason()}, {"change", doneBy(a.By)}})
}

func openedItem(o opening) string {
	return callItem(o.Call, [][2]string{{"API", o.API}, {"change", doneBy(o.By)}})
}

// callItem returns an item of a list that begins with a call, and has what is said of it below.
func callItem(call trace.Call, said [][2]string) string {
	var b strings.Builder
	what := call.Method + " " + call.URL
	fmt.Fprintf(&b, "- %s%s\n", codeSpan(short(what, maxAddress)), markdownText(short(strings.TrimPrefix(line(call), what), maxAddress)))
	for _, s := range said {
		if s[1] != "" {
			fmt.Fprintf(&b, "  - %s: %s\n", s[0], markdownText(short(s[1], maxAddress)))
		}
	}
	return b.String()
}

// maxEdges is how many edges a picture may have.
const maxEdges = 40

// maxActs is how many changes a picture has for a call.
const maxActs = 3

// moreCalls stands in a picture for the calls that there is no room for.
const moreCalls = "  more>\"and %s\"]\n"

// changePicture draws what a change does to calls as a Mermaid flowchart: each call leads to where it ends, and what changes to the
// calls. It is empty where nothing changes.
func (r *renderer) changePicture() string {
	d := drawing{nodes: map[string]string{}}
	d.text.WriteString("flowchart LR\n")
	left := 0
	for _, when := range phases {
		for _, e := range effects {
			for _, a := range r.affected(when, e.effect) {
				if !d.affected(e.single+when.words, a) {
					left++
				}
			}
		}
	}
	if d.edges == 0 {
		return ""
	}
	if left > 0 {
		fmt.Fprintf(&d.text, moreCalls, prose.Count(left, "more call", "more calls"))
	}
	return d.text.String()
}

// affected draws what becomes of a call. It is false where there is no room.
func (d *drawing) affected(what string, a affected) bool {
	arrow := "-->"
	if a.After == nil || a.After.Outcome == trace.Fails {
		arrow = "--x"
	} else if a.After.Outcome == trace.Unsettled {
		arrow = "-.->"
	}
	call := [2]string{"([%q])", line(a.Call)}
	if !d.edge(call, arrow, what, [2]string{"[%q]", endNode(a.After)}) {
		return false
	}
	for _, act := range a.By[:min(len(a.By), maxActs)] {
		d.edge([2]string{"{{%q}}", act.Act.Verb() + " " + act.Address}, "-.-", "", call)
	}
	return true
}

func endNode(t *trace.Trace) string {
	switch {
	case t == nil:
		return "no gateway"
	case t.Outcome == trace.Arrives && t.Backend != "":
		return t.Backend
	case t.Outcome == trace.Arrives:
		return "its backend"
	}
	if t.Outcome == trace.Unsettled {
		return "uncertain at " + t.Ends
	}
	return strings.TrimSuffix("fails at "+t.Ends+": "+t.Code, ": ")
}

// drawing is a flowchart within the limits of those who show it.
type drawing struct {
	text  strings.Builder
	nodes map[string]string // ids by shape and label
	edges int
	full  bool
}

// edge draws an edge between two nodes, each a shape and a text, and the nodes where they are new. It is false where there is no room.
func (d *drawing) edge(from [2]string, arrow, what string, to [2]string) bool {
	var lines strings.Builder
	ids, names := [2]string{}, [2]string{}
	for i, node := range [][2]string{from, to} {
		names[i] = fmt.Sprintf(node[0], label(node[1]))
		ids[i] = d.nodes[names[i]]
		if ids[i] == "" {
			ids[i] = fmt.Sprintf("n%d", len(d.nodes)+i)
			fmt.Fprintf(&lines, "  %s%s\n", ids[i], names[i])
		}
	}
	if what != "" {
		what = "|" + what + "|"
	}
	edge := fmt.Sprintf("  %s %s%s %s\n", ids[0], arrow, what, ids[1])
	if strings.Contains(d.text.String(), edge) {
		return true
	}
	lines.WriteString(edge)
	if d.full = d.full || d.edges == maxEdges || d.text.Len()+lines.Len()+len(moreCalls)+20 > maxPicture; d.full {
		return false
	}
	d.text.WriteString(lines.String())
	d.nodes[names[0]], d.nodes[names[1]] = ids[0], ids[1]
	d.edges++
	return true
}
