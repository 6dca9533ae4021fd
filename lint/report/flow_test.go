package report

import (
	"strings"
	"testing"
)

// In a terminal lines are broken between words only, and as long as it is wide, unless a single word is longer.
func TestTextInATerminal(t *testing.T) {
	words := func(text string) string { return strings.Join(strings.Fields(text), " ") }
	r := sample(t)
	r.Findings = append(r.Findings[:4], r.Findings[9:]...) // the others show lines that are cut to the terminal
	r.Findings[0].Message = strings.Repeat("中文 words and more words, ", 20)
	r.Findings[0].Related[0].Message = strings.Repeat("a note of some length ", 10)
	whole := string(render(t, r, "text"))
	for _, width := range []int{60, 80, 120} {
		got := string(renderOn(t, r, "text", Terminal{Width: width}))
		if words(got) != words(whole) {
			t.Errorf("in %d columns the words are others:\n%s", width, got)
		}
		for _, line := range strings.Split(got, "\n") {
			if columns(line) > width && len(strings.Fields(line)) > 1 && !strings.Contains(line, "|") && !strings.HasSuffix(line, "]") {
				t.Errorf("wider than %d columns: %q", width, line)
			}
		}
	}
	golden(t, "narrow.txt", renderOn(t, sample(t), "text", Terminal{Width: 60}))
}
