package lint

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"strings"
)

// baselineVersion changes when an older reader would misread what is written.
const baselineVersion = 1

// baseline is the file of a baseline. It has no line numbers and no messages, so that it changes only when findings come
// and go.
type baseline struct {
	Version  int             `json:"version"`
	Findings []baselineEntry `json:"findings"`
}

// baselineEntry is an identity as it is written.
type baselineEntry struct {
	// Root is relative to the directory of the baseline's file.
	Root string `json:"root"`
	// Rule is the rule's ID, and its name for people.
	Rule     string `json:"rule"`
	Resource string `json:"resource,omitempty"`
	Place    string `json:"place,omitempty"`
	// Count is how many findings have this identity, where they are several.
	Count int `json:"count,omitempty"`
}

// WriteBaseline writes a baseline, one line for each identity, sorted. The rules are those that there are.
func WriteBaseline(w io.Writer, known Counts, rules []*Rule) error {
	names := map[string]string{}
	for _, rule := range rules {
		names[rule.ID] = rule.Name
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "{\n  \"version\": %d,\n  \"findings\": [", baselineVersion)
	separator := "\n"
	for _, id := range slices.SortedFunc(maps.Keys(known), Identity.Compare) {
		entry := baselineEntry{
			Root: id.Root, Rule: strings.TrimSpace(id.Rule + " " + names[id.Rule]), Resource: id.Resource, Place: id.Path,
		}
		if known[id] > 1 {
			entry.Count = known[id]
		}
		line, err := entryLine(entry)
		if err != nil {
			return fmt.Errorf("encode a baseline: %w", err)
		}
		b.WriteString(separator + "    " + line)
		separator = ",\n"
	}
	if separator != "\n" {
		b.WriteString("\n  ")
	}
	b.WriteString("]\n}\n")
	_, err := w.Write(b.Bytes())
	return err
}

func entryLine(e baselineEntry) (string, error) {
	var line strings.Builder
	encoder := json.NewEncoder(&line)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(e)
	return strings.TrimSuffix(line.String(), "\n"), err
}

// ReadBaseline reads a baseline. The error is one sentence without the file's name.
func ReadBaseline(src []byte) (Counts, error) {
	var b baseline
	var other struct {
		Runs json.RawMessage `json:"runs"`
	}
	const again = "; apiglint baseline writes one"
	switch err := json.Unmarshal(src, &b); {
	case len(bytes.TrimSpace(src)) == 0:
		return nil, errors.New("it is empty, and no baseline" + again)
	case bytes.Contains(src, []byte("\n<<<<<<< ")):
		return nil, errors.New("it has the marks of a merge conflict: keep the lines of both sides that stand, or write it again with apiglint baseline")
	case json.Unmarshal(src, &other) == nil && other.Runs != nil:
		return nil, errors.New("it is SARIF, and no baseline" + again)
	case err != nil:
		return nil, fmt.Errorf("it is no baseline (%w)%s", err, again)
	case b.Version == 0:
		return nil, errors.New("it has no version, and is no baseline" + again)
	case b.Version != baselineVersion:
		return nil, fmt.Errorf("it has the version %d, and this apiglint reads version %d: a newer one wrote it", b.Version, baselineVersion)
	}
	known := Counts{}
	for i, e := range b.Findings {
		id, _, _ := strings.Cut(e.Rule, " ")
		if e.Root == "" || id == "" || (e.Resource == "" && e.Place == "") || e.Count < 0 || e.Count > math.MaxInt32 {
			return nil, fmt.Errorf("its finding %d is malformed: it needs a root, a rule, and a resource or a place%s", i+1, again)
		}
		known[Identity{Root: e.Root, Rule: id, Resource: e.Resource, Path: e.Place}] += max(e.Count, 1)
	}
	return known, nil
}
