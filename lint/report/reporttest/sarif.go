package reporttest

import (
	"bytes"
	"compress/gzip"
	_ "embed" // the schema
	"encoding/json"
	"fmt"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/xeipuuv/gojsonschema"
)

//go:embed sarif-schema-2.1.0.json
var sarifSchema []byte

var compiledSARIFSchema = sync.OnceValues(func() (*gojsonschema.Schema, error) {
	return gojsonschema.NewSchema(gojsonschema.NewBytesLoader(sarifSchema))
})

// sarifLog is what is looked at of a SARIF file. Pointers tell what is not there.
type sarifLog struct {
	Schema  string `json:"$schema"`
	Version string
	Runs    []sarifRun
}

type sarifRun struct {
	Tool struct {
		Driver struct {
			Name, SemanticVersion, FullName string
			Rules                           []sarifRule
		}
	}
	ColumnKind         string
	Results            *[]sarifResult
	AutomationDetails  *struct{ ID string }
	OriginalURIBaseIDs map[string]struct{ URI string }
	Invocations        []struct {
		ExecutionSuccessful        *bool
		ToolExecutionNotifications []struct {
			Level     string
			Message   sarifMessage
			Locations []sarifLocation
		}
	}
}

type sarifMessage struct{ Text, Markdown, ID string }

type sarifRule struct {
	ID, Name                                string
	HelpURI                                 *string
	ShortDescription, FullDescription, Help sarifMessage
	DefaultConfiguration                    struct{ Level string }
	Properties                              map[string]any
}

type sarifResult struct {
	RuleID              string
	RuleIndex           *int
	Level, Kind         string
	Message             sarifMessage
	BaselineState       string
	Locations           []sarifLocation
	RelatedLocations    []sarifLocation
	PartialFingerprints map[string]string
	Suppressions        []any
	CodeFlows           []any
}

type sarifLocation struct {
	ID               *int
	PhysicalLocation struct {
		ArtifactLocation      struct{ URI, URIBaseID string }
		Region, ContextRegion *sarifRegion
	}
	LogicalLocations []struct{ FullyQualifiedName string }
	Message          sarifMessage
}

type sarifRegion struct{ StartLine, StartColumn, EndLine, EndColumn int }

// The limits of code scanning. Below the number of tags at which a file is rejected it cuts what is beyond the tenth.
const (
	maxUpload      = 10_000_000
	maxResults     = 25_000
	maxRules       = 25_000
	maxLocations   = 1_000
	maxTags        = 10
	maxDescription = 1_024
	maxName        = 255
)

// SARIF returns what is wrong with a file for GitHub's code scanning: what its JSON schema says, and what the service and
// its pages ask for beyond that; see its documentation "SARIF support for code scanning". The official validator misses
// much of it: an empty URI, a severity that is no number, links that lead nowhere.
func SARIF(document []byte) []string {
	p := &problems{}
	p.schema(document)
	if n := compressed(document); n > maxUpload {
		p.addf("it has %d bytes when it is compressed", n)
	}
	var log sarifLog
	if err := json.Unmarshal(document, &log); err != nil {
		return append(p.all, err.Error())
	}
	if log.Schema != "https://json.schemastore.org/sarif-2.1.0.json" || log.Version != "2.1.0" {
		p.addf("its schema is %q and its version %q", log.Schema, log.Version)
	}
	if len(log.Runs) != 1 {
		p.addf("it has %d runs", len(log.Runs)) // two of one tool and category are rejected
	}
	for _, run := range log.Runs {
		p.run(run)
	}
	return p.all
}

// SARIFSchema returns what is wrong with a file by the JSON schema of SARIF alone.
func SARIFSchema(document []byte) []string {
	p := &problems{}
	p.schema(document)
	return p.all
}

type problems struct{ all []string }

func (p *problems) addf(format string, args ...any) {
	p.all = append(p.all, fmt.Sprintf(format, args...))
}

func (p *problems) schema(document []byte) {
	schema, err := compiledSARIFSchema()
	if err != nil {
		p.addf("the schema: %v", err)
		return
	}
	result, err := schema.Validate(gojsonschema.NewBytesLoader(document))
	if err != nil {
		p.addf("%v", err)
		return
	}
	for _, e := range result.Errors() {
		p.addf("%s", e)
	}
}

func compressed(document []byte) int {
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	_, _ = z.Write(document) // a buffer takes everything
	_ = z.Close()
	return out.Len()
}

var (
	semanticVersion = regexp.MustCompile(`^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$`)
	pascalCase      = regexp.MustCompile(`^([A-Z][a-z0-9]*)+$`)
	ruleID          = regexp.MustCompile(`^[A-Z]{3}[0-9]{3}$`)
	fingerprint     = regexp.MustCompile(`^([1-9a-f][0-9a-f]{0,15}|0):[1-9][0-9]*$`)
)

