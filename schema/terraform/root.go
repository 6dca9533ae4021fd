package terraform

import (
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"github.com/apiglint/apiglint/schema/terraform/address"
	"github.com/apiglint/apiglint/schema/terraform/configs"
	"github.com/apiglint/apiglint/schema/terraform/files"
	"github.com/apiglint/apiglint/schema/terraform/funcs"
	"github.com/apiglint/apiglint/schema/terraform/meter"
	"github.com/apiglint/apiglint/schema/terraform/terragrunt"
)

// Options are the inputs of a root module beside its files.
type Options struct {
	// Inputs are the variables of the command line and its further .tfvars files, in their order: the later wins.
	Inputs []Input
	// Workspace is the value of terraform.workspace, unknown if "".
	Workspace string
	// Caller is where the module is called by something that is not followed. It may then have any inputs, and anything may
	// be declared beside it. It is empty for a root module proper.
	Caller hcl.Range
	// Unit is the unit of Terragrunt that calls the module, nil for any other.
	Unit *terragrunt.Unit
}

// Files returns the paths of the variables files of the command line.
func (o Options) Files() []string {
	var names []string
	for _, input := range o.Inputs {
		if input.File != "" {
			names = append(names, input.File)
		}
	}
	return names
}

// Input is a variable of the command line, or a variables file.
type Input struct {
	// File is the path within the boundary of a .tfvars file, "" for a single variable.
	File string
	// Name and Text are those of a single variable, as they are written on the command line.
	Name, Text string
}

// Root is a root module with everything that it calls. [Load] reads one from files, and [NewRoot] is for one that is
// made of values, such as those of a plan.
type Root struct {
	*ModuleInstance
	Questions
	// Diagnostics are about input that could not be read.
	Diagnostics hcl.Diagnostics
	// Notes say what was not analysed: modules that are not there, cycles, limits that were hit.
	Notes []Note
	// Open says that configuration of this root is missing from the analysis (a file that could not be parsed, a
	// module that could not be loaded), so that anything may be declared there.
	Open bool

	anything    bool          // may be declared: what is missing is not only modules
	unreadCalls []*UnreadCall // of the modules that are missing

	identified map[string][]Origin // see [Root.Identify]

	loader    *configs.Loader
	options   Options
	installed map[string]string // module path (a.b) to directory within the boundary
	inputs    map[string]cty.Value
	supplied  map[string]hcl.Range                // where variables files set the inputs
	functions func() map[string]function.Function // made when an expression needs them
	noted     map[Note]bool
	reported  map[string]bool // module directories whose diagnostics are taken
	instances int
	dynamic   int // blocks that dynamic blocks made
	depth     int
	meter     *meter.Meter
	order     *order                                        // made when something asks for it
	meters    map[hclsyntax.Expression]hclsyntax.Expression // what is evaluated instead of what is written
}

// Questions are what a root module is asked beside its tree, and what depends on where it comes from.
type Questions interface {
	// Files returns the files of every module that was read, by name.
	Files() []*files.File
	// Secrets returns the texts that must not be shown because the configuration says so: the defaults of sensitive
	// variables, what module calls give to sensitive variables, and what the function sensitive is called with.
	Secrets() []hcl.Range
	// Calls returns the module calls that lead to what has an address, the outermost first, as far as there is text for them.
	Calls(address string) []*configs.Call
	// Outputs returns the values of the root module's outputs, by the names of the outputs.
	Outputs() []cty.Value
	// OutputReach follows the outputs of the root module.
	OutputReach() Reach
	// Uses returns where computed attributes of these names end up: in outputs of the root module and in arguments of
	// resources. Locals, and what modules hand to each other, only pass values on.
	Uses(names ...string) map[Origin][]Use
	// URLs returns the templates and calls of format that build an http or https URL whose host is a computed attribute
	// with one of these names: in outputs, locals, arguments of resources and of module calls. Where a Host header is set
	// beside the URL, the host is a mere address, and the URL is left out.
	URLs(names ...string) map[Origin][]Use
	// Mentions returns the addresses of a module's resources that expressions of the module mention. What a local, an output
	// or a module call mentions counts where somebody reads it. There are rather too many: what merely looks like an address
	// is among them.
	Mentions(m *configs.Module) map[string]bool
	// References returns what the resources, data sources, module calls, locals and outputs of a module refer to, in the
	// order of their kinds and names. Left out are the names that an expression or a dynamic block brings along, what
	// stands inside try and can, and the arguments that are no values (provider, ignore_changes).
	References(m *configs.Module) iter.Seq[Reference]
	// Region returns the region that the instance's provider configuration gives: the value, and false where the
	// configuration gives none (it then comes from the environment).
	Region(i *Instance) (cty.Value, bool)
	// Triggers returns what the replace_triggered_by of the instance's lifecycle block names.
	Triggers(i *Instance) []Reading
	// Reach follows every expression of the instance's block, and names the instance's resource itself.
	Reach(i *Instance) Reach
	// Awaits returns a function that reports whether Terraform makes the instance only after another one, because a reference or
	// depends_on says so, on whatever way. Where that cannot be told it does.
	Awaits(i *Instance) func(*Instance) bool
	// Loaded returns the instance whose text an instance has: itself, or the one that was read for it.
	Loaded(i *Instance) *Instance
}

