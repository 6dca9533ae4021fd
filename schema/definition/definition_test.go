package definition

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/terraform"
)

// eachConstraint visits every constraint of the tables once.
func eachConstraint(visit func(t *facts.Type, c *facts.Constraint)) {
	seen := map[string]bool{}
	for _, name := range facts.ResourceTypes() {
		t := facts.Resource(name)
		if seen[t.Name] {
			continue
		}
		seen[t.Name] = true
		for _, c := range t.Constraints {
			visit(t, c)
		}
	}
	for _, c := range facts.General() {
		visit(nil, c)
	}
}

func interpreted(t *facts.Type, c *facts.Constraint) bool {
	return betweenResources(c) || t != nil && len(compile(t, c)) > 0
}

// TestEveryConstraintHasAPlace holds that each constraint is interpreted, or is apart for a reason that is still one.
func TestEveryConstraintHasAPlace(t *testing.T) {
	ids, kinds := map[string]bool{}, map[string]bool{}
	eachConstraint(func(ty *facts.Type, c *facts.Constraint) {
		ids[c.ID], kinds[c.Kind] = true, true
		if apart(ty, c) == "" && !interpreted(ty, c) {
			t.Errorf("%s (%s) is not interpreted: %s", c.ID, c.Kind, c.Rule)
		}
		if unread[c.ID] != "" && (ownRules[c.ID] != "" || byKind[c.Kind] != "" || restated(ty, c)) {
			t.Errorf("%s has two reasons not to be interpreted", c.ID)
		}
	})
	for id := range unread {
		if !ids[id] {
			t.Errorf("%s is not in the tables any more", id)
		}
	}
	for kind := range byKind {
		if !kinds[kind] {
			t.Errorf("the kind %s is not in the tables any more", kind)
		}
	}
	if len(unread) > 31 {
		t.Errorf("%d constraints are not interpreted: the list is to become shorter", len(unread))
	}
	legal := regexp.MustCompile(`^(NET1|DOM2|PUB3|AUT4|POL5|API6|DEF0)\d\d$`)
	for key, rule := range ownRules {
		typeName, path, isAttr := strings.Cut(key, ".")
		known := ids[key] || isAttr && facts.Resource(typeName) != nil && facts.Resource(typeName).At(path) != nil
		if !known || !legal.MatchString(rule) {
			t.Errorf("%s: %s: no such constraint or attribute, or no rule", key, rule)
		}
	}
}

// TestConstraintsBreakAndHold gives every interpreted constraint configurations that break it, one for each thing that
// it says, and one that keeps it.
func TestConstraintsBreakAndHold(t *testing.T) {
	eachConstraint(func(ty *facts.Type, c *facts.Constraint) {
		if apart(ty, c) == "" {
			t.Run(c.ID, func(t *testing.T) { breakAndHold(t, ty, c) })
		}
	})
}

// TestRelationsBreakAndHold does the same for what the provider's schema states at the attributes.
func TestRelationsBreakAndHold(t *testing.T) {
	for _, name := range facts.ResourceTypes() {
		ty := facts.Resource(name)
		for _, c := range relations(ty) {
			t.Run(ty.Name+"/"+c.Kind+"/"+strings.Join(c.Attrs, ","), func(t *testing.T) { breakAndHold(t, ty, c) })
		}
	}
}

func breakAndHold(t *testing.T, ty *facts.Type, c *facts.Constraint) {
	t.Helper()
	scopes := c.Scope
	if scopes == nil {
		scopes = []string{""}
	}
	for _, scope := range scopes {
		sketches := sketchesOf(&clause{Constraint: c, scope: scope}, ty)
		if len(sketches.breaking) == 0 || len(sketches.keeping) == 0 {
			t.Fatalf("no configuration breaks it, or none keeps it")
		}
		for _, text := range sketches.breaking {
			if found := breachesOf(t, text, c); found == 0 {
				t.Errorf("this does not break %q:\n%s", c.Rule, text)
			}
		}
		for _, text := range sketches.keeping {
			if found := breachesOf(t, text, c); found > 0 {
				t.Errorf("this breaks %q:\n%s", c.Rule, text)
			}
		}
	}
}