func (p *problems) run(run sarifRun) {
	driver := run.Tool.Driver
	if driver.Name != "apiglint" || !semanticVersion.MatchString(driver.SemanticVersion) || driver.FullName == "" {
		p.addf("the tool is %q %q", driver.Name, driver.SemanticVersion)
	}
	if run.ColumnKind != "utf16CodeUnits" {
		p.addf("columns are counted in %q", run.ColumnKind)
	}
	if a := run.AutomationDetails; a != nil && (!strings.HasSuffix(a.ID, "/") || len(a.ID) < 2) {
		p.addf("the category %q does not end with a slash", a.ID)
	}
	for name, base := range run.OriginalURIBaseIDs {
		if u, err := url.Parse(base.URI); err != nil || !u.IsAbs() || !strings.HasSuffix(base.URI, "/") {
			p.addf("the base %s is %q", name, base.URI)
		}
	}
	p.rules(driver.Rules)
	p.invocation(run)
	if run.Results == nil {
		p.addf("there are no results, not even an empty array")
		return
	}
	if n := len(*run.Results); n > maxResults {
		p.addf("there are %d results", n)
	}
	for i, result := range *run.Results {
		at := fmt.Sprintf("result %d (%s)", i, result.RuleID)
		if result.RuleIndex == nil || *result.RuleIndex < 0 || *result.RuleIndex >= len(driver.Rules) || driver.Rules[*result.RuleIndex].ID != result.RuleID {
			p.addf("%s has another rule at its index", at)
		}
		p.result(at, result)
	}
}

func (p *problems) rules(rules []sarifRule) {
	ids, names := map[string]bool{}, map[string]bool{}
	if len(rules) == 0 || len(rules) > maxRules {
		p.addf("there are %d rules", len(rules))
	}
	for _, rule := range rules {
		if ids[rule.ID] || names[rule.Name] {
			p.addf("%s %s is there twice", rule.ID, rule.Name)
		}
		ids[rule.ID], names[rule.Name] = true, true
		p.rule(rule)
	}
}

func (p *problems) rule(rule sarifRule) {
	if !ruleID.MatchString(rule.ID) || !pascalCase.MatchString(rule.Name) || rule.ID == rule.Name || len(rule.Name) > maxName {
		p.addf("the rule %q is called %q", rule.ID, rule.Name)
	}
	for what, text := range map[string]string{"short": rule.ShortDescription.Text, "full": rule.FullDescription.Text} {
		if text == "" || len(text) > maxDescription {
			p.addf("%s: the %s description has %d bytes", rule.ID, what, len(text))
		}
	}
	if rule.Help.Text == "" || rule.Help.Markdown == "" {
		p.addf("%s has no help", rule.ID)
	}
	if rule.HelpURI != nil {
		if u, err := url.Parse(*rule.HelpURI); err != nil || u.Scheme != "https" || u.Host == "" {
			p.addf("%s: the help is at %q", rule.ID, *rule.HelpURI)
		}
	}
	if !isLevel(rule.DefaultConfiguration.Level) {
		p.addf("%s has the level %q", rule.ID, rule.DefaultConfiguration.Level)
	}
	p.properties(rule)
}

func isLevel(level string) bool { return slices.Contains([]string{"error", "warning", "note"}, level) }

func (p *problems) properties(rule sarifRule) {
	tags, _ := rule.Properties["tags"].([]any)
	if len(tags) == 0 || len(tags) > maxTags {
		p.addf("%s has %d tags", rule.ID, len(tags))
	}
	if precision := rule.Properties["precision"]; !slices.Contains([]any{"very-high", "high", "medium", "low"}, precision) {
		p.addf("%s has the precision %v", rule.ID, precision)
	}
	severity, secure := rule.Properties["security-severity"]
	problem, other := rule.Properties["problem.severity"]
	if tagged := slices.Contains(tags, "security"); secure != tagged || other == tagged {
		p.addf("%s is half a security rule: tag %v, security-severity %v, problem.severity %v", rule.ID, tagged, severity, problem)
	}
	if secure {
		text, _ := severity.(string) // a number rejects the file
		if n, err := strconv.ParseFloat(text, 64); err != nil || n <= 0 || n > 10 {
			p.addf("%s has the security severity %#v", rule.ID, severity)
		}
	}
	if other && !slices.Contains([]any{"error", "warning", "recommendation"}, problem) {
		p.addf("%s has the problem severity %v", rule.ID, problem)
	}
}

