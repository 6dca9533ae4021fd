package report

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/linttest"
)

// sarifResults returns the messages of the results, the levels of the notifications and their texts.
func sarifResults(t *testing.T, out []byte) (results, notifications []string) {
	t.Helper()
	var log struct {
		Runs []struct {
			Results     []struct{ Message struct{ Text string } }
			Invocations []struct {
				ToolExecutionNotifications []struct {
					Level   string
					Message struct{ Text string }
				}
			}
		}
	}
	decode(t, out, &log)
	for _, r := range log.Runs[0].Results {
		results = append(results, r.Message.Text)
	}
	for _, n := range log.Runs[0].Invocations[0].ToolExecutionNotifications {
		notifications = append(notifications, n.Level+": "+n.Message.Text)
	}
	return results, notifications
}

// Code scanning refuses a file with more than 25 000 results, so the worst are those that are kept, and it is said.
func TestSARIFHasNoMoreResultsThanAreTaken(t *testing.T) {
	linttest.Long(t)
	r := many(9_000, 9_000, 9_000)
	out := render(t, r, "sarif")
	valid(t, "sarif", out)
	results, notifications := sarifResults(t, out)
	count := map[string]int{}
	for _, text := range results {
		count[text]++
	}
	if count["error."] != 9_000 || count["warning."] != 9_000 || count["note."] != 7_000 {
		t.Errorf("kept are %v", count)
	}
	if len(notifications) != 1 || !strings.HasPrefix(notifications[0], "warning: 2000 findings are left out") {
		t.Errorf("the notifications are %q", notifications)
	}
}

// It refuses one with more than 10 MB, compressed, too.
func TestSARIFIsNoLargerThanIsTaken(t *testing.T) {
	linttest.Long(t)
	r := many(0, 300, 10)
	noise := rand.NewChaCha8([32]byte{})
	for _, f := range r.Findings {
		bytes := make([]byte, 48_000)
		_, _ = noise.Read(bytes) // it takes no error
		f.Message += " " + base64.StdEncoding.EncodeToString(bytes)
	}
	out := render(t, r, "sarif")
	valid(t, "sarif", out)
	results, notifications := sarifResults(t, out)
	if n := len(results); n < 100 || n > 250 {
		t.Errorf("there are %d results", n)
	}
	if last := results[len(results)-1]; !strings.HasPrefix(last, "error ") {
		t.Error("the worst are not kept")
	}
	if want := fmt.Sprintf("warning: %d findings are left out", 310-len(results)); len(notifications) != 1 || !strings.HasPrefix(notifications[0], want) {
		t.Errorf("the notifications are %q", notifications)
	}
}

func TestSARIFHasFewLinks(t *testing.T) {
	r := many(0, 0, 1)
	for i := range 2_000 {
		r.Findings[0].Relate(hcl.Range{Filename: "b.tf", Start: hcl.Pos{Line: i + 1}}, "place %d", i)
	}
	out := render(t, r, "sarif")
	valid(t, "sarif", out)
	results, _ := sarifResults(t, out)
	if !strings.HasSuffix(results[0], "[place 9](9). There are 1990 more such places.") {
		t.Errorf("the message is %q", results[0])
	}
}

// A security rule is one in every respect, and its tags are not too many.
func TestSARIFTags(t *testing.T) {
	rule := *anonymous
	for i := range 20 {
		rule.Codes = append(rule.Codes, fmt.Sprintf("APIG.%04d", i))
	}
	r := &Report{Rules: []*lint.Rule{&rule, network}}
	valid(t, "sarif", render(t, r, "sarif"))
	var log struct {
		Runs []struct {
			Tool struct {
				Driver struct {
					Rules []struct{ Properties struct{ Tags []string } }
				}
			}
		}
	}
	if err := json.Unmarshal(render(t, r, "sarif"), &log); err != nil {
		t.Fatal(err)
	}
	if tags := log.Runs[0].Tool.Driver.Rules[0].Properties.Tags; len(tags) != maxTags {
		t.Errorf("the tags are %q", tags)
	}
}
