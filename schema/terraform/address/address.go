// Package address spells the addresses of resources, modules and their instances, module.a["x"].huaweicloud_vpc.b[0], and
// takes them apart. It knows no configuration.
package address

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// Split splits an address at the dots that are in no key.
func Split(address string) []string {
	var steps []string
	start, quoted := 0, false
	for n := 0; n < len(address); n++ {
		switch c := address[n]; {
		case quoted && c == '\\':
			n++
		case c == '"':
			quoted = !quoted
		case c == '.' && !quoted:
			steps = append(steps, address[start:n])
			start = n + 1
		}
	}
	return append(steps, address[start:])
}

// Join puts the address of a module instance, "" for the root, before an address within it.
func Join(module, address string) string {
	if module == "" {
		return address
	}
	return module + "." + address
}

// WithoutKeys leaves the instance keys of an address out.
func WithoutKeys(address string) string {
	if !strings.Contains(address, "[") {
		return address
	}
	steps := slices.Clone(Split(address))
	for n, step := range steps {
		steps[n], _, _ = strings.Cut(step, "[")
	}
	return strings.Join(steps, ".")
}

// CutCall splits the address of a module instance, module.a["x"].module.b[0], into that of the module that calls it and the
// name of the call: module.a["x"] and b.
func CutCall(module string) (parent, call string) {
	steps := Split(module)
	cut := max(len(steps)-2, 0)
	call, _, _ = strings.Cut(steps[len(steps)-1], "[")
	return strings.Join(steps[:cut], "."), call
}

// Index spells a string key as Terraform does in addresses.
func Index(key string) string {
	var b strings.Builder
	b.WriteString(`["`)
	for n, r := range key {
		switch {
		case escapes[r] != "":
			b.WriteString(escapes[r])
		case (r == '$' || r == '%') && strings.HasPrefix(key[n+1:], "{"):
			b.WriteRune(r)
			b.WriteRune(r) // no template begins here
		case unicode.IsPrint(r):
			b.WriteRune(r)
		case r < 1<<16:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			fmt.Fprintf(&b, `\U%08x`, r)
		}
	}
	b.WriteString(`"]`)
	return b.String()
}

var escapes = map[rune]string{'"': `\"`, '\\': `\\`, '\n': `\n`, '\r': `\r`, '\t': `\t`}

// Move says that what had one address has another one now. Both are those of resources, modules, or instances of them.
type Move struct{ From, To string }

// Apply returns the address that the move leads to, and reports whether it is about the address.
func (m Move) Apply(address string) (string, bool) {
	rest, ok := strings.CutPrefix(address, m.From)
	if !ok {
		return address, false
	}
	// One that names no instance on either side moves them all.
	all := !strings.HasSuffix(m.From, "]") && !strings.HasSuffix(m.To, "]")
	if rest == "" || rest[0] == '.' || (rest[0] == '[' && all) {
		return m.To + rest, true
	}
	return address, false
}