func (p *problems) invocation(run sarifRun) {
	if len(run.Invocations) != 1 || run.Invocations[0].ExecutionSuccessful == nil {
		p.addf("it is not said whether the analysis is whole")
		return
	}
	for i, n := range run.Invocations[0].ToolExecutionNotifications {
		at := fmt.Sprintf("notification %d", i)
		p.message(at, n.Message.Text, nil)
		p.locations(at, n.Locations)
	}
}

func (p *problems) result(at string, r sarifResult) {
	if !isLevel(r.Level) {
		p.addf("%s has the level %q", at, r.Level)
	}
	if len(r.Suppressions) > 0 || r.Kind != "" && r.Kind != "fail" {
		p.addf("%s would be an open alert although it is none", at)
	}
	if r.BaselineState == "unchanged" || r.BaselineState == "absent" {
		p.addf("%s is %s, and would be an open alert", at, r.BaselineState)
	}
	if len(r.Locations) != 1 {
		p.addf("%s has %d locations", at, len(r.Locations))
	}
	if len(r.RelatedLocations) > maxLocations {
		p.addf("%s has %d related locations", at, len(r.RelatedLocations))
	}
	p.locations(at, r.Locations)
	p.locations(at+", related", r.RelatedLocations)
	ids := map[int]bool{}
	for i, related := range r.RelatedLocations {
		if related.ID == nil || *related.ID != i {
			p.addf("%s: the related location %d has another id", at, i)
		}
		ids[i] = true
		p.message(at+", related", related.Message.Text, nil)
	}
	p.message(at, r.Message.Text, ids)
	for name, value := range r.PartialFingerprints {
		if name != "primaryLocationLineHash" || !fingerprint.MatchString(value) {
			p.addf("%s has the fingerprint %s %q", at, name, value)
		}
	}
	for _, l := range r.Locations {
		if region := l.PhysicalLocation.Region; region != nil && region.StartLine != region.EndLine {
			p.addf("%s is at %d lines: a pull request shows it only if all of them are changed", at, region.EndLine-region.StartLine+1)
		}
	}
}

var (
	escapedText = regexp.MustCompile(`\\.`)
	link        = regexp.MustCompile(`\[[^\[\]]*\]\(([^)]*)\)`)
)

// message holds a text to being a sentence, and its links to leading to a related location.
func (p *problems) message(at, text string, ids map[int]bool) {
	if text == "" || !strings.HasSuffix(text, ".") {
		p.addf("%s: %q is no sentence", at, text)
	}
	linked := map[int]bool{}
	for _, match := range link.FindAllStringSubmatch(escapedText.ReplaceAllString(text, ""), -1) {
		id, err := strconv.Atoi(match[1])
		if err != nil || !ids[id] {
			p.addf("%s: the link %q leads nowhere", at, match[0])
		}
		linked[id] = true
	}
	for id := range min(len(ids), 1) {
		if !linked[id] {
			p.addf("%s: no link leads to related locations", at)
		}
	}
}

func (p *problems) locations(at string, all []sarifLocation) {
	for _, l := range all {
		if problem := badURI(l.PhysicalLocation.ArtifactLocation.URI); problem != "" {
			p.addf("%s: the URI %q %s", at, l.PhysicalLocation.ArtifactLocation.URI, problem)
		}
		region, around := l.PhysicalLocation.Region, l.PhysicalLocation.ContextRegion
		if region == nil || min(region.StartLine, region.StartColumn, region.EndLine, region.EndColumn) < 1 {
			p.addf("%s has the region %+v", at, region)
			continue
		}
		if region.EndLine < region.StartLine || region.EndLine == region.StartLine && region.EndColumn < region.StartColumn {
			p.addf("%s: %+v ends before it begins", at, *region)
		}
		if around != nil && (around.StartLine > region.StartLine || around.EndLine < region.EndLine || *around == *region) {
			p.addf("%s: the context %+v is not larger than %+v", at, *around, *region)
		}
	}
}

// badURI says what is wrong with a URI as the path of a file in a repository.
func badURI(uri string) string {
	u, err := url.Parse(uri)
	switch {
	case uri == "":
		return "is empty"
	case err != nil:
		return err.Error()
	case u.Scheme != "" || u.Host != "" || u.RawQuery != "" || u.Fragment != "" || strings.HasPrefix(uri, "/"):
		return "is not relative to the repository"
	case strings.ContainsFunc(uri, func(r rune) bool { return r <= ' ' || r >= 0x7F || strings.ContainsRune(`"<>\^{|}`+"`", r) }):
		return "has characters that have to be escaped"
	case slices.Contains(strings.Split(u.Path, "/"), "..") || path.Clean(u.Path) != u.Path:
		return "is not plain"
	}
	return ""
}
