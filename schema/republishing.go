package schema

import (
	"regexp"
	"slices"
	"sync"

	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// unpublished are the arguments and attributes of an API that no edit changes which is to be published: a change of them
// replaces the API and with it the publication, or is a label.
var unpublished = []string{"description", "enable_force_new", "group_id", "id", "instance_id", "name", "region", "registered_at", "tags"}

// digest is what generators write into a description.
var digest = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[0-9a-fA-F]{7,}`) })

// Follows reports whether the publication's description may be another one after the API is edited: it depends on what an
// edit changes, on what the API is made from, or on something outside of the configuration.
func (p *Publication) Follows(api *API) bool {
	text, ok := p.Description.Or("")
	switch {
	case ok && text == "":
		return p.Ignores("description")
	case p.Ignores("description") || p.Description.Argument() == nil || digest().MatchString(text):
		return true
	}
	return follows(p.Description.Argument().Reach(), api, 0)
}

// MadeFrom reports whether the publication's description is not known and made from what an edit of the API changes.
func (p *Publication) MadeFrom(api *API) bool {
	return p.Description.Unknown() && slices.ContainsFunc(p.Description.Argument().Reach().Readings(), func(read terraform.Reading) bool {
		return read.Of(api.Instance) && !slices.Contains(unpublished, read.Attr)
	})
}

// ReplacedWithEdits reports whether an edit of the API may replace the publication: replace_triggered_by names what such an
// edit changes, or a resource that is made from that.
func (p *Publication) ReplacedWithEdits(api *API) bool {
	return p.Instance.LifecycleUnknown || slices.ContainsFunc(p.Instance.Triggers(), func(trigger terraform.Reading) bool {
		if trigger.Attr != "" || trigger.Of(api.Instance) || len(trigger.Instances) == 0 {
			return readsEdits(trigger, api, 0)
		}
		return slices.ContainsFunc(trigger.Instances, func(i *terraform.Instance) bool {
			if facts.Resource(i.Resource.Type) == nil {
				return follows(i.Reach(), api, 0)
			}
			return anyEdits(i.Reach(), api, 0) // a group that triggers is made from what its APIs are, and does not stand for them
		})
	})
}

// maxReadings bounds the resources that are followed, one after the other.
const maxReadings = 20

func follows(reach terraform.Reach, api *API, depth int) bool {
	made := api.Instance.ReachWithout(unpublished...)
	return reach.Open() || made.Open() && reach.Named() || reach.ChangesByItself() || reach.Quotes(digest().MatchString) || reach.Shares(made) ||
		anyEdits(reach, api, depth)
}

// anyEdits reports whether anything that an expression reads may change with the API.
func anyEdits(reach terraform.Reach, api *API, depth int) bool {
	return depth > maxReadings || slices.ContainsFunc(reach.Readings(), func(read terraform.Reading) bool { return readsEdits(read, api, depth) })
}

// readsEdits reports whether what is read of a resource may change with the API. What is not declared may be anything.
func readsEdits(read terraform.Reading, api *API, depth int) bool {
	if read.Of(api.Instance) {
		return !slices.Contains(unpublished, read.Attr)
	}
	mayChange := func(i *terraform.Instance) bool { return mayChange(i, read.Attr, api, depth) }
	return len(read.Instances) == 0 || slices.ContainsFunc(read.Instances, mayChange)
}

// replacedByArguments are the resource types of other providers whose attributes stay as long as their arguments do.
var replacedByArguments = []string{"null_resource", "terraform_data"}

// mayChange reports whether an attribute of an instance may change with the API.
func mayChange(i *terraform.Instance, attr string, api *API, depth int) bool {
	known := facts.Resource(i.Resource.Type)
	switch {
	case i.Resource.Mode == configs.Managed && slices.Contains(replacedByArguments, i.Resource.Type):
		return follows(i.Reach(), api, depth+1)
	case known == nil || i.Resource.Mode == configs.Data || attr == "":
		return true
	case attr == "id":
		return false // that of a resource stays as long as the resource
	}
	a := known.Attrs[attr]
	if a == nil || a.Block {
		return true
	}
	if arg := i.Block().Arg(attr); arg != nil {
		return follows(arg.Reach(), api, depth+1)
	}
	return a.Computed
}
