package report

import (
	"fmt"
	"strings"

	"github.com/apiglint/apiglint/schema/trace"
)

// maxCallers is how many bytes of a comment callers may take.
const maxCallers = 24_000

// callers writes what a change does to callers: a table for each effect, whom it lets in, and a picture.
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
		after := "after"
		if when.later {
			after = "then"
		}
		for _, e := range effects {
			rows(add, e.title+when.words, "| call | before | "+after+" | change |\n|---|---|---|---|\n", m.affected(when, e.effect), affectedRow)
		}
		for _, a := range audiences {
			rows(add, "Newly open to "+a.words+when.words, "| call | API | change |\n|---|---|---|\n", m.opened(when, a.to), openedRow)
		}
	}
	if drawn := m.changePicture(); drawn != "" {
		add("\n```mermaid\n" + drawn + "```\n")
	}
}

// rows writes a table as far as there is room for it.
func rows[T any](add func(string) bool, title, head string, all []T, row func(T) string) {
	if len(all) == 0 || !add("\n#### "+title+"\n\n"+head) {
		return
	}
	for i, one := range all {
		if i == maxCalls || !add(row(one)) {
			add(fmt.Sprintf("\nand %s\n", plural(len(all)-i, "more call", "more calls")))
			return
		}
	}
}

func affectedRow(a affected) string {
	before, after := a.endings()
	before, after = tableCell(before), tableCell(after)
	if reason := reasonOn(a.After); reason != "" {
		after += "<br>" + tableCell(reason)
	} else if reason := reasonOn(a.Before); reason != "" {
		before += "<br>" + tableCell(reason)
	}
	return fmt.Sprintf("| %s | %s | %s | %s |\n", tableCell(line(a.Call)), before, after, tableCell(doneBy(a.By)))
}

func openedRow(o opening) string {
	return fmt.Sprintf("| %s | %s | %s |\n", tableCell(line(o.Call)), tableCell(o.API), tableCell(doneBy(o.By)))
}

// tableCell returns a text for a cell of a table.
func tableCell(s string) string { return markdownText(short(s, maxAddress)) }

// maxEdges is how many edges a picture may have.
const maxEdges = 40

// maxActs is how many changes a picture has for a call.
const maxActs = 3

// changePicture draws what a change does to calls as a Mermaid flowchart: each call leads to where it ends, and what changes to the
// calls. It is empty where nothing changes.
func (r *renderer) changePicture() string {
	d := drawing{nodes: map[string]string{}}
	d.text.WriteString("flowchart LR\n")
	for _, when := range phases {
		for _, e := range effects {
			for _, a := range r.affected(when, e.effect) {
				if !d.affected(e.single+when.words, a) {
					break
				}
			}
		}
	}
	if d.edges == 0 {
		return ""
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
	return strings.TrimSpace(t.Ends + " " + t.Code)
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
	if d.full = d.full || d.edges == maxEdges || d.text.Len()+lines.Len() > maxPicture; d.full {
		return false
	}
	d.text.WriteString(lines.String())
	d.nodes[names[0]], d.nodes[names[1]] = ids[0], ids[1]
	d.edges++
	return true
}
