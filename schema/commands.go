package schema

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// local are the programs that set up the machine they run on and change nothing in the cloud.
var local = []string{
	"apk", "apt", "apt-get", "cat", "chmod", "chown", "cp", "date", "dnf", "echo", "groupadd", "hostnamectl", "ln", "mkdir", "mv", "printf", "rm",
	"sed", "service", "sleep", "systemctl", "tar", "tee", "timedatectl", "touch", "true", "unzip", "useradd", "usermod", "yum",
}

// separator stands between two commands of a line.
var separator = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\|\||&&|[;|&\n]`) })

// mayChangeTheCloud reports whether a provisioner may publish, bind or change anything that the configuration declares: it runs
// something that is not known, or more than programs that set up a machine.
func mayChangeTheCloud(instances []*terraform.Instance, p configs.Provisioner) bool {
	switch {
	case p.Type != "local-exec" && p.Type != "remote-exec":
		return false
	case p.Body == nil:
		return true // it stands in a plan
	}
	attrs := configs.Attributes(p.Body, "command", "inline", "script", "scripts", "interpreter")
	if attrs["script"] != nil || attrs["scripts"] != nil || attrs["interpreter"] != nil {
		return true
	}
	return slices.ContainsFunc(instances, func(i *terraform.Instance) bool {
		return mayRunOthers(i, attrs["command"]) || mayRunOthers(i, attrs["inline"])
	})
}

// mayRunOthers reports whether a command, or one of a list, is not known to be one of the local programs.
func mayRunOthers(i *terraform.Instance, attr *hcl.Attribute) bool {
	if attr == nil {
		return false
	}
	v := terraform.Unmarked(i.Evaluate(attr.Expr))
	if !v.IsWhollyKnown() || v.IsNull() {
		return true
	}
	if !v.CanIterateElements() {
		text, ok := terraform.KnownText(v)
		return !ok || !isLocal(text)
	}
	for it := v.ElementIterator(); it.Next(); {
		_, element := it.Element()
		if text, ok := terraform.KnownText(element); !ok || !isLocal(text) {
			return true
		}
	}
	return false
}

func isLocal(commands string) bool {
	if strings.ContainsAny(commands, "`$") {
		return false // a part of it is made while it runs
	}
	return !slices.ContainsFunc(separator().Split(commands, -1), func(command string) bool {
		words := strings.Fields(command)
		if len(words) > 0 && words[0] == "sudo" {
			words = words[1:]
		}
		return len(words) > 0 && !slices.Contains(local, words[0])
	})
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

// actsOnTheCloud returns the actions that a resource triggers and that may publish, bind or change what they are handed, and whether one of
// them may do so with anything that the configuration declares.
func actsOnTheCloud(m *terraform.ModuleInstance, res *configs.Resource) (acting []*terraform.Instance, anything bool) {
	instances := m.Instances(res)
	if len(res.Lifecycle.Triggers) == 0 || len(instances) == 0 {
		return nil, false
	}
	m = instances[0].Loaded().Module // a plan declares no actions
	actions, known := res.Lifecycle.Actions(m.Module)
	if !known {
		return nil, true
	}
	for _, action := range actions {
		provider, _, _ := strings.Cut(action.Type, "_")
		for _, i := range m.Instances(action) {
			switch {
			case action.Type == "local_command":
				anything = anything || runsOthers(i)
			case !slices.Contains(confined, provider):
				anything = true
			case handsOver(i):
				acting = append(acting, i)
			}
		}
	}
	return acting, anything
}

// runsOthers reports whether an action runs something else than a local program. It runs the program itself, and no shell.
func runsOthers(i *terraform.Instance) bool {
	for _, body := range i.Resource.Bodies {
		content, _, _ := body.PartialContent(&hcl.BodySchema{Blocks: []hcl.BlockHeaderSchema{{Type: "config"}}})
		for _, block := range content.Blocks {
			if command := configs.Attributes(block.Body, "command")["command"]; command != nil {
				return mayRunOthers(i, command)
			}
		}
	}
	return true
}
