package report

import (
	"bufio"
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/prose"
	"github.com/apiglint/apiglint/schema/terraform/files"

	"github.com/hashicorp/hcl/v2"
)

// Markdown is a comment for a pull request. Those who write configurations choose names and values in it, and must not be
// able to write the comment: every text is escaped or stands in a code span.

const (
	// maxComment is in bytes. GitHub takes 65 536 characters and refuses longer comments.
	maxComment = 60_000
	// maxTail is left for what is said at the end: what was cut, and what was not analysed.
	maxTail = 4_000
	// maxClosing is left for the tags that close what is open where it was cut.
	maxClosing = 200
	// maxText is in characters: one finding must not fill the comment.
	maxText, maxAddress = 1_000, 300
)

func writeMarkdown(out *bufio.Writer, r *renderer) error {
	m := &markdownWriter{out: out, renderer: r, room: maxComment - maxTail - maxClosing}
	m.head()
	m.callers()
	for _, s := range m.sections() {
		m.section(s)
	}
	m.tail()
	return nil
}

type markdownWriter struct {
	*renderer
	out  *bufio.Writer
	room int // bytes that are left for findings
	cut  int // findings that did not fit
}

// markdownSection is a list of findings under a title, the title "" being none.
type markdownSection struct {
	title    string
	open     bool // whether its groups are unfolded
	findings []*lint.Finding
}

func (m *markdownWriter) sections() []markdownSection {
	r := m.renderer
	var checked []*lint.Finding
	for _, f := range r.Findings {
		if r.state(f) == "" {
			checked = append(checked, f)
		}
	}
	suppressed := markdownSection{"Suppressed", false, r.suppressed()}
	if r.Review == nil {
		return []markdownSection{{open: true, findings: checked}, suppressed}
	}
	all := []markdownSection{
		{"In the configuration", true, checked},
		{"Introduced", true, r.Review.Introduced},
		{"Fixed", false, r.Review.Fixed},
	}
	if r.All {
		all = append(all,
			markdownSection{"Already there", false, r.Review.Unchanged}, markdownSection{"In the baseline", false, r.Review.Accepted})
	}
	return append(all, suppressed)
}

// head writes a mark by which a pipeline finds its own comment again, and the verdict.
func (m *markdownWriter) head() {
	verdict := strings.ReplaceAll(m.summary(), "\n", "; ")
	callers := m.callersSummary()
	if len(callers) > 0 && m.counted(phases[0]) != "" {
		verdict = callers[0] + m.besides() + "; findings: " + verdict
		callers = callers[1:]
	}
	m.write(fmt.Sprintf("<!-- %s -->\n### apiglint: %s\n", commentMark(m.Category), verdict))
	for _, sentence := range callers {
		m.write("\n**" + markdownText(capitalised(sentence)) + "**\n")
	}
	if judged := m.judgedLine(); judged != "" {
		m.write("\n" + markdownText(short(judged, maxText)) + "\n")
	}
	if !m.Complete() {
		m.write("\nSome input could not be read: findings may be missing.\n")
	}
}

