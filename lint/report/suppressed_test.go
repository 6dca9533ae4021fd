package report

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"

	"github.com/xeipuuv/gojsonschema"

	"github.com/apiglint/apiglint/lint"
)

// suppressed is a report with one finding, and findings that comments hide: one with a secret in its line, one for a time,
// and one that a plan introduces.
func suppressed(t *testing.T) *Report {
	r := sample(t)
	secret, forNow, planned := *r.Findings[6], *r.Findings[0], *r.Findings[1]
	secret.Ignored = &lint.Ignore{Range: at(t, "main.tf", "# a tab inside"), Reason: "for a <b>test</b>, see #1 \x1b[31m@all"}
	forNow.Ignored = &lint.Ignore{Range: at(t, "main.tf", "# a tab inside"), Reason: "until it is there", Until: "2027-03-01"}
	planned.Ignored = secret.Ignored
	r.Findings, r.Notes = r.Findings[4:5], nil
	r.Suppressed = []*lint.Finding{&secret, &forNow}
	r.Review = &lint.Review{Suppressed: []*lint.Finding{&planned}}
	r.ShowSuppressed = true
	return r
}

func TestSuppressedGoldens(t *testing.T) {
	golden(t, "suppressed.txt", render(t, suppressed(t), "text"))
	golden(t, "suppressed.md", render(t, suppressed(t), "markdown"))
	golden(t, "suppressed.json", render(t, suppressed(t), "json"))
}

// TestSuppressedIsNotShown unless it is asked for, and then by the formats alone that can say so. It never counts.
func TestSuppressedIsNotShown(t *testing.T) {
	knows := map[string]bool{"text": true, "json": true, "sarif": true, "markdown": true}
	for _, format := range Formats() {
		r := suppressed(t)
		r.ShowSuppressed = false
		without := render(t, r, format.Name)
		for _, f := range newRenderer(r, Terminal{}).allSuppressed() {
			if bytes.Contains(without, []byte(f.Ignored.Reason)) || bytes.Contains(without, []byte("a secret")) {
				t.Errorf("%s shows what is suppressed", format.Name)
			}
		}
		with := render(t, suppressed(t), format.Name)
		if shows := !bytes.Equal(with, without); shows != knows[format.Name] {
			t.Errorf("%s changes: %v", format.Name, shows)
		}
		if bytes.Contains(with, []byte("hunter2")) {
			t.Errorf("%s shows a secret", format.Name)
		}
	}
}

// TestSuppressionsInSARIF holds what the standard asks for: one result that says whether it is suppressed makes all say so.
func TestSuppressionsInSARIF(t *testing.T) {
	schema, err := os.ReadFile("reporttest/sarif-schema-2.1.0.json")
	if err != nil {
		t.Fatal(err)
	}
	document := render(t, suppressed(t), "sarif")
	valid, err := gojsonschema.Validate(gojsonschema.NewBytesLoader(schema), gojsonschema.NewBytesLoader(document))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range valid.Errors() {
		t.Error(e)
	}
	var log struct {
		Runs []struct {
			Results []struct {
				Suppressions *[]struct {
					Kind, Justification string
					Location            struct {
						PhysicalLocation struct {
							Region struct{ StartLine, StartColumn int }
						}
					}
				}
			}
		}
	}
	if err := json.Unmarshal(document, &log); err != nil {
		t.Fatal(err)
	}
	results := log.Runs[0].Results
	if len(results) != 4 {
		t.Fatalf("there are %d results", len(results))
	}
	for i, result := range results {
		if result.Suppressions == nil || len(*result.Suppressions) != min(i, 1) {
			t.Fatalf("result %d has the suppressions %v", i, result.Suppressions)
		}
	}
	by := (*results[2].Suppressions)[0]
	if by.Kind != "inSource" || by.Justification != "until it is there" || by.Location.PhysicalLocation.Region.StartLine != 3 {
		t.Errorf("the suppression is %+v", by)
	}
	plain := suppressed(t)
	plain.ShowSuppressed = false
	if bytes.Contains(render(t, plain, "sarif"), []byte("suppressions")) {
		t.Error("suppressions are in the file for upload")
	}
}