// loadedRoot returns the questions from the files.
type loadedRoot Root

// SetInputs sets input variables. They count as long as the root has not been evaluated.
func (r *Root) SetInputs(inputs map[string]cty.Value) {
	for name, v := range inputs {
		if r.Module.Variables[name] != nil {
			r.inputs[name] = v
			delete(r.supplied, name)
		}
	}
}

// Load reads the root module in dir, a slash path within the loader's boundary.
func Load(l *configs.Loader, dir string, options Options) (*Root, error) {
	module, diags, err := l.Module(dir)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", dir, err)
	}
	account := meter.New()
	r := &Root{
		loader:   l,
		options:  options,
		noted:    map[Note]bool{},
		reported: map[string]bool{},
		functions: sync.OnceValue(func() map[string]function.Function {
			return funcs.Table(funcs.Env{Files: l.Files(), BaseDir: dir, Meter: account})
		}),
		meter: account,
	}
	r.take(module, diags)
	r.ModuleInstance, r.Questions = &ModuleInstance{Module: module, root: r}, (*loadedRoot)(r)
	r.calledBy(options)
	r.installed = l.Installed(dir)
	r.inputs = r.readInputs(module)
	return r, nil
}

// Dir returns the directory that the root module is known by: its own, or that of the Terragrunt unit that calls it.
func (r *Root) Dir() string {
	if r.options.Unit != nil {
		return r.options.Unit.Dir
	}
	return r.Module.Dir
}

// Unit returns the unit of Terragrunt that calls the root module, nil for any other.
func (r *Root) Unit() *terragrunt.Unit { return r.options.Unit }

// Locked returns the versions in the dependency lock file, by the source addresses of the providers without the host.
func (r *Root) Locked() map[string]string {
	if locked := r.loader.Locked(r.Dir()); len(locked) > 0 {
		return locked
	}
	return r.loader.Locked(r.Module.Dir)
}

// Modules returns every module that was read, by directory, those that no instance is made of among them.
func (r *Root) Modules() []*configs.Module {
	var all []*configs.Module
	for _, dir := range slices.Sorted(maps.Keys(r.reported)) {
		if module, _, err := r.loader.Module(dir); err == nil { // read before, or it would not be reported
			all = append(all, module)
		}
	}
	return all
}

// called reports whether something that is not followed calls the root.
func (r *Root) called() bool { return r.options.Caller.Filename != "" }

// calledBy says what is not known because of what calls the root.
func (r *Root) calledBy(o Options) {
	if r.called() {
		r.opens()
		r.note(o.Caller, "%s is called from here, which is not followed: its inputs are not known, and what it lacks may be declared elsewhere", r.Module.Dir)
	}
	if o.Unit == nil {
		return
	}
	for _, unread := range o.Unit.Unread {
		if unread.Opens {
			r.opens()
		}
		r.note(unread.Range, "%s", unread.Text)
	}
}

func (r *Root) take(m *configs.Module, diags hcl.Diagnostics) {
	if r.reported[m.Dir] {
		return
	}
	r.reported[m.Dir] = true
	r.Diagnostics = append(r.Diagnostics, diags...)
	if m.Broken {
		r.opens()
	}
}

// opens says that anything may be declared in what is missing.
func (r *Root) opens() { r.Open, r.anything = true, true }

// maxCalls bounds how deep modules call each other: every level repeats the addresses of those above.
const maxCalls = 100