var noMark = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[^A-Za-z0-9._/]+`) })

// commentMark returns what tells the comments of different analyses apart. Hyphens could end an HTML comment.
func commentMark(category string) string {
	return "apiglint " + noMark().ReplaceAllString(cmp.Or(strings.TrimSuffix(category, "/"), "apiglint"), "_")
}

func (m *markdownWriter) section(s markdownSection) {
	title := ""
	if s.title != "" && len(s.findings) > 0 {
		title = "\n#### " + s.title + "\n"
	}
	for _, group := range byResource(s.findings) {
		m.group(title, group, s.open)
		title = ""
	}
}

// byResource returns findings by the resource that they are about, the worst resources first.
func byResource(findings []*lint.Finding) [][]*lint.Finding {
	var groups [][]*lint.Finding
	index := map[string]int{}
	for _, f := range findings {
		i, ok := index[f.Resource]
		if !ok {
			i = len(groups)
			index[f.Resource] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], f)
	}
	for _, g := range groups {
		slices.SortStableFunc(g, func(a, b *lint.Finding) int { return cmp.Compare(b.Level, a.Level) })
	}
	slices.SortStableFunc(groups, func(a, b []*lint.Finding) int { return cmp.Compare(b[0].Level, a[0].Level) })
	return groups
}

// group writes the findings about one resource as far as they fit. What comes with the first of them is a title, if there
// is one, and the frame.
func (m *markdownWriter) group(title string, group []*lint.Finding, open bool) {
	const end = "\n</details>\n"
	begun := false
	for _, f := range group {
		if m.cut > 0 { // and all that follow, so that the worst are those that are shown
			m.cut++
			continue
		}
		text := m.finding(f)
		if !begun {
			text = title + m.frame(group, open) + text
		}
		need := len(text)
		if !begun {
			need += len(end)
		}
		if need > m.room {
			m.cut++
			continue
		}
		m.room -= need
		m.write(text)
		begun = true
	}
	if begun {
		m.write(end)
	}
}

// frame opens a group. What it begins with is HTML, up to the empty line.
func (m *markdownWriter) frame(group []*lint.Finding, open bool) string {
	attribute := ""
	if open {
		attribute = " open"
	}
	name := "the text itself"
	if address := group[0].Resource; address != "" {
		name = "<code>" + markdownText(short(address, maxAddress)) + "</code>"
	}
	return fmt.Sprintf("\n<details%s><summary>%s: %s</summary>\n\n", attribute, name, levels(group))
}

func (m *markdownWriter) finding(f *lint.Finding) string {
	var b strings.Builder
	state := ""
	if m.state(f) == Fixed {
		state = " (fixed)"
	}
	fmt.Fprintf(&b, "- **%s**%s: %s [%s %s](%s)\n", f.Level, state, m.message(f), f.Rule.ID, f.Rule.Name, PageURL(f.Rule))
	if f.Range.Filename != "" {
		fmt.Fprintf(&b, "  - at %s\n", codeSpan(m.fileLine(f.Range)))
	}
	if m.state(f) != Fixed {
		if f.Remedy != "" {
			fmt.Fprintf(&b, "  - help: %s\n", markdownText(short(f.Remedy, maxText)))
		}
		for _, line := range seen(f.Rule) {
			fmt.Fprintf(&b, "  - %s\n", line)
		}
	}
	for i, related := range f.Related {
		if m.state(f) == Fixed {
			break // the text is another one now
		}
		if n := len(f.Related) - i; i == maxAlso && n > 1 {
			fmt.Fprintf(&b, "  - and %d more places\n", n)
			break
		}
		fmt.Fprintf(&b, "  - %s: %s\n", codeSpan(m.fileLine(related.Range)), markdownText(short(related.Message, maxText)))
	}
	if len(f.Also) > 0 {
		var names []string
		for _, name := range f.Also[:min(len(f.Also), maxAlso)] {
			names = append(names, codeSpan(short(name, maxAddress)))
		}
		more := ""
		if n := len(f.Also) - len(names); n > 0 {
			more = fmt.Sprintf(" and %d more", n)
		}
		fmt.Fprintf(&b, "  - the same holds for %s%s\n", strings.Join(names, ", "), more)
	}
	if by := f.Ignored; by != nil {
		fmt.Fprintf(&b, "  - %s at %s: %s\n", ignoredText(by), codeSpan(m.fileLine(by.Range)), markdownText(short(by.Reason, maxText)))
	}
	return b.String()
}

// message returns what a finding says, with the address of what it is about as code.
func (m *markdownWriter) message(f *lint.Finding) string {
	text := short(f.Message, maxText)
	rest, ok := strings.CutPrefix(text, f.Resource)
	if !ok || f.Resource == "" || !isBoundary([]byte(text), len(f.Resource)) {
		return markdownText(text)
	}
	return codeSpan(short(f.Resource, maxAddress)) + markdownText(rest)
}

// fileLine returns file:line of a place. Paths are those of the repository, which the reader of a comment knows.
func (r *renderer) fileLine(at hcl.Range) string {
	return fmt.Sprintf("%s:%d", short(at.Filename, maxAddress), r.text(at.Filename).position(at.Start).line)
}

// seen returns what callers see of what a rule is about.
func seen(rule *lint.Rule) []string {
	var lines []string
	for _, fact := range inShort(rule) {
		switch fact[0] {
		case "Callers get", "The apply gets":
			lines = append(lines, strings.ToLower(fact[0][:1])+fact[0][1:]+" "+fact[1])
		case "Symptom":
			lines = append(lines, "what is seen: "+strings.TrimPrefix(fact[1], "none: "))
		}
	}
	return lines
}

// tail says what was cut and what was not analysed, as far as there is room.
func (m *markdownWriter) tail() {
	room := maxTail
	add := func(text string) {
		if len(text) <= room {
			room -= len(text)
			m.write(text)
		}
	}
	if m.cut > 0 {
		add(fmt.Sprintf("\n%s not shown, because comments have a limit; the text report has all.\n", prose.Count(m.cut, "more finding is", "more findings are")))
	}
	notes := m.notes()
	if len(notes) == 0 {
		return
	}
	add(fmt.Sprintf("\n<details><summary>not analysed: %s</summary>\n\n", prose.Count(len(notes), "place", "places")))
	const end = "\n</details>\n"
	room -= len(end)
	for i, note := range notes {
		if more := fmt.Sprintf("- and %d more\n", len(notes)-i); len(note)+len(more) > room {
			add(more)
			break
		}
		add(note)
	}
	m.write(end)
}

func (m *markdownWriter) notes() []string {
	var lines []string
	add := func(at hcl.Range, text string) {
		place := ""
		if at.Filename != "" {
			place = codeSpan(m.fileLine(at)) + ": "
		}
		lines = append(lines, "- "+place+markdownText(short(text, maxText))+"\n")
	}
	for _, d := range m.Diagnostics {
		add(files.Subject(d), diagnosticText(d))
	}
	for _, n := range m.Notes {
		add(n.Range, n.Message)
	}
	return lines
}

func (m *markdownWriter) write(text string) { m.out.WriteString(text) }

// short cuts a text to a number of characters.
func short(s string, most int) string {
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most]) + "…"
}

// markdownText returns a text for the middle of a line of Markdown or HTML. Underscores within words mean nothing there, and
// names are full of them.
func markdownText(s string) string {
	s = printable(s)
	text := []byte(s)
	return escaped(s, func(i int, r rune) bool {
		switch r {
		case '_':
			return isBoundary(text, i) || isBoundary(text, i+1)
		case ':':
			return strings.HasPrefix(s[i:], "://")
		}
		return strings.ContainsRune("&<>\\`*[]|~$", r)
	})
}

// escaped returns a text with an entity, which is not read again, for each character that means something. Mentions and
// the numbers of issues are looked for behind Markdown and its entities, so that only a character between helps: one
// without a width.
func escaped(s string, means func(i int, r rune) bool) string {
	const nothing = "\u200B"
	var b strings.Builder
	for i, r := range s {
		if means(i, r) {
			fmt.Fprintf(&b, "&#%d;", r)
		} else {
			b.WriteRune(r)
		}
		if r == '@' || r == '#' {
			b.WriteString(nothing)
		}
	}
	return b.String()
}

var backticks = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile("`+") })

// codeSpan returns a text as code. Its fence is longer than any run of backticks in it.
func codeSpan(s string) string {
	s = printable(s)
	fence := "`"
	for _, run := range backticks().FindAllString(s, -1) {
		if len(run) >= len(fence) {
			fence = strings.Repeat("`", len(run)+1)
		}
	}
	if s == "" || strings.HasPrefix(s, "`") || strings.HasSuffix(s, "`") || strings.TrimSpace(s) == "" {
		s = " " + s + " "
	}
	return fence + s + fence
}
