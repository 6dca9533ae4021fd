package funcs

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"errors"
	"io"
	"net/url"
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	yaml "github.com/zclconf/go-cty-yaml"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/ianaindex"
)

func encodingFuncs() map[string]function.Function {
	str := param("str", cty.String)
	enc := param("encoding", cty.String)
	return map[string]function.Function{
		"base64decode":     computed(cty.String, base64Decode, str),
		"base64encode":     computed(cty.String, base64Encode, str),
		"base64gunzip":     computed(cty.String, base64Gunzip, str),
		"base64gzip":       computed(cty.String, base64Gzip, str),
		"csvdecode":        computed(cty.DynamicPseudoType, csvDecode, str),
		"jsondecode":       computed(cty.DynamicPseudoType, jsonDecode, str),
		"jsonencode":       hoisting(stdlib.JSONEncodeFunc),
		"textdecodebase64": computed(cty.String, textDecode, param("source", cty.String), enc),
		"textencodebase64": computed(cty.String, textEncode, param("string", cty.String), enc),
		"urldecode":        computed(cty.String, urlDecode, str),
		"urlencode":        computed(cty.String, urlEncode, str),
		"yamldecode":       computed(cty.DynamicPseudoType, yamlDecode, param("src", cty.String)),
		"yamlencode":       hoisting(yaml.YAMLEncodeFunc),
	}
}

var errNotUTF8 = errors.New("the result of decoding is not valid UTF-8")

func utf8String(b []byte) (cty.Value, error) {
	if !utf8.Valid(b) {
		return cty.NilVal, function.NewArgError(0, errNotUTF8)
	}
	return cty.StringVal(string(b)), nil
}

func decodeBase64(v cty.Value) ([]byte, error) {
	b, err := base64.StdEncoding.DecodeString(v.AsString())
	if err != nil {
		return nil, function.NewArgErrorf(0, "failed to decode base64 data")
	}
	return b, nil
}

func base64Decode(args []cty.Value) (cty.Value, error) {
	b, err := decodeBase64(args[0])
	if err != nil {
		return cty.NilVal, err
	}
	return utf8String(b)
}

func base64Encode(args []cty.Value) (cty.Value, error) {
	return cty.StringVal(base64.StdEncoding.EncodeToString([]byte(args[0].AsString()))), nil
}

func base64Gzip(args []cty.Value) (cty.Value, error) {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, err := w.Write([]byte(args[0].AsString()))
	// Terraform flushes before it closes, which shows in the output.
	if err = errors.Join(err, w.Flush(), w.Close()); err != nil {
		return cty.NilVal, err
	}
	return cty.StringVal(base64.StdEncoding.EncodeToString(b.Bytes())), nil
}

// base64Gunzip is a function of OpenTofu.
func base64Gunzip(args []cty.Value) (cty.Value, error) {
	packed, err := decodeBase64(args[0])
	if err != nil {
		return cty.NilVal, err
	}
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return cty.NilVal, function.NewArgErrorf(0, "failed to read gzip data")
	}
	b, err := io.ReadAll(io.LimitReader(r, maxString+1))
	switch {
	case err != nil:
		return cty.NilVal, function.NewArgErrorf(0, "failed to read gzip data")
	case len(b) > maxString:
		return unknown(cty.String), nil
	}
	return utf8String(b)
}

// charset finds an encoding by a name that IANA has registered.
func charset(v cty.Value) (encoding.Encoding, error) {
	e, err := ianaindex.IANA.Encoding(v.AsString())
	if err != nil || e == nil {
		return nil, function.NewArgErrorf(1, "%q is not a supported IANA encoding name or alias in this context", v.AsString())
	}
	return e, nil
}

func textEncode(args []cty.Value) (cty.Value, error) {
	e, err := charset(args[1])
	if err != nil {
		return cty.NilVal, err
	}
	b, err := e.NewEncoder().Bytes([]byte(args[0].AsString()))
	if err != nil {
		return cty.NilVal, function.NewArgErrorf(0, "the given string contains characters that cannot be represented in %s", args[1].AsString())
	}
	return cty.StringVal(base64.StdEncoding.EncodeToString(b)), nil
}

func textDecode(args []cty.Value) (cty.Value, error) {
	e, err := charset(args[1])
	if err != nil {
		return cty.NilVal, err
	}
	b, err := decodeBase64(args[0])
	if err != nil {
		return cty.NilVal, err
	}
	text, err := e.NewDecoder().Bytes(b)
	// A decoder that meets what it cannot decode replaces it.
	if err != nil || bytes.ContainsRune(text, utf8.RuneError) {
		return cty.NilVal, function.NewArgErrorf(0, "the given string contains symbols that are not defined for %s", args[1].AsString())
	}
	return utf8String(text)
}

func urlEncode(args []cty.Value) (cty.Value, error) {
	return cty.StringVal(url.QueryEscape(args[0].AsString())), nil
}

// urlDecode is a function of OpenTofu.
func urlDecode(args []cty.Value) (cty.Value, error) {
	s, err := url.QueryUnescape(args[0].AsString())
	if err != nil {
		return cty.NilVal, function.NewArgErrorf(0, "failed to decode URL")
	}
	if !utf8.ValidString(s) {
		return unknown(cty.String), nil // OpenTofu takes it
	}
	return cty.StringVal(s), nil
}

func csvDecode(args []cty.Value) (cty.Value, error) {
	s := args[0].AsString()
	if strings.Count(s, ",")+strings.Count(s, "\n") > maxElements {
		return cty.DynamicVal, nil
	}
	return stdlib.CSVDecode(args[0])
}

func jsonDecode(args []cty.Value) (cty.Value, error) {
	s := args[0].AsString()
	if Nesting(s) > maxDepth || strings.Count(s, ",") > maxElements {
		return cty.DynamicVal, nil
	}
	return stdlib.JSONDecode(args[0])
}

// compactNesting matches what nests YAML sequences and complex keys within one
// line. Across lines nesting takes indentation, which limits itself.
var compactNesting = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?m)(?:[-?:]\s+){200}`) })

func yamlDecode(args []cty.Value) (cty.Value, error) {
	s := args[0].AsString()
	if len(s) > maxFile || Nesting(s) > maxDepth || compactNesting().MatchString(s) {
		return cty.DynamicVal, nil
	}
	// The type shares what aliases repeat. It is counted before the value is
	// made, since aliases of aliases can stand for billions of elements.
	ty, err := yaml.Standard.ImpliedType([]byte(s))
	if err != nil {
		return cty.NilVal, function.NewArgError(0, err)
	}
	if countTypes(ty, maxElements) <= 0 {
		return cty.DynamicVal, nil
	}
	v, err := yaml.Standard.Unmarshal([]byte(s), ty)
	if err != nil {
		return cty.NilVal, function.NewArgError(0, err)
	}
	return v, nil
}

// countTypes subtracts from a budget the number of values that a value of a
// decoded type consists of, and stops when nothing is left.
func countTypes(ty cty.Type, budget int) int {
	budget--
	switch {
	case ty.IsTupleType():
		for _, ety := range ty.TupleElementTypes() {
			if budget <= 0 {
				return budget
			}
			budget = countTypes(ety, budget)
		}
	case ty.IsObjectType():
		for _, aty := range ty.AttributeTypes() {
			if budget <= 0 {
				return budget
			}
			budget = countTypes(aty, budget)
		}
	}
	return budget
}
