package schema

import "github.com/apiglint/apiglint/schema/terraform"

// held are instances that still have the blocks of before.
type held struct {
	blocks map[*terraform.Instance]*terraform.Block
	// instances are those of now, by those of before: what the blocks refer to.
	instances map[*terraform.Instance]*terraform.Instance
}

// Holding returns a configuration in which some resources, named by their addresses of now, are still written as they were before. What they
// refer to is what has its place now. Renamed returns the address that an object of before has now.
func Holding(c, before *Config, renamed func(address string) string, addresses map[string]bool) *Config {
	was := map[string]*Resource{}
	for _, r := range before.Resources {
		was[renamed(r.Address)] = r
	}
	var changes map[*terraform.Instance]*Change
	if c.Planned {
		changes = map[*terraform.Instance]*Change{}
	}
	h := held{map[*terraform.Instance]*terraform.Block{}, map[*terraform.Instance]*terraform.Instance{}}
	for _, r := range c.Resources {
		if c.Planned {
			changes[r.Instance] = r.Change
		}
		if old := was[r.Address]; old != nil {
			h.instances[old.Instance] = r.Instance
			if addresses[r.Address] {
				h.blocks[r.Instance] = old.Block
			}
		}
	}
	return link(c.Root, changes, h, nil)
}
