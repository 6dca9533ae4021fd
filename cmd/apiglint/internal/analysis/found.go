package analysis

import (
	"slices"
	"sync"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/cmd/apiglint/internal/baseline"
	"github.com/apiglint/apiglint/cmd/apiglint/internal/boundary"
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/report"
	"github.com/apiglint/apiglint/rules"
	"github.com/apiglint/apiglint/schema"
)

// Found is what was found. File names are relative to the base.
type Found struct {
	// Gone is how many entries the baseline has that are not found any more.
	Gone int

	lint.Result // of which Findings are to be reported
	review      *lint.Review
	callers     []report.Callers
	silences    []lint.Silence
	leftOut     int // findings in installed modules
	warnings    []string
	instead     map[*lint.Finding]string // files that stand for the places that findings lack
	secrets     map[string][]hcl.Range   // by file
	secretTexts []string
	revisions   []string          // what the file names of a revision begin with
	sources     map[string][]byte // the files of revisions
	recorded    lint.Counts       // everything that was found, with absolute directories
	disabled    lint.Counts       // the same for what settings disable in some files
}

func newFound() *Found {
	return &Found{
		Result:  lint.Result{Idle: lint.Idle{}},
		instead: map[*lint.Finding]string{}, secrets: map[string][]hcl.Range{}, sources: map[string][]byte{},
		recorded: lint.Counts{}, disabled: lint.Counts{},
	}
}

// find lints everything in a scope. The baseline may be nil.
func find(s *Scope, known *baseline.File) (*Found, error) {
	f := newFound()
	for _, p := range s.parts {
		for _, planned := range p.plans {
			f.plan(s, p, planned, known)
		}
		if err := f.part(s, p, known); err != nil {
			return nil, err
		}
	}
	return f, nil
}

// part lints the roots within one boundary.
func (f *Found) part(s *Scope, p *part, known *baseline.File) error {
	configs := configsOf(p.roots)
	was, err := s.former(p)
	if err != nil {
		return err
	}
	defer was.close()
	if was != nil {
		if err := s.expectationsOf(p, was); err != nil {
			return err
		}
	}
	o := p.linting(s.options, p.roots...)
	o.Across = was.configs()
	result := lint.Run(o, configs...)
	f.leftOut += result.LeftOut()
	f.Idle.Add(result.Idle)
	redactPromises(configs, result)
	if s.options.WhySilent {
		for _, c := range configs {
			f.silences = append(f.silences, p.diagnostics.silences(lint.Silences(o, c))...)
		}
	}
	if s.options.Record {
		f.record(p, result)
	}
	review := f.diff(s, p, known, was, result)
	if len(result.Findings)+len(result.Suppressed) > 0 {
		for _, c := range configs {
			f.addSecrets(p, c)
		}
	}
	p.diagnostics.qualifyAll(result.Suppressed...)
	f.Suppressed = append(f.Suppressed, result.Suppressed...)
	if review == nil {
		p.diagnostics.qualifyAll(result.Findings...)
		f.Findings = append(f.Findings, result.Findings...)
		return nil
	}
	p.diagnostics.qualifyAll(slices.Concat(review.Introduced, review.Unchanged, review.Accepted)...)
	f.add(review)
	return nil
}

// redactPromises takes secrets out of findings about calls, whose texts are made of whatever the calls meet.
func redactPromises(configs []*schema.Config, result lint.Result) {
	secrets := sync.OnceValue(func() (all []string) {
		for _, c := range configs {
			all = append(all, c.SecretTexts()...)
		}
		return all
	})
	for _, f := range slices.Concat(result.Findings, result.Suppressed) {
		if f.Rule.Cause != lint.Promise {
			continue
		}
		report.RedactCalls(f, secrets())
	}
}

// add adds a review, of which what is introduced is to be reported.
func (f *Found) add(r *lint.Review) {
	if f.review == nil {
		f.review = &lint.Review{}
	}
	all := f.review
	all.Introduced = append(all.Introduced, r.Introduced...)
	all.Unchanged = append(all.Unchanged, r.Unchanged...)
	all.Fixed = append(all.Fixed, r.Fixed...)
	all.Accepted = append(all.Accepted, r.Accepted...)
	all.Suppressed = append(all.Suppressed, r.Suppressed...)
	f.Findings = append(f.Findings, r.Introduced...)
	f.Idle.Add(r.Idle)
}

// addSecrets keeps the secrets of a configuration out of the report.
func (f *Found) addSecrets(p *part, c *schema.Config) {
	for _, secret := range c.Secrets() {
		p.diagnostics.qualify(&secret)
		f.secrets[secret.Filename] = append(f.secrets[secret.Filename], secret)
	}
}

// linting returns how root modules are linted.
func (p *part) linting(o Options, roots ...root) lint.Options {
	settings := map[*schema.Config]*lint.Settings{}
	for _, r := range roots {
		settings[r.config] = r.settings
	}
	return lint.Options{
		Rules: rules.All(), Settings: func(c *schema.Config) *lint.Settings { return settings[c] }, Elsewhere: p.elsewhere,
		OneCause: true, Today: o.Today, Renewing: o.Renewing,
	}
}

// diff tells what is new from what was there, nil where everything is reported.
func (f *Found) diff(s *Scope, p *part, known *baseline.File, was *former, result lint.Result) *lint.Review {
	switch {
	case p.onlyPlans():
		return nil // a plan has a before of its own
	case was != nil:
		return f.since(s, p, was, result)
	case known != nil:
		return f.against(s, p, known, result)
	}
	return nil
}

// onlyPlans reports whether nothing but plans is linted.
func (p *part) onlyPlans() bool {
	return !slices.ContainsFunc(p.Targets, func(t boundary.Target) bool { return t.Plan == "" })
}
