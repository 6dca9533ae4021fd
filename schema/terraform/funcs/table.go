package funcs

import "github.com/zclconf/go-cty/cty/function"

// coreNamespace is the prefix that tells the functions of the language from
// those of providers.
const coreNamespace = "core::"

// Table returns every function by name, under its plain name and under that in
// the core namespace.
func Table(env Env) map[string]function.Function {
	table := make(map[string]function.Function, 256)
	for _, subject := range []map[string]function.Function{
		numeric(), stringFuncs(), collection(), encodingFuncs(), filesystem(env),
		datetime(), cryptography(env), network(), conversion(),
	} {
		addAll(table, subject)
	}
	addAll(table, templates(env, table))
	return table
}

// addAll adds functions to a table under both of their names.
func addAll(table, funcs map[string]function.Function) {
	for name, f := range funcs {
		table[name] = f
		table[coreNamespace+name] = f
	}
}
