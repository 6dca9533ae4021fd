package report

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/schema/trace"
)

// signs stand before stations and calls.
var signs = map[trace.Verdict]string{trace.Passed: "+", trace.Failed: "x", trace.Uncertain: "?", trace.Skipped: " "}

// writeTraceText writes first how each call ends and because of what, and then its way.
func writeTraceText(w io.Writer, t *Traces, _ Terminal) error {
	var b strings.Builder
	if t.Summary {
		summarise(&b, t)
	} else {
		places := newPlaces(t.Files)
		for i, one := range t.All {
			if i > 0 {
				b.WriteByte('\n')
			}
			describeTrace(&b, places, one)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func describeTrace(b *strings.Builder, places places, one Traced) {
	fmt.Fprintf(b, "%s\n", printable(callLine(one)))
	fmt.Fprintf(b, "%s\n", printable(ending(one.Trace)))
	for _, s := range one.Stations {
		if s.Verdict == trace.Failed || s.Verdict == trace.Uncertain {
			also := ""
			if s.Name != one.Ends {
				also = "also "
			}
			fmt.Fprintf(b, "  %s%s: %s\n", also, s.Name, printable(s.Because))
			for _, at := range s.Places {
				fmt.Fprintf(b, "    %s\n", printable(places.shown(at)))
			}
		}
	}
	b.WriteByte('\n')
	for _, s := range one.Stations {
		note := ""
		if s.Certainty == trace.Likely && s.Verdict != trace.Skipped {
			note = " (likely)"
		}
		fmt.Fprintf(b, "  %s %-14s  %s%s\n", signs[s.Verdict], s.Name, printable(cmp.Or(s.Because, string(s.Verdict))), note)
	}
	for _, c := range one.Candidates {
		fmt.Fprintf(b, "  not %s: %s\n", printable(c.API), printable(c.Why))
	}
}

func (p places) shown(at hcl.Range) string {
	place := p.json(at)
	return fmt.Sprintf("%s:%d:%d", cmp.Or(p.files[at.Filename].Shown, at.Filename), place.Line, place.Column)
}

// callLine says what is called, from where and by whom.
func callLine(one Traced) string {
	line := one.Call.Method + " " + one.Call.URL
	for _, name := range slices.Sorted(maps.Keys(one.Call.Headers)) {
		line += fmt.Sprintf(", %s: %s", name, one.Call.Headers[name])
	}
	if from := one.Call.From.String(); from != "" {
		line += ", from " + from
	}
	if as := one.Call.As.String(); as != "" {
		line += ", as " + as
	}
	if one.Side != "" {
		line += " (" + one.Side + ")"
	}
	return line
}

// ending says how a call ends in one line.
func ending(t trace.Trace) string {
	likely := ""
	if t.Certainty == trace.Likely {
		likely = "likely "
	}
	switch t.Outcome {
	case trace.Arrives:
		text := likely + "arrives at " + cmp.Or(t.Backend, "its backend")
		if t.Redirected {
			text += ", after a redirect to https"
		}
		return text
	case trace.Fails:
		latest := ""
		if t.MayEndBefore() {
			latest = "the latest at "
		}
		return fmt.Sprintf("%sfails at %s%s: %s", likely, latest, t.Ends, answerOf(t))
	case trace.Unsettled:
	}
	return "uncertain at " + t.Ends
}

// answerOf says what the caller sees.
func answerOf(t trace.Trace) string {
	if t.Code == "" {
		return map[string]string{
			"name": "the host does not resolve", "entrance": "the connection times out", "port": "nobody answers at the port", "tls": "the TLS handshake fails",
		}[t.Ends]
	}
	return fmt.Sprintf("%s (HTTP %d) %s", t.Code, t.Status, t.Text)
}

// summarise writes a line for each call, by host, the worst first, and the totals.
func summarise(b *strings.Builder, t *Traces) {
	type line struct {
		*Traced
		host  string
		worst int
	}
	worst := map[trace.Outcome]int{trace.Fails: 0, trace.Unsettled: 1, trace.Arrives: 2}
	lines := make([]line, len(t.All))
	ofHost := map[string]int{}
	counts := map[trace.Outcome]int{}
	for i := range t.All {
		one := &t.All[i]
		lines[i] = line{one, cmp.Or(one.Call.Target, one.Call.Host) + one.Side, worst[one.Outcome]}
		before, ok := ofHost[lines[i].host]
		if !ok || lines[i].worst < before {
			ofHost[lines[i].host] = lines[i].worst
		}
		counts[one.Outcome]++
	}
	slices.SortStableFunc(lines, func(a, b line) int {
		return cmp.Or(cmp.Compare(ofHost[a.host], ofHost[b.host]), cmp.Compare(a.host, b.host), cmp.Compare(a.worst, b.worst))
	})
	for i, one := range lines {
		if i == 0 || one.host != lines[i-1].host {
			if i > 0 {
				b.WriteByte('\n')
			}
			fmt.Fprintf(b, "%s\n", printable(cmp.Or(one.Call.Target, one.Call.Host)))
		}
		verdict := map[trace.Outcome]trace.Verdict{trace.Arrives: trace.Passed, trace.Fails: trace.Failed, trace.Unsettled: trace.Uncertain}[one.Outcome]
		fmt.Fprintf(b, "  %s %s: %s\n", signs[verdict], printable(callLine(*one.Traced)), printable(ending(one.Trace)))
	}
	if len(lines) == 0 {
		b.WriteString("no call is promised: no API of a gateway here is published and has a host that is known\n")
		return
	}
	b.WriteByte('\n')
	fmt.Fprintf(b, "%d of %d calls arrive, %d fail, %d are uncertain\n", counts[trace.Arrives], len(lines), counts[trace.Fails], counts[trace.Unsettled])
}
