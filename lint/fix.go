package lint

import (
	"fmt"
	"slices"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/edit"
)

// Fix is a change of the text that certainly mends a finding, and changes nothing else.
type Fix struct {
	// Message says what it does, as the end of a sentence that begins with "--fix": renames x to y. It shows no secret.
	Message string
	// Edits are in one file, and do not overlap.
	Edits []edit.Edit

	block hcl.Range // see edit.Edits
	made  int       // blocks made from the text that have the finding, and this fix
}

// Mend gives the finding a fix, unless the rewrite is nil, and returns the finding.
func (f *Finding) Mend(w *edit.Edits, format string, args ...any) *Finding {
	if w != nil {
		f.Fix = &Fix{Message: fmt.Sprintf(format, args...), Edits: w.List, block: w.Block, made: 1}
	}
	return f
}

// File is the file that the fix changes.
func (f *Fix) File() string { return f.Edits[0].Range.Filename }

// join returns the fix of two findings that are one. A fix that only one of them has counts for that one.
func (f *Fix) join(other *Fix) *Fix {
	switch {
	case f == nil:
		return other
	case other != nil && f.Message == other.Message && slices.Equal(f.Edits, other.Edits):
		f.made += other.made
	}
	return f
}

// settled takes away the fixes of texts from which something is made that does not have the finding: another instance,
// or the same module in another root. One whose finding is hidden does not have it, and what is hidden is not fixed.
func settled(result Result, configs ...*schema.Config) Result {
	for _, f := range result.Suppressed {
		f.Fix = nil
	}
	var made map[hcl.Range]int
	for _, f := range result.Findings {
		if f.Fix == nil || f.Fix.block.Empty() {
			continue
		}
		if made == nil {
			made = blocks(configs)
		}
		if f.Fix.made != made[f.Fix.block] {
			f.Fix = nil
		}
	}
	return result
}

// blocks counts what is made from each block, by its header.
func blocks(configs []*schema.Config) map[hcl.Range]int {
	made := map[hcl.Range]int{}
	var count func(b *terraform.Block)
	count = func(b *terraform.Block) {
		made[b.Header()]++
		for _, nested := range b.Nested {
			count(nested)
		}
	}
	for _, c := range configs {
		for _, r := range c.Resources {
			count(r.Block)
		}
	}
	return made
}
