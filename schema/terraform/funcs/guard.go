package funcs

import (
	"errors"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"github.com/apiglint/apiglint/schema/terraform/meter"
)

const (
	// maxString is the longest string a function returns, in bytes.
	maxString = 16 << 20
	// maxElements is the largest number of values a result may consist of.
	maxElements = 1 << 20
	// maxDepth bounds the nesting of documents whose parsers recurse, because
	// a stack overflow cannot be recovered from.
	maxDepth = 500
)

// sensitiveMark is the type of Sensitive; being unexported it keeps the mark
// distinct from every other package's.
type sensitiveMark struct{}

// Sensitive is the mark that sensitive adds to a value and nonsensitive
// removes.
var Sensitive = sensitiveMark{}

// hoisting wraps a function whose unknown results depend on all of its
// arguments. The standard library drops marks when it cuts a call short because
// of an unknown argument; this puts them back.
func hoisting(f function.Function) function.Function { return wrap(f, true) }

// selecting wraps a function that accounts for the marks of its result itself,
// typically because it returns one of the values inside an argument: that value
// may well be unknown without the rest of the argument having a part in it.
func selecting(f function.Function) function.Function { return wrap(f, false) }

// wrap adds to a function what all of them need: bounds on numbers and results,
// and error messages that do not repeat sensitive values.
func wrap(inner function.Function, hoist bool) function.Function {
	spec := &function.Spec{
		Description: inner.Description(),
		Params:      inner.Params(),
		VarParam:    inner.VarParam(),
		// The type of the result is that of the value: working it out ahead of
		// the call would do all the work of the call twice.
		Type: function.StaticReturnType(cty.DynamicPseudoType),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			for _, arg := range args {
				if !measure(arg).fits() {
					return cty.DynamicVal.WithMarks(deepMarks(args...)), nil
				}
			}
			v, err := inner.Call(args)
			if err != nil {
				return failed(err, args)
			}
			if !measure(v).fits() {
				return cty.DynamicVal.WithMarks(deepMarks(args...)), nil
			}
			if hoist && !v.IsKnown() {
				v = v.WithMarks(deepMarks(args...))
			}
			return v, nil
		},
	}
	for i := range spec.Params {
		open(&spec.Params[i])
	}
	if spec.VarParam != nil {
		open(spec.VarParam)
	}
	return function.New(spec)
}

// open lets every value through to the implementation.
func open(p *function.Parameter) {
	p.AllowNull, p.AllowUnknown, p.AllowDynamicType, p.AllowMarked = true, true, true, true
}

// params builds the parameters of a selecting function, each open to every
// value of its type.
func params(ps ...function.Parameter) []function.Parameter {
	for i := range ps {
		open(&ps[i])
	}
	return ps
}

func param(name string, ty cty.Type) function.Parameter {
	return function.Parameter{Name: name, Type: ty}
}

// impl is the body of a function that need not look at the expected type.
type impl func(args []cty.Value) (cty.Value, error)

// computed makes a hoisting function with a fixed result type, called only
// with known, non-null and unmarked arguments.
func computed(ret cty.Type, body impl, ps ...function.Parameter) function.Function {
	return hoisting(function.New(&function.Spec{
		Params: ps,
		Type:   function.StaticReturnType(ret),
		Impl:   func(args []cty.Value, _ cty.Type) (cty.Value, error) { return body(args) },
	}))
}

// picked makes a selecting function, called with its arguments as they are.
func picked(variadic *function.Parameter, body impl, ps ...function.Parameter) function.Function {
	spec := &function.Spec{
		Params:   params(ps...),
		VarParam: variadic,
		Type:     function.StaticReturnType(cty.DynamicPseudoType),
		Impl:     func(args []cty.Value, _ cty.Type) (cty.Value, error) { return body(args) },
	}
	if variadic != nil {
		open(variadic)
	}
	return selecting(function.New(spec))
}

// deepMarks is the union of all marks on and inside the values.
func deepMarks(vs ...cty.Value) cty.ValueMarks {
	all := make([]any, len(vs))
	for i, v := range vs {
		_, all[i] = v.UnmarkDeep()
	}
	return cty.NewValueMarks(all...)
}

// without returns the marks except one, leaving the original as it is.
func without(marks cty.ValueMarks, drop any) cty.ValueMarks {
	rest := make(cty.ValueMarks, len(marks))
	for m := range marks {
		if m != drop {
			rest[m] = struct{}{}
		}
	}
	return rest
}

// unknown is an unknown value of the type that is known not to be null.
func unknown(ty cty.Type) cty.Value {
	if ty == cty.DynamicPseudoType {
		return cty.DynamicVal
	}
	return cty.UnknownVal(ty).RefineNotNull()
}

// failed is the outcome of a call that went wrong. The standard library panics
// on some values that it does not expect, which is an error where they are known
// and says nothing where they are not.
func failed(err error, args []cty.Value) (cty.Value, error) {
	var panicked function.PanicError
	if !errors.As(err, &panicked) {
		return cty.NilVal, redact(err, args)
	}
	for _, arg := range args {
		if !arg.IsWhollyKnown() {
			return cty.DynamicVal.WithMarks(deepMarks(args...)), nil
		}
	}
	return cty.NilVal, errors.New("the function has no result for these values")
}

// redact replaces the message of an error that may quote a sensitive argument.
func redact(err error, args []cty.Value) error {
	if _, found := deepMarks(args...)[Sensitive]; !found {
		return err
	}
	const withheld = "unsuitable value; details are withheld because the call involves a sensitive value"
	var argErr function.ArgError
	if errors.As(err, &argErr) {
		return function.NewArgErrorf(argErr.Index, withheld)
	}
	return errors.New(withheld)
}

// extent is the size of a value.
type extent struct {
	elements int
	bytes    int
	huge     bool // a number with too many digits occurs
}

func (e extent) fits() bool {
	return e.elements <= maxElements && e.bytes <= maxString && !e.huge
}

// measure walks a value until it has seen all of it or the limits are passed.
// (cty.Walk takes ten times as long, because it makes paths.)
func measure(v cty.Value) extent {
	var e extent
	e.add(v, 0)
	return e
}

func (e *extent) add(v cty.Value, depth int) {
	e.elements++
	if depth > meter.MaxDepth {
		e.elements = maxElements + 1
	}
	v, _ = v.Unmark()
	switch {
	case v.IsNull() || !v.IsKnown():
	case v.Type() == cty.String:
		e.bytes += len(v.AsString())
	case v.Type() == cty.Number:
		e.huge = e.huge || meter.Huge(v.AsBigFloat())
	case v.CanIterateElements():
		for it := v.ElementIterator(); it.Next() && e.fits(); {
			_, element := it.Element()
			e.add(element, depth+1)
		}
	}
}

// Nesting is an upper bound for how deeply the brackets of a document nest.
// It counts those inside strings too, which is harmless for a limit: the
// parsers are recursive, and nobody's brackets come near it.
func Nesting[T string | []byte](src T) int {
	depth, deepest := 0, 0
	for i := range len(src) {
		switch src[i] {
		case '(', '[', '{':
			depth++
			deepest = max(deepest, depth)
		case ')', ']', '}':
			depth = max(depth-1, 0)
		}
	}
	return deepest
}
