package funcs

import (
	"crypto/md5"  //nolint:gosec // The language has it.
	"crypto/sha1" //nolint:gosec // The language has it.
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/hex"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

func cryptography(env Env) map[string]function.Function {
	funcs := map[string]function.Function{
		"bcrypt": hoisting(bcrypt),
		"uuid":   computed(cty.String, unpredictable(cty.String)),
		// Nobody names a part of a gateway by these, so that what they make need not be known.
		"rsadecrypt": computed(cty.String, unpredictable(cty.String), param("ciphertext", cty.String), param("privatekey", cty.String)),
		"uuidv5":     computed(cty.String, unpredictable(cty.String), param("namespace", cty.String), param("name", cty.String)),
	}
	for name, hash := range map[string]func([]byte) string{
		"md5":          func(b []byte) string { s := md5.Sum(b); return hex.EncodeToString(s[:]) },  //nolint:gosec // As above.
		"sha1":         func(b []byte) string { s := sha1.Sum(b); return hex.EncodeToString(s[:]) }, //nolint:gosec // As above.
		"sha256":       func(b []byte) string { s := sha256.Sum256(b); return hex.EncodeToString(s[:]) },
		"sha512":       func(b []byte) string { s := sha512.Sum512(b); return hex.EncodeToString(s[:]) },
		"base64sha256": func(b []byte) string { s := sha256.Sum256(b); return base64.StdEncoding.EncodeToString(s[:]) },
		"base64sha512": func(b []byte) string { s := sha512.Sum512(b); return base64.StdEncoding.EncodeToString(s[:]) },
	} {
		funcs[name] = computed(cty.String, func(args []cty.Value) (cty.Value, error) {
			return cty.StringVal(hash([]byte(args[0].AsString()))), nil
		}, param("str", cty.String))
		funcs["file"+name] = env.digest(hash)
	}
	return funcs
}

// bcrypt salts its result.
var bcrypt = function.New(&function.Spec{
	Params:   []function.Parameter{param("str", cty.String)},
	VarParam: &function.Parameter{Name: "cost", Type: cty.Number},
	Type:     function.StaticReturnType(cty.String),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		if len(args) > 2 {
			return cty.NilVal, function.NewArgErrorf(2, "bcrypt() takes no more than two arguments")
		}
		return unknown(cty.String), nil
	},
})
