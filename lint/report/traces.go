package report

import (
	"bufio"
	"errors"
	"io"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/schema/trace"
)

// Traced is a trace with where it comes from.
type Traced struct {
	trace.Trace
	// Root is the directory of the root module, and Side is prior or planned for a plan, and "" otherwise.
	Root, Side string
	// Hidden says that the call has secrets, which were taken out.
	Hidden bool
}

// Traces are traces with the files that they point into.
type Traces struct {
	All   []Traced
	Files map[string]File
	// Summary asks for a line for each call instead of each station.
	Summary bool
}

// TraceFormat is a form that traces are written in.
type TraceFormat struct {
	Name string
	// Brief says that a summary in this form needs no more of a trace than [trace.Trace.Brief] returns.
	Brief bool
	Write func(w io.Writer, t *Traces, on Terminal) error
}

// TraceFormats returns the forms that traces are written in.
func TraceFormats() []TraceFormat {
	return []TraceFormat{
		{"text", true, writeTraceText}, {"json", false, writeTraceJSON}, {"markdown", true, writeTraceMarkdown}, {"mermaid", false, writeTraceMermaid},
	}
}

// The JSON of traces is a contract: docs/apiglint-trace-1.schema.json.
type (
	jsonTraces struct {
		Version int         `json:"version"`
		Traces  []jsonTrace `json:"traces"`
	}
	jsonTrace struct {
		Root        string          `json:"root"`
		Side        string          `json:"side"`
		Call        jsonCall        `json:"call"`
		Outcome     string          `json:"outcome"`
		Ends        string          `json:"ends,omitempty"`
		Code        string          `json:"code,omitempty"`
		Status      int             `json:"status,omitempty"`
		Text        string          `json:"text,omitempty"`
		Certainty   string          `json:"certainty"`
		Gateway     string          `json:"gateway,omitempty"`
		Group       string          `json:"group,omitempty"`
		Environment string          `json:"environment,omitempty"`
		API         string          `json:"api,omitempty"`
		Backend     string          `json:"backend,omitempty"`
		Redirected  bool            `json:"redirected,omitempty"`
		Stations    []jsonStation   `json:"stations"`
		Candidates  []jsonCandidate `json:"candidates,omitempty"`
	}
	jsonCall struct {
		Method            string            `json:"method"`
		URL               string            `json:"url"`
		From              string            `json:"from"`
		As                string            `json:"as"`
		Headers           map[string]string `json:"headers"`
		ClientCertificate bool              `json:"client_certificate,omitempty"`
	}
	jsonStation struct {
		Name      string           `json:"name"`
		Verdict   string           `json:"verdict"`
		Because   string           `json:"because,omitempty"`
		Objects   []string         `json:"objects,omitempty"`
		Places    []jsonTracePlace `json:"places,omitempty"`
		Code      string           `json:"code,omitempty"`
		Status    int              `json:"status,omitempty"`
		Certainty string           `json:"certainty"`
	}
	jsonTracePlace struct {
		File   string `json:"file"`
		Line   int    `json:"line"`
		Column int    `json:"column"`
	}
	jsonCandidate struct {
		API       string `json:"api"`
		Why       string `json:"why"`
		Certainty string `json:"certainty"`
	}
)

func writeTraceJSON(w io.Writer, t *Traces, _ Terminal) error {
	places := newPlaces(t.Files)
	out := bufio.NewWriter(w)
	err := writeJSONDocument(out, jsonTraces{Version: 1, Traces: []jsonTrace{}}, jsonList{name: "traces", fill: func(add func(any)) {
		for _, one := range t.All {
			add(places.trace(one))
		}
	}})
	return errors.Join(err, out.Flush())
}

func (p places) trace(one Traced) jsonTrace {
	j := jsonTrace{
		Root: one.Root, Side: one.Side, Outcome: string(one.Outcome), Ends: one.Ends, Code: one.Code, Status: one.Status, Text: one.Text,
		Certainty: string(one.Certainty), Gateway: one.Gateway, Group: one.Group, Environment: one.Environment, API: one.API,
		Backend: one.Backend, Redirected: one.Redirected, Stations: []jsonStation{},
		Call: jsonCallOf(one.Call),
	}
	for _, s := range one.Stations {
		station := jsonStation{
			Name: s.Name, Verdict: string(s.Verdict), Because: s.Because, Objects: s.Objects, Code: s.Code, Status: s.Status,
			Certainty: string(s.Certainty),
		}
		for _, at := range s.Places {
			station.Places = append(station.Places, p.json(at))
		}
		j.Stations = append(j.Stations, station)
	}
	for _, c := range one.Candidates {
		j.Candidates = append(j.Candidates, jsonCandidate{c.API, c.Why, string(c.Certainty)})
	}
	return j
}

// places computes lines and columns in files.
type places struct {
	files map[string]File
	texts map[string]*text
}

func newPlaces(files map[string]File) places { return places{files, map[string]*text{}} }

func (p places) json(at hcl.Range) jsonTracePlace {
	if p.texts[at.Filename] == nil {
		p.texts[at.Filename] = newText(p.files[at.Filename].Source)
	}
	start := p.texts[at.Filename].position(at.Start).json()
	return jsonTracePlace{at.Filename, start.Line, start.Column}
}