// Source returns the source address of a call, which Terraform 1.15 and OpenTofu 1.8 make of variables and locals, too. It is ""
// where it is not known.
func (m *ModuleInstance) Source(call *configs.Call) string {
	if call.ComputedSource == nil {
		return call.Source
	}
	v := Unmarked(m.Scope().Eval(configs.Native(call.ComputedSource)))
	if !v.IsKnown() || v.IsNull() || v.Type() != cty.String {
		return ""
	}
	return configs.SourceOf(v.AsString())
}

// child returns the module that a call leads to, or nil with a note where it cannot be had.
func (r *Root) child(m *ModuleInstance, call *configs.Call) *configs.Module {
	dir, source := "", m.Source(call)
	switch {
	case configs.IsLocalSource(source):
		dir = path.Join(m.Module.Dir, source)
	case r.installed[m.installKey(call.Name)] != "":
		dir = r.installed[m.installKey(call.Name)]
	default:
		m.missing(call, "not installed", "it is not installed here (terraform init installs it)")
		return nil
	}
	if dir == ".." || strings.HasPrefix(dir, "../") || path.IsAbs(dir) {
		m.outside(call, dir)
		return nil
	}
	depth := 0
	for ancestor := m; ancestor != nil; ancestor = ancestor.parent {
		if depth++; depth > maxCalls {
			m.missing(call, "called too deep", fmt.Sprintf("modules call each other more than %d deep", maxCalls))
			return nil
		}
		if ancestor.Module.Dir == dir {
			m.missing(call, "it calls itself", "it calls itself")
			return nil
		}
	}
	module, diags, err := r.loader.Module(dir)
	switch {
	case err != nil && errors.Is(err, fs.ErrNotExist):
		m.missing(call, "not there", "there is no directory "+dir)
		return nil
	case err != nil:
		m.missing(call, "not readable", err.Error())
		return nil
	case len(module.Files) == 0:
		m.missing(call, "empty", "there is no Terraform in "+dir)
		return nil
	}
	r.take(module, diags)
	return module
}

// outside says that a module lies outside of the boundary, and how far.
func (m *ModuleInstance) outside(call *configs.Call, dir string) {
	m.unanalysed(call, Note{
		Message: "its source is outside the boundary of what may be read", Why: "outside of what may be read",
		Beyond: strings.TrimSuffix(strings.Repeat("../", strings.Count(dir+"/", "../")), "/"),
	})
}

func (m *ModuleInstance) missing(call *configs.Call, short, why string) {
	m.unanalysed(call, Note{Message: why, Why: short})
}

// unanalysed notes why a module is not analysed.
func (m *ModuleInstance) unanalysed(call *configs.Call, n Note) {
	if m.Unmade {
		return // it declares nothing
	}
	m.root.Open = true
	n.Range, n.Module = call.Range, "module."+strings.Join(strings.Split(m.installKey(call.Name), "."), ".module.")
	n.Message = fmt.Sprintf("module %q is not analysed: %s", call.Name, n.Message)
	unread := &UnreadCall{Want: Want{n.Range, n.Message}, Call: call, in: m}
	m.root.unreadCalls = append(m.root.unreadCalls, unread)
	if m.unread == nil {
		m.unread = map[*configs.Call]*UnreadCall{}
	}
	m.unread[call] = unread
	m.root.add(n)
}

// Moves returns the moves of the root and of every module instance, as they are seen from the root.
func (r *Root) Moves() []address.Move {
	var all []address.Move
	for _, m := range r.ModuleInstances() {
		for _, move := range m.Module.Moves {
			all = append(all, address.Move{From: address.Join(m.Path, move.From), To: address.Join(m.Path, move.To)})
		}
	}
	return all
}

// ModuleInstances returns the module instance and every one below it, parents first, calls by name.
func (m *ModuleInstance) ModuleInstances() []*ModuleInstance {
	var all []*ModuleInstance
	var walk func(*ModuleInstance)
	walk = func(m *ModuleInstance) {
		all = append(all, m)
		for _, name := range slices.Sorted(maps.Keys(m.Module.Calls)) {
			for _, child := range m.children(name).instances {
				walk(child)
			}
		}
	}
	walk(m)
	return all
}

// Files implements [Questions].
func (r *loadedRoot) Files() []*files.File {
	var all []*files.File
	for _, dir := range slices.Sorted(maps.Keys(r.reported)) {
		module, _, _ := r.loader.Module(dir) // read before, or it would not be reported
		all = append(all, module.Files...)
	}
	slices.SortFunc(all, func(a, b *files.File) int { return strings.Compare(a.Name, b.Name) })
	return all
}
