package lint

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/hclwrite"
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform/edit"
	"github.com/apiglint/apiglint/schema/trace"
)

// Record returns a file of settings or expectations with a recorded block for each promised call, as it ends now. What people wrote stays as
// it is, and a call that a block of theirs is about gets no other one. Recorded blocks of calls that are not given, or not [Settled], are
// removed; new ones follow at the end, sorted by their names. Lines end as they do in the file. What is wrong with the file is said with
// its place.
func Record(src []byte, file string, calls []trace.Trace) ([]byte, hcl.Diagnostics) {
	if n := bytes.Count(src, []byte("\n")); n > 0 && bytes.Count(src, []byte("\r\n")) == n {
		after, diags := record(bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n")), file, calls)
		if !diags.HasErrors() {
			return bytes.ReplaceAll(after, []byte("\n"), []byte("\r\n")), diags
		}
	}
	return record(src, file, calls) // whose places are those of the file
}

func record(src []byte, file string, calls []trace.Trace) ([]byte, hcl.Diagnostics) {
	p := settingsParser{settings: &Settings{File: file}}
	body := p.parse(src)
	if body != nil {
		p.expectBlocks(slices.DeleteFunc(slices.Clone(body.Blocks), func(b *hclsyntax.Block) bool { return b.Type != keyExpect }))
	}
	if p.diagnostics.HasErrors() {
		return nil, p.sorted()
	}
	r := recorder{wanted: map[string]trace.Trace{}, taken: map[string]bool{}}
	settled, _ := Settled(calls)
	for _, t := range settled {
		r.wanted[keyOf(t.Call)] = t
	}
	for _, e := range p.settings.Expectations {
		r.taken[e.Name] = true
		if !e.Recorded {
			r.leave(e)
		}
	}
	var edits []edit.Edit
	for _, e := range p.settings.Expectations {
		if e.Recorded {
			edits = append(edits, r.renew(src, e))
		}
	}
	text := strings.TrimRight(string(edited(src, edits)), "\n")
	if added := r.rest(); len(added) > 0 {
		text = strings.TrimLeft(text+"\n\n"+strings.Join(added, "\n\n"), "\n")
	}
	return []byte(text + "\n"), nil
}

// Settled returns a trace for each promised call of which it is certain how it ends, and in all root modules that it leads to in the same
// way, and how many others there are.
func Settled(calls []trace.Trace) (settled []trace.Trace, others int) {
	first := map[string]*trace.Trace{}
	doubtful := map[string]bool{}
	for i := range calls {
		t := &calls[i]
		key := keyOf(t.Call)
		was := first[key]
		if was == nil {
			first[key], was = t, t
		}
		doubtful[key] = doubtful[key] || t.Outcome == trace.Unsettled || t.Outcome != was.Outcome || t.Code != was.Code || t.Backend != was.Backend
	}
	for _, key := range slices.Sorted(maps.Keys(first)) {
		if doubtful[key] {
			others++
		} else {
			settled = append(settled, *first[key])
		}
	}
	return settled, others
}

// recorder has the calls that still need a block, and the names of blocks.
type recorder struct {
	wanted map[string]trace.Trace
	taken  map[string]bool
}

// leave leaves a call to the block that somebody has written about it.
func (r *recorder) leave(e *Expectation) {
	key := keyOf(e.Calls.Call)
	if t, ok := r.wanted[key]; ok && (e.Anywhere || len(e.From) == 0 || slices.Contains(e.From, t.Call.From)) {
		delete(r.wanted, key)
	}
}

// renew returns what becomes of a recorded block.
func (r *recorder) renew(src []byte, e *Expectation) edit.Edit {
	at := hcl.RangeBetween(e.Block.TypeRange, e.Block.CloseBraceRange)
	key := keyOf(e.Calls.Call)
	if t, ok := r.wanted[key]; ok {
		delete(r.wanted, key)
		return edit.Edit{Range: at, New: recorded(e.Name, t)}
	}
	for at.End.Byte < len(src) && src[at.End.Byte] == '\n' { // the lines that are empty then
		at.End.Byte++
	}
	return edit.Edit{Range: at}
}

// rest returns blocks for the calls that have none.
func (r *recorder) rest() []string {
	var blocks []string
	for _, key := range slices.Sorted(maps.Keys(r.wanted)) {
		t := r.wanted[key]
		name := nameOf(t.Call)
		for n := 2; r.taken[name]; n++ {
			name = fmt.Sprintf("%s (%d)", nameOf(t.Call), n)
		}
		r.taken[name] = true
		blocks = append(blocks, recorded(name, t))
	}
	slices.Sort(blocks)
	return blocks
}

// keyOf tells promised calls apart.
func keyOf(call trace.Call) string { return call.String() + "\n" + call.Environment() }

// nameOf is the name of a recorded block.
func nameOf(call trace.Call) string {
	if environment := call.Environment(); environment != schema.Release {
		return call.String() + " in " + environment
	}
	return call.String()
}

// recorded returns the block of a call, without the end of its last line.
func recorded(name string, t trace.Trace) string {
	file := hclwrite.NewEmptyFile()
	body := file.Body().AppendNewBlock(keyExpect, []string{name}).Body()
	set := func(name, value string) {
		if value != "" {
			body.SetAttributeValue(name, cty.StringVal(value))
		}
	}
	body.SetAttributeValue("recorded", cty.True)
	set("call", t.Call.String())
	set("from", t.Call.From.String())
	headers := map[string]cty.Value{}
	for name, value := range t.Call.Headers {
		if name != "x-stage" {
			headers[name] = cty.StringVal(value)
		}
	}
	if environment := t.Call.Environment(); environment != schema.Release {
		set("environment", environment)
	}
	if len(headers) > 0 {
		body.SetAttributeValue("headers", cty.MapVal(headers))
	}
	outcome := string(t.Outcome)
	if t.Outcome == trace.Fails && t.Code != "" {
		outcome = t.Code
	}
	set("outcome", outcome)
	if t.Outcome == trace.Arrives {
		set("backend", t.Backend)
	}
	return strings.TrimRight(string(hclwrite.Format(file.Bytes())), "\n")
}