// breachesOf counts the breaches of a constraint in a configuration.
func breachesOf(t *testing.T, text string, c *facts.Constraint) int {
	t.Helper()
	loader := terraform.NewLoader(fstest.MapFS{"main.tf": &fstest.MapFile{Data: []byte(text)}})
	config, err := schema.Load(loader, ".", terraform.Options{})
	if err != nil || config.Root.Diagnostics.HasErrors() {
		t.Fatal(err, config.Root.Diagnostics, text)
	}
	n := 0
	for aspect := Missing; aspect <= Ignored; aspect++ {
		Clauses(aspect)(config, func(b Breach) {
			if strings.HasSuffix(b.Message, ": "+c.Rule) {
				n++
				if b.At.Filename != "main.tf" || !strings.HasPrefix(b.Message, c.Resource+".") {
					t.Errorf("at %s: %s", b.At, b.Message)
				}
				if c.CaughtBy == "never" && aspect != Ignored {
					t.Errorf("aspect %d of what is ignored: %s", aspect, b.Message)
				}
			}
		})
	}
	return n
}

// sketches are configurations about one constraint.
type sketches struct{ breaking, keeping []string }

// texts that break and keep the patterns of constraints, and what an "in" compares.
var texts = map[string]struct{ bad, good string }{
	"apig_api-20":         {"Authorization", "size"},
	"apig_api-25":         {"/orders/{id}", "/orders"},
	"apig_api-54":         {"X-Stage", "size"},
	"apig_api-55":         {"a_b", "ab"},
	"apig_api-74":         {"office", "10.0.0.0/8,10.1.2.3"},
	"apig_api_debug-03":   {`{\"Authorization\":[\"x\"]}`, `{\"accept\":[\"x\"]}`},
	"apig_api_debug-05":   {"orders", "/orders"},
	"apig_instance-01":    {"NLB_BASIC", "NLB_BASIC"},
	"apig_signature-03":   {"1", "key_1"},
	"apig_signature-04":   {"short", "long_enough"},
	"apig_signature-05":   {"short", "long_enough"},
	"apig_signature-06":   {"short", "long_enough_for_hmac"},
	"apig_signature-07":   {"short", "sixteen_letters_"},
	"apig_signature-08":   {"short", "sixteen_letters_"},
	"apig_signature-09":   {"short", "sixteen_letters_sixteen_letters_"},
	"compute_instance-06": {"4", "3"},
	"dns_recordset-04":    {"www.example.com", "10.0.0.1"},
	"elb_loadbalancer-08": {"4", "3"},
	"fgs_function-06":     {"1500", "2048"},
	"vpc_bandwidth-03":    {"4", "3"},
	"vpc_bandwidth-04":    {"100", "300"},
	"vpc_eip-09":          {"4", "3"},
	"vpc_subnet-01":       {"10.0.0.0/29", "10.0.0.0/28"},
	"vpc_subnet-06":       {"10.0.0.1,10.0.0.2,10.0.0.3,10.0.0.4,10.0.0.5", "10.0.0.1,10.0.0.2"},
	"fgs_function-04":     {"index.handler", "-"},
	"apig_certificate-02": {"global", "instance"},
}

