package schema

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// local are the programs that set up the machine they run on, or tell what is there, and change nothing in the cloud.
var local = []string{
	"apk", "apt", "apt-get", "cat", "cd", "chmod", "chown", "cp", "date", "dnf", "echo", "exit", "false", "grep", "groupadd", "head",
	"hostnamectl", "jq", "ln", "ls", "mkdir", "mv", "printf", "pwd", "rm", "sed", "service", "set", "sleep", "systemctl", "tail", "tar", "tee",
	"timedatectl", "touch", "true", "unzip", "useradd", "usermod", "wc", "yes", "yum", "zip",
}

// command is what a provisioner or an action runs, while it is read.
type command struct {
	instance *terraform.Instance
	// environment is the environment that the command is given.
	environment hcl.Expression
	// values are those that stand in the text as the runes from firstValue on.
	values []cty.Value
	told   []told
}

// The runes for values are those of the private use area, which nobody writes.
const firstValue, lastValue = '\uE000', '\uF8FF'

// provisioned returns what a provisioner of an instance names to other programs than those that set up a machine. It is false where it may
// look up anything: a script, a program or an interpreter that is not known, a command that makes a part of itself.
func provisioned(i *terraform.Instance, p configs.Provisioner) ([]told, bool) {
	if p.Type != "local-exec" && p.Type != "remote-exec" {
		return nil, true
	}
	if p.Body == nil {
		return nil, false // it stands in a plan
	}
	attrs := configs.Attributes(p.Body, "command", "inline", "script", "scripts", "interpreter", "environment", "when")
	expr := func(name string) hcl.Expression {
		if attr := attrs[name]; attr != nil {
			return attr.Expr
		}
		return nil
	}
	if when := expr("when"); when != nil && (hcl.ExprAsKeyword(when) == "destroy" || configs.LiteralString(when) == "destroy") {
		return nil, true // whatever there is, is to go
	}
	c := command{instance: i, environment: expr("environment")}
	if attrs["script"] != nil || attrs["scripts"] != nil || !c.isShell(expr("interpreter")) {
		return nil, false
	}
	if e := expr("command"); e != nil && !c.shell(c.text(e)) {
		return nil, false
	}
	lines, known := c.list(expr("inline"))
	return c.told, known && !slices.ContainsFunc(lines, func(line string) bool { return !c.shell(line) })
}

// ran returns what an action that runs a program names to it, as provisioned does. It runs the program itself, and no shell.
func ran(i *terraform.Instance) ([]told, bool) {
	c := command{instance: i}
	for _, body := range i.Resource.Bodies {
		content, _, _ := body.PartialContent(&hcl.BodySchema{Blocks: []hcl.BlockHeaderSchema{{Type: "config"}}})
		for _, block := range content.Blocks {
			attrs := configs.Attributes(block.Body, "command", "arguments", "stdin")
			program := attrs["command"]
			if program == nil || attrs["stdin"] != nil {
				continue
			}
			words := []string{c.text(program.Expr)}
			if list := attrs["arguments"]; list != nil {
				arguments, known := c.list(list.Expr)
				if !known {
					return nil, false
				}
				words = append(words, arguments...)
			}
			return c.told, c.run(words)
		}
	}
	return nil, false
}

// isShell reports whether an interpreter is a shell that is told what to do in its last argument, as the default is.
func (c *command) isShell(interpreter hcl.Expression) bool {
	words, known := c.list(interpreter)
	if interpreter == nil || !known || len(words) < 2 {
		return interpreter == nil
	}
	flags := words[len(words)-1]
	return slices.Contains([]string{"sh", "bash", "/bin/sh", "/bin/bash", "/usr/bin/bash"}, words[0]) && strings.HasPrefix(flags, "-") && strings.HasSuffix(flags, "c")
}

// list returns the texts of a list. It is false where it is not known how many there are.
func (c *command) list(e hcl.Expression) (texts []string, known bool) {
	if e == nil {
		return nil, true
	}
	v, _ := c.instance.Evaluate(e).Unmark()
	if !v.IsKnown() || v.IsNull() || !v.CanIterateElements() {
		return nil, false
	}
	for n := range int64(v.LengthInt()) {
		texts = append(texts, c.text(e, cty.NumberIntVal(n)))
	}
	return texts, true
}

// text returns a text with runes for the parts of it that are not known.
func (c *command) text(e hcl.Expression, path ...cty.Value) string {
	var b strings.Builder
	for _, part := range c.instance.Parts(e, path...) {
		if text, ok := terraform.KnownText(terraform.Unmarked(part)); ok {
			b.WriteString(text)
		} else {
			b.WriteRune(c.rune(part))
		}
	}
	return b.String()
}

func (c *command) rune(v cty.Value) rune {
	c.values = append(c.values, v)
	return min(firstValue+rune(len(c.values)-1), lastValue)
}

