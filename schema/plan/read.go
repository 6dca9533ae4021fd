package plan

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	tfjson "github.com/hashicorp/terraform-json"
)

const command = "`terraform show -json PLANFILE` makes a plan as JSON"

// Read recognises and parses a plan as JSON. Everything else is an error that says in one sentence what it is and which
// command makes the right thing. A byte order mark, UTF-16, and lines before the first { are read through.
func Read(src []byte) (*Plan, error) {
	if bytes.HasPrefix(src, []byte("PK\x03\x04")) {
		return nil, errors.New("this is a binary plan file: " + command)
	}
	text := unwrap(utf8Text(src))
	if len(bytes.TrimSpace(text)) == 0 {
		if len(bytes.TrimSpace(src)) == 0 {
			return nil, errors.New("this is empty: " + command)
		}
		return nil, errors.New("this is not JSON: " + command)
	}
	p := &Plan{}
	scan := parser{src: text}
	wrong, ok := p.parse(&scan)
	switch {
	case !ok && scan.skipSpace() == 0:
		return nil, errors.New("this is JSON that ends too early, perhaps a plan that was not written to its end: " + command)
	case !ok:
		return nil, errors.New("this is not JSON: " + command)
	}
	if problem := p.recognise(); problem != nil {
		return nil, problem
	}
	if scan.resources > maxResources {
		return nil, fmt.Errorf("it has more than %d resources, and plans of this size are not read", maxResources)
	}
	if wrong != "" {
		return nil, fmt.Errorf("this looks like a plan as JSON, but its %s cannot be read: %s", wrong, command)
	}
	return p, nil
}

// maxResources bounds the resources of a plan, those that change and those that are there together. A gateway holds at most
// 8000 APIs.
const maxResources = 200_000

// parse takes in the document in one pass, and answers the first property that is not as it should be, or "". It is false
// where the text is not JSON, or ends too early.
func (d *document) parse(p *parser) (wrong string, ok bool) {
	d.has = map[string]bool{}
	d.Variables, d.OutputChanges = map[string]variable{}, map[string]*change{}
	ok = p.fields(func(name string) bool {
		d.has[name] = true
		ok := d.property(p, name)
		if p.odd && wrong == "" {
			wrong = name
		}
		return ok
	})
	return wrong, ok
}

func (d *document) property(p *parser, name string) bool {
	var value json.RawMessage
	switch name {
	case "format_version":
		return p.raw(&d.FormatVersion)
	case "variables":
		return p.fields(func(name string) bool { return d.variable(p, name) })
	case "resource_changes":
		return p.elements(func() bool {
			if p.resources++; p.resources > maxResources {
				return p.pass()
			}
			c := &resourceChange{}
			d.ResourceChanges = append(d.ResourceChanges, c)
			return c.parse(p)
		})
	case "deferred_changes":
		return p.elements(func() bool {
			d.Partial = true
			return p.pass()
		})
	case "prior_state":
		return p.fields(func(name string) bool {
			if name != "values" {
				return p.pass()
			}
			return p.fields(func(name string) bool {
				if name != "root_module" {
					return p.pass()
				}
				return d.PriorState.parse(p)
			})
		})
	case "configuration":
		ok := p.raw(&value)
		p.odd = p.odd || ok && json.Unmarshal(value, &d.Configuration) != nil
		withoutNulls(&d.Configuration)
		return ok
	case "output_changes":
		return p.fields(func(name string) bool {
			c := &change{}
			d.OutputChanges[name] = c
			return c.parse(p)
		})
	case "complete", "errored":
		ok := p.raw(&value)
		d.Partial = d.Partial || string(value) == map[string]string{"complete": "false", "errored": "true"}[name]
		return ok
	}
	return p.pass()
}

func (d *document) variable(p *parser, name string) bool {
	return p.fields(func(part string) bool {
		var value json.RawMessage
		ok := p.raw(&value)
		if ok && part == "value" {
			d.Variables[name] = variable{value}
		}
		return ok
	})
}

func (c *resourceChange) parse(p *parser) bool {
	return p.fields(func(name string) bool {
		switch name {
		case "address":
			return p.string(&c.Address)
		case "module_address":
			return p.string(&c.ModuleAddress)
		case "mode":
			return p.string(&c.Mode)
		case "type":
			return p.string(&c.Type)
		case "name":
			return p.string(&c.Name)
		case "deposed":
			return p.string(&c.Deposed)
		case "index":
			return p.raw(&c.Index)
		case "change":
			return c.Change.parse(p)
		}
		return p.pass()
	})
}