func sketchesOf(cl *clause, ty *facts.Type) sketches {
	var out sketches
	add := func(to *[]string, build func(b *builder)) {
		b := &builder{cl: cl, typ: ty, root: &node{}}
		build(b)
		*to = append(*to, b.String())
	}
	breaks := func(build func(b *builder)) { add(&out.breaking, build) }
	holds := func(build func(b *builder)) { add(&out.keeping, build) }
	set := func(attrs ...string) func(b *builder) {
		return func(b *builder) {
			for _, attr := range attrs {
				b.set(attr, "")
			}
		}
	}
	bad, good := texts[cl.ID].bad, texts[cl.ID].good
	attrs := cl.Attrs
	first, last := attrs[0], attrs[len(attrs)-1]
	switch {
	case cl.If != nil:
		conditionalSketches(cl, breaks, holds)
	case cl.Kind == "unique":
		breaks(func(b *builder) { b.twice(true) })
		holds(func(b *builder) { b.twice(false) })
	case cl.Kind == "max_count":
		breaks(func(b *builder) { b.copies = cl.Max + 1; b.set(first, "same") })
		holds(func(b *builder) { b.copies = cl.Max; b.set(first, "same") })
	case cl.Op == "in":
		breaks(func(b *builder) { b.set(first, "10.1.0.9"); b.set(attrs[1], "10.2.0.0/16") })
		holds(func(b *builder) { b.set(first, "10.2.0.9"); b.set(attrs[1], "10.2.0.0/16") })
	case cl.Op != "":
		breaks(func(b *builder) { b.set(first, "6"); b.set(attrs[1], "5") })
		holds(func(b *builder) { b.set(first, "4"); b.set(attrs[1], "5") })
		if cl.Op == "<" {
			breaks(func(b *builder) { b.set(first, "5"); b.set(attrs[1], "5") })
		} else {
			holds(func(b *builder) { b.set(first, "5"); b.set(attrs[1], "5") })
		}
	case cl.Kind == "exclusive":
		breaks(set(attrs[:2]...))
		holds(set(first))
	case cl.Kind == "exactly_one_of":
		breaks(set(attrs[:2]...))
		breaks(func(b *builder) { b.home() })
		holds(set(last))
	case cl.Kind == "at_least_one_of":
		breaks(func(b *builder) { b.home() })
		holds(set(first))
	case cl.Kind == "conflicts", cl.Kind == "useless_with":
		breaks(set(first, last))
		holds(set(first))
		holds(set(last))
	case cl.Kind == "required_together":
		breaks(set(first))
		holds(set(attrs...))
		holds(func(b *builder) { b.home() })
	case cl.Kind == "required_with":
		breaks(set(first))
		holds(set(first, last))
	case cl.Kind == "ignored":
		breaks(set(first))
		holds(func(b *builder) { b.home() })
	case cl.Kind == "cross_resource":
		breaks(func(b *builder) { b.raw(first, "[huaweicloud_apig_api.other.id]"); b.other("huaweicloud_apig_api") })
		holds(func(b *builder) {
			b.raw(first, "[huaweicloud_apig_api_publishment.other.publish_id]")
			b.other("huaweicloud_apig_api_publishment")
		})
	case cl.Values != nil:
		breaks(func(b *builder) { b.set(first, cl.Values[0]) })
		holds(func(b *builder) { b.set(first, "10.0.0.0/16") })
	default:
		breaks(func(b *builder) { b.set(first, bad) })
		holds(func(b *builder) { b.set(first, good) })
	}
	return out
}