func (c *command) value(r rune) cty.Value {
	if n := int(r - firstValue); n < len(c.values) && r < lastValue {
		return c.values[n]
	}
	return configs.Undecided
}

func isValue(r rune) bool { return r >= firstValue && r <= lastValue }

// shell takes in what a shell is told, and reports whether all programs are known that it runs.
func (c *command) shell(text string) bool {
	commands, ok := commandsOf(text, func(name string) rune {
		if c.environment == nil {
			return c.rune(configs.Undecided)
		}
		return c.rune(cty.TupleVal(c.instance.Parts(c.environment, cty.StringVal(name))))
	})
	return ok && !slices.ContainsFunc(commands, func(words []string) bool { return !c.run(words) })
}

// run takes in the words of a command, and reports whether its program is known.
func (c *command) run(words []string) bool {
	if words[0] == "sudo" && len(words) > 1 {
		words = words[1:]
	}
	if slices.Contains(local, words[0]) {
		return true
	}
	return slices.Contains(callers, words[0]) && c.call(words[1:])
}

// programs returns the instances of a data block that run a program and hand it something of a gateway, or what is not known.
func programs(m *terraform.ModuleInstance, res *configs.Resource) []*terraform.Instance {
	if res.Mode != configs.Data || res.Type != "external" {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(m.Instances(res)), func(i *terraform.Instance) bool { return !handsOver(i) })
}

// handsOver reports whether an instance is handed something of a gateway, or what is not known.
func handsOver(i *terraform.Instance) bool {
	reach := i.Reach()
	return reach.Open() || reach.Input() || slices.ContainsFunc(reach.Readings(), func(r terraform.Reading) bool {
		return len(r.Instances) == 0 || slices.ContainsFunc(r.Instances, func(i *terraform.Instance) bool { return facts.OfGateway(i.Resource.Type) })
	})
}

// ofAnotherProvider reports whether a resource or a data source is neither of the provider nor of a sister, and may act on what it is handed.
// Those that only keep their arguments act by their provisioners alone.
func ofAnotherProvider(res *configs.Resource) bool {
	_, sister := facts.Sister(res.Type)
	acts := res.Mode == configs.Managed && !slices.Contains(replacedByArguments, res.Type) || res.Mode == configs.Data && res.Type != "external"
	return acts && !sister && !strings.HasPrefix(res.Type, facts.Home+"_")
}

// idsIn returns the instances of a gateway or its network whose ids an instance of another provider is handed, as such or within whole objects.
// Nothing is evaluated for it but in a plan, which has the values.
func idsIn(i *terraform.Instance, planned bool) []*terraform.Instance {
	var all []*terraform.Instance
	take := func(attr string, instances ...*terraform.Instance) {
		for _, of := range instances {
			if _, known := canonicalType(of.Resource); known && of.Resource.Mode == configs.Managed && (attr == "id" || attr == "") {
				all = append(all, of)
			}
		}
	}
	if !planned {
		for _, reading := range i.Reach().Readings() {
			take(reading.Attr, reading.Instances...)
		}
		return all
	}
	var walk func(b *terraform.Block)
	walk = func(b *terraform.Block) {
		for n := range b.Args {
			for _, origin := range terraform.Origins(b.Args[n].Value()) {
				take(origin.Attr, origin.Instance)
			}
		}
		for _, nested := range b.Nested {
			walk(nested)
		}
	}
	walk(i.Block())
	return all
}

// confined are the providers whose actions act in a cloud of their own.
var confined = []string{"aws", "azurerm", "google"}

// actsOnTheCloud returns what may be published, bound or changed by the actions that a resource triggers. It is false where that may be anything.
func actsOnTheCloud(m *terraform.ModuleInstance, res *configs.Resource) (acting []*Opening, known bool) {
	instances := m.Instances(res)
	if len(res.Lifecycle.Triggers) == 0 || len(instances) == 0 {
		return nil, true
	}
	m = instances[0].Loaded().Module // a plan declares no actions
	actions, known := res.Lifecycle.Actions(m.Module)
	for _, action := range actions {
		provider, _, _ := strings.Cut(action.Type, "_")
		for _, i := range m.Instances(action) {
			switch {
			case action.Type == "local_command":
				names, certain := ran(i)
				acting, known = append(acting, &Opening{told: names}), known && certain
			case !slices.Contains(confined, provider):
				return nil, false
			case handsOver(i):
				acting = append(acting, &Opening{program: i})
			}
		}
	}
	return acting, known
}

// runs returns what the provisioners and actions of a resource act on. It is false where that may be anything.
func runs(m *terraform.ModuleInstance, res *configs.Resource) (acting []*Opening, known bool) {
	acting, known = actsOnTheCloud(m, res)
	for _, p := range res.Provisioners {
		for _, i := range m.Instances(res) {
			names, certain := provisioned(i, p)
			acting, known = append(acting, &Opening{told: names}), known && certain
		}
	}
	return acting, known
}
