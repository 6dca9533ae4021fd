package terraform

import (
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// Reach is everything that an expression is made from, followed through locals, variables, module outputs and the
// for_each behind each.value. It rather holds too much than too little: a local is one thing, although only what is
// taken out of it is followed.
type Reach struct {
	// nodes are what is mentioned on the way: locals, variables, module calls, and resources, which are not followed
	// further.
	nodes map[node]bool
	// reads are the attributes of resources that are read on the way.
	reads map[read]bool
	// calls are the functions that are called on the way.
	calls map[string]bool
	// texts are the strings that are written on the way.
	texts map[string]bool
	// open says that a part of it comes from outside the configuration.
	open bool
	// workspace says that terraform.workspace is on the way.
	workspace bool
	// unread are the calls of modules on the way that could not be read.
	unread map[*configs.Call]bool
}

// Meets reports whether two expressions may have something in common. What comes from outside the configuration may be
// anything.
func (r Reach) Meets(other Reach) bool {
	if (r.open && len(other.nodes) > 0) || (other.open && len(r.nodes) > 0) {
		return true
	}
	return r.Shares(other)
}

// Shares reports whether a local, a variable, an output or a resource is certainly on the way of both.
func (r Reach) Shares(other Reach) bool {
	for node := range r.nodes {
		if other.nodes[node] {
			return true
		}
	}
	return false
}

// Mentions reports whether the expression is made from the instance's resource, any element of it.
func (r Reach) Mentions(i *Instance) bool { return r.nodes[nodeOf(i)] }

// Reading is an attribute of a resource that an expression is made from.
type Reading struct {
	// Instances are those of the resource; there are none where it is not declared.
	Instances []*Instance
	// Attr is "" where more than one attribute may be read.
	Attr string
	read read
}

// Of reports whether the attribute is one of the instance's resource.
func (r Reading) Of(i *Instance) bool { return node{r.read.module.Path, r.read.address} == nodeOf(i) }

// ReadOf returns a function that returns the attributes of an instance's resource that the expression reads on the way, in no
// order; "" stands for more than one.
func (r Reach) ReadOf() func(*Instance) []string {
	of := map[node][]string{}
	for read := range r.reads {
		n := node{read.module.Path, read.address}
		of[n] = append(of[n], read.attr)
	}
	return func(i *Instance) []string { return of[nodeOf(i)] }
}

// Readings returns the attributes that the expression reads on the way, in no order.
func (r Reach) Readings() []Reading {
	readings := make([]Reading, 0, len(r.reads))
	for read := range r.reads {
		reading := Reading{Attr: read.attr, read: read}
		if _, expanded := read.module.elements(read.address); expanded != nil {
			reading.Instances = expanded.instances
		}
		readings = append(readings, reading)
	}
	return readings
}

// Quotes reports whether a string that is written on the way is one that matches.
func (r Reach) Quotes(matches func(string) bool) bool {
	for text := range r.texts {
		if matches(text) {
			return true
		}
	}
	return false
}

// Input reports whether an input variable of the root module is among what the expression is made from.
func (r Reach) Input() bool {
	for node := range r.nodes {
		if node.module == "" && node.isVariable() {
			return true
		}
	}
	return false
}

// Variable reports whether an input variable of any module is among what the expression is made from.
func (r Reach) Variable() bool {
	for node := range r.nodes {
		if node.isVariable() {
			return true
		}
	}
	return false
}

// Named reports whether a local or an input variable is among what the expression is made from.
func (r Reach) Named() bool {
	for node := range r.nodes {
		if node.isVariable() || strings.HasPrefix(node.address, "local.") {
			return true
		}
	}
	return false
}

// Open reports whether a part of what the expression is made from comes from outside the configuration.
func (r Reach) Open() bool { return r.open }

// ChangesByItself reports whether a function on the way gives another result without any change of the configuration:
// one that tells the time, makes a random value, or reads a file.
func (r Reach) ChangesByItself() bool {
	for name := range r.calls {
		if strings.HasPrefix(name, "file") || slices.Contains(changing, name) {
			return true
		}
	}
	return false
}

var changing = []string{"bcrypt", "plantimestamp", "templatefile", "timestamp", "uuid"}

// Digests reports whether a function on the way makes a text or a digest of what it is given: what is made of an attribute that is
// not known may be made of more than that.
func (r Reach) Digests() bool {
	for name := range r.calls {
		if slices.Contains(digesting, name) || strings.HasPrefix(name, "base64") || strings.HasPrefix(name, "file") {
			return true
		}
	}
	return false
}

var digesting = []string{"bcrypt", "format", "join", "jsonencode", "md5", "sha1", "sha256", "sha512", "templatefile", "uuidv5", "yamlencode"}

// Reach follows the argument's expression.
func (a *Argument) Reach() Reach {
	e := a.Expr()
	if e == nil {
		return UnknownReach()
	}
	return a.scope.reach(e)
}

func (s *Scope) reach(e hclsyntax.Expression) Reach {
	w := newWalker()
	w.follow(s, e, nil)
	return w.reach
}

// Reach follows every expression of the instance's block, and names the instance's resource itself. The instances of a
// resource have one reach.
func (i *Instance) Reach() Reach { return i.Module.root.Reach(i) }

// Reach implements [Questions].
func (r *loadedRoot) Reach(i *Instance) Reach {
	key := i.Resource.Address()
	if r, ok := i.Module.reaches[key]; ok {
		return r
	}
	w := newWalker()
	w.reach.nodes[nodeOf(i)] = true
	i.Expressions(func(e hclsyntax.Expression) { w.follow(i.scope, e, nil) })
	i.Module.keepReach(key, w.reach)
	return w.reach
}

// Loaded returns the instance of the sources that one of a plan was made from: itself where it is none of a plan, or its sources
// are not at hand.
func (i *Instance) Loaded() *Instance { return i.Module.root.Loaded(i) }

// ReachWithout follows every expression of the instance's block but those of some arguments.
func (i *Instance) ReachWithout(arguments ...string) Reach {
	if i.LifecycleUnknown {
		return UnknownReach(i)
	}
	i = i.Loaded()
	left := map[hcl.Range]bool{}
	for _, name := range arguments {
		if arg := i.Block().Arg(name); arg != nil && arg.Expr() != nil {
			left[arg.Expr().Range()] = true
		}
	}
	w := newWalker()
	i.Expressions(func(e hclsyntax.Expression) {
		if !left[e.Range()] {
			w.follow(i.scope, e, nil)
		}
	})
	return w.reach
}

// OutputReach implements [Questions].
func (r *loadedRoot) OutputReach() Reach {
	w := newWalker()
	for _, name := range slices.Sorted(maps.Keys(r.Module.Outputs)) {
		w.follow(r.Scope(), configs.Native(r.Module.Outputs[name].Value), nil)
	}
	return w.reach
}

func (m *ModuleInstance) keepReach(key string, r Reach) {
	if m.reaches == nil {
		m.reaches = map[string]Reach{}
	}
	m.reaches[key] = r
}