// conditionalSketches makes a configuration for each part of the consequence that does not hold, and one in which all do.
func conditionalSketches(cl *clause, breaks, holds func(func(*builder))) {
	bad, good := texts[cl.ID].bad, texts[cl.ID].good
	conditions := func(b *builder) {
		b.home()
		for _, condition := range cl.If {
			switch {
			case condition.Pattern != "":
				b.set(condition.Attr, good)
			case len(condition.Values) > 0:
				b.set(condition.Attr, condition.Values[0])
			case condition.Set:
				b.set(condition.Attr, "")
			}
		}
	}
	value := func(condition *facts.Condition, b *builder, want bool) string {
		if condition.Pattern != "" || len(condition.Values) == 0 || good != "" {
			if want {
				return good
			}
			return bad
		}
		for _, candidate := range append(append([]string{}, b.attr(condition.Attr).Enum...), condition.Values[0], "other") {
			if condition.Holds(candidate, true) == want {
				return candidate
			}
		}
		return ""
	}
	keep := func(b *builder) {
		conditions(b)
		for _, attr := range cl.Then.Required {
			b.set(attr, "")
		}
		for _, condition := range slices.Concat(cl.Then.Allowed, cl.Then.EachOf) {
			b.set(condition.Attr, value(condition, b, true))
		}
		for _, condition := range cl.Then.Denied {
			b.set(condition.Attr, value(condition, b, condition.Pattern != ""))
		}
		for attr := range cl.Then.Format {
			b.set(attr, good)
		}
	}
	if !slices.ContainsFunc(cl.Then.Forbidden, func(attr string) bool { return attr == "group_id" }) {
		holds(keep)
	} else {
		holds(func(b *builder) { b.raw("group_id", `"literal"`) })
	}
	for _, attr := range cl.Then.Required {
		breaks(func(b *builder) { keep(b); b.unset(attr) })
	}
	for _, attr := range cl.Then.Forbidden {
		breaks(func(b *builder) { keep(b); b.set(attr, "") })
	}
	for _, condition := range slices.Concat(cl.Then.Allowed, cl.Then.EachOf) {
		breaks(func(b *builder) { keep(b); b.set(condition.Attr, value(condition, b, false)) })
	}
	for _, condition := range cl.Then.Denied {
		breaks(func(b *builder) { keep(b); b.set(condition.Attr, value(condition, b, condition.Pattern == "")) })
	}
	for attr := range cl.Then.Format {
		breaks(func(b *builder) { keep(b); b.set(attr, bad) })
	}
}

// builder writes a resource with the attributes that it is told, and those that references lead to.
type builder struct {
	cl     *clause
	typ    *facts.Type
	root   *node
	others []string
	behind map[string]*node // by reference argument: what the other resource has
	copies int
}

// node is a block: its arguments, and its blocks by type.
type node struct {
	args   map[string]string
	blocks map[string][]*node
}

func (n *node) block(name string) *node {
	if n.blocks == nil {
		n.blocks = map[string][]*node{}
	}
	if len(n.blocks[name]) == 0 {
		n.blocks[name] = []*node{{}}
	}
	return n.blocks[name][0]
}

func (n *node) arg(name, literal string) {
	if n.args == nil {
		n.args = map[string]string{}
	}
	n.args[name] = literal
}

// attr answers the facts of an attribute of the constraint, behind a reference too.
func (b *builder) attr(attr string) *facts.Attr {
	path := b.cl.at(attr)
	if a := b.typ.At(path); a != nil {
		return a
	}
	_, rest, _ := strings.Cut(path, ".")
	return facts.Resource(b.referred(rest)).At(rest)
}

func (b *builder) referred(attr string) string {
	for _, ref := range b.cl.RefersTo {
		if name, referred, _ := strings.Cut(ref, "."); referred == attr {
			return name
		}
	}
	return ""
}

// home makes the blocks that the attributes of the constraint stand in.
func (b *builder) home() {
	at := b.root
	for _, step := range strings.Split(b.cl.homeIn(b.typ), ".") {
		if step != "" {
			at = at.block(step)
		}
	}
}

// set gives an attribute a value: a sample of its type if that is "".
func (b *builder) set(attr, value string) {
	path := b.cl.at(attr)
	a := b.attr(attr)
	at := b.root
	if b.typ.At(path) == nil {
		argument, rest, _ := strings.Cut(path, ".")
		other := b.referred(rest)
		b.root.arg(argument, other+".other.id")
		if b.behind == nil {
			b.behind = map[string]*node{}
		}
		if b.behind[other] == nil {
			b.behind[other] = &node{}
		}
		at, path = b.behind[other], rest
	}
	steps := strings.Split(path, ".")
	for _, step := range steps[:len(steps)-1] {
		at = at.block(step)
	}
	name := steps[len(steps)-1]
	if a.Block {
		at.block(name)
		return
	}
	if at.args[name] != "" && value == "" {
		return // a reference, or a value that was asked for
	}
	at.arg(name, literal(a, value))
}