func (c *change) parse(p *parser) bool {
	return p.fields(func(name string) bool {
		switch name {
		case "actions":
			return p.elements(func() bool {
				var action string
				ok := p.string(&action)
				c.Actions = append(c.Actions, tfjson.Action(action))
				return ok
			})
		case "before":
			return p.raw(&c.Before)
		case "after":
			return p.raw(&c.After)
		case "after_unknown":
			return p.raw(&c.AfterUnknown)
		case "before_sensitive":
			return p.raw(&c.BeforeSensitive)
		case "after_sensitive":
			return p.raw(&c.AfterSensitive)
		}
		return p.pass()
	})
}

func (m *stateModule) parse(p *parser) bool {
	return p.fields(func(name string) bool {
		switch name {
		case "address":
			return p.string(&m.Address)
		case "resources":
			return p.elements(func() bool {
				if p.resources++; p.resources > maxResources {
					return p.pass()
				}
				r := &stateResource{}
				m.Resources = append(m.Resources, r)
				return r.parse(p)
			})
		case "child_modules":
			return p.elements(func() bool {
				child := &stateModule{}
				m.ChildModules = append(m.ChildModules, child)
				return child.parse(p)
			})
		}
		return p.pass()
	})
}

func (r *stateResource) parse(p *parser) bool {
	return p.fields(func(name string) bool {
		switch name {
		case "address":
			return p.string(&r.Address)
		case "mode":
			return p.string(&r.Mode)
		case "type":
			return p.string(&r.Type)
		case "name":
			return p.string(&r.Name)
		case "deposed_key":
			return p.string(&r.DeposedKey)
		case "index":
			return p.raw(&r.Index)
		case "values":
			return p.raw(&r.Values)
		case "sensitive_values":
			return p.raw(&r.SensitiveValues)
		}
		return p.pass()
	})
}

// recognise says what an object is that is no plan.
func (d *document) recognise() error {
	switch has := d.has; {
	case has["planned_values"] || has["resource_changes"]:
		return version(d.FormatVersion)
	case has["@level"] || has["@message"]:
		return errors.New("this is the event stream of `terraform plan -json`, which holds no values: " + command)
	case has["values"] && has["format_version"]:
		return errors.New("this is a state as JSON, and no plan: " + command)
	case has["serial"] && has["lineage"]:
		return errors.New("this is a state file, and no plan: " + command)
	case has["provider_schemas"]:
		return errors.New("these are provider schemas, and no plan: " + command)
	case has["format_version"] && has["terraform_version"]:
		return version(d.FormatVersion) // a plan that does nothing
	}
	return errors.New("this is JSON, but no plan: " + command)
}

func version(raw json.RawMessage) error {
	var text string
	if json.Unmarshal(raw, &text) != nil || text == "" {
		return errors.New("this is a plan without a format version, which nothing makes: " + command)
	}
	if major, _, _ := strings.Cut(text, "."); major != "0" && major != "1" {
		return fmt.Errorf("this is a plan of format %s, and only those before 2 are understood: a newer apiglint may read it", text)
	}
	return nil
}

// utf8Text returns the text in UTF-8 without a byte order mark.
func utf8Text(src []byte) []byte {
	switch {
	case bytes.HasPrefix(src, []byte{0xEF, 0xBB, 0xBF}):
		return src[3:]
	case bytes.HasPrefix(src, []byte{0xFF, 0xFE}):
		return fromUTF16(src[2:], 0, 1)
	case bytes.HasPrefix(src, []byte{0xFE, 0xFF}):
		return fromUTF16(src[2:], 1, 0)
	case len(src) > 3 && src[0] == '{' && src[1] == 0:
		return fromUTF16(src, 0, 1)
	}
	return src
}

func fromUTF16(src []byte, low, high int) []byte {
	units := make([]uint16, 0, len(src)/2)
	for n := 0; n+1 < len(src); n += 2 {
		units = append(units, uint16(src[n+low])|uint16(src[n+high])<<8)
	}
	var text []byte
	for _, c := range utf16.Decode(units) {
		text = utf8.AppendRune(text, c)
	}
	return text
}

// unwrap leaves out the lines before the object. Continuous integration adds some, with braces in them at times: the
// object begins at the first { that stands first in its line or, failing that, at the first.
func unwrap(text []byte) []byte {
	rest := text
	for len(rest) > 0 {
		line := bytes.TrimLeft(rest, " \t\r")
		if bytes.HasPrefix(line, []byte("{")) {
			return line
		}
		end := bytes.IndexByte(rest, '\n')
		if end < 0 {
			break
		}
		rest = rest[end+1:]
	}
	if start := bytes.IndexByte(text, '{'); start >= 0 {
		return text[start:]
	}
	return nil
}
