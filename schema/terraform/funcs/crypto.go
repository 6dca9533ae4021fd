package funcs

import (
	"crypto/md5" //nolint:gosec // The language has it.
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha1" //nolint:gosec // The language has it.
	"crypto/sha256"
	"crypto/sha512"
	"crypto/x509"
	"encoding/base64"
	"encoding/hex"
	"encoding/pem"

	"github.com/google/uuid"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

func cryptography(env Env) map[string]function.Function {
	funcs := map[string]function.Function{
		"bcrypt": hoisting(bcrypt),
		"rsadecrypt": computed(cty.String, rsaDecrypt,
			param("ciphertext", cty.String), param("privatekey", cty.String)),
		"uuid":   computed(cty.String, unpredictable(cty.String)),
		"uuidv5": computed(cty.String, uuidV5, param("namespace", cty.String), param("name", cty.String)),
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

// uuidV5 derives a UUID from a name in a namespace, which is one of the four
// that RFC 9562 names or any UUID.
func uuidV5(args []cty.Value) (cty.Value, error) {
	space, ok := map[string]uuid.UUID{
		"dns": uuid.NameSpaceDNS, "url": uuid.NameSpaceURL,
		"oid": uuid.NameSpaceOID, "x500": uuid.NameSpaceX500,
	}[args[0].AsString()]
	if !ok {
		var err error
		if space, err = uuid.Parse(args[0].AsString()); err != nil {
			return cty.NilVal, function.NewArgErrorf(0, "uuidv5() doesn't support this namespace")
		}
	}
	return cty.StringVal(uuid.NewSHA1(space, []byte(args[1].AsString())).String()), nil
}

// rsaDecrypt decrypts what was encrypted by PKCS #1 v1.5. Its errors say
// nothing of the key.
func rsaDecrypt(args []cty.Value) (cty.Value, error) {
	ciphertext, err := base64.StdEncoding.DecodeString(args[0].AsString())
	if err != nil {
		return cty.NilVal, function.NewArgErrorf(0, "failed to decode base64 data")
	}
	block, _ := pem.Decode([]byte(args[1].AsString()))
	if block == nil {
		return cty.NilVal, function.NewArgErrorf(1, "not a PEM-encoded private key")
	}
	var key *rsa.PrivateKey
	switch block.Type {
	case "RSA PRIVATE KEY":
		key, err = x509.ParsePKCS1PrivateKey(block.Bytes)
	case "PRIVATE KEY":
		var any any
		any, err = x509.ParsePKCS8PrivateKey(block.Bytes)
		key, _ = any.(*rsa.PrivateKey)
	default:
		return unknown(cty.String), nil // Such as the format of OpenSSH.
	}
	if err != nil || key == nil {
		return cty.NilVal, function.NewArgErrorf(1, "not an RSA private key")
	}
	plain, err := rsa.DecryptPKCS1v15(rand.Reader, key, ciphertext)
	if err != nil {
		return cty.NilVal, function.NewArgErrorf(0, "failed to decrypt")
	}
	return utf8String(plain)
}