func (b *builder) raw(attr, expression string) { b.root.arg(b.cl.at(attr), expression) }

func (b *builder) other(typeName string) {
	b.others = append(b.others, fmt.Sprintf("resource %q \"other\" {}\n", typeName))
}

func (b *builder) unset(attr string) {
	path := b.cl.at(attr)
	at := b.root
	if b.typ.At(path) == nil {
		_, rest, _ := strings.Cut(path, ".")
		delete(b.behind[b.referred(rest)].args, rest)
		return
	}
	steps := strings.Split(path, ".")
	for _, step := range steps[:len(steps)-1] {
		at = at.block(step)
	}
	delete(at.args, steps[len(steps)-1])
	delete(at.blocks, steps[len(steps)-1])
}

// twice makes two blocks or resources that agree in all attributes, or differ in the first.
func (b *builder) twice(same bool) {
	for _, attr := range b.cl.Attrs {
		b.set(attr, "")
	}
	path := b.cl.at(b.cl.Attrs[0])
	if !strings.Contains(path, ".") {
		b.copies = 2
		if !same {
			b.raw(b.cl.Attrs[0], literal(b.attr(b.cl.Attrs[0]), "1${count.index}"))
		}
		return
	}
	at := b.root
	steps := strings.Split(path, ".")
	for _, step := range steps[:len(steps)-2] {
		at = at.block(step)
	}
	block, name := steps[len(steps)-2], steps[len(steps)-1]
	second := &node{}
	for arg, value := range at.blocks[block][0].args {
		second.arg(arg, value)
	}
	if !same {
		second.arg(name, literal(b.attr(b.cl.Attrs[0]), "2"))
	}
	at.blocks[block] = append(at.blocks[block], second)
}

// literal writes a value of an attribute's type.
func literal(a *facts.Attr, value string) string {
	if a.Elem != nil && (a.Type == facts.List || a.Type == facts.Set) {
		return "[" + literal(a.Elem, value) + "]"
	}
	if value == "" {
		switch {
		case len(a.Enum) > 0:
			value = a.Enum[0]
		case a.Type == facts.Bool:
			value = "true"
		case a.Type == facts.Int, a.Type == facts.Float:
			value = "1"
		case a.Type == facts.Map:
			return `{ a = "b" }`
		default:
			value = "x"
		}
	}
	if a.Type == facts.Bool {
		return value
	}
	if _, err := strconv.ParseFloat(value, 64); err == nil && a.Type != facts.String {
		return value
	}
	return `"` + value + `"`
}

func (b *builder) String() string {
	var text strings.Builder
	fmt.Fprintf(&text, "resource %q \"test\" {\n", b.typ.Name)
	if b.copies > 0 {
		fmt.Fprintf(&text, "count = %d\n", b.copies)
	}
	b.root.write(&text)
	text.WriteString("}\n")
	for _, name := range sortedKeys(b.behind) {
		fmt.Fprintf(&text, "resource %q \"other\" {\n", name)
		b.behind[name].write(&text)
		text.WriteString("}\n")
	}
	text.WriteString(strings.Join(b.others, ""))
	return text.String()
}

func (n *node) write(text *strings.Builder) {
	for _, name := range sortedKeys(n.args) {
		fmt.Fprintf(text, "%s = %s\n", name, n.args[name])
	}
	for _, name := range sortedKeys(n.blocks) {
		for _, block := range n.blocks[name] {
			fmt.Fprintf(text, "%s {\n", name)
			block.write(text)
			text.WriteString("}\n")
		}
	}
}
