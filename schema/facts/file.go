package facts

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"io"
)

// The tables are read from the binary one file at a time, so a program pays
// for the types that it asks about and for no others. A file holds a [Type] or
// the [Index] as encoding/json writes them; README.md documents the keys.
//
//go:embed data/index.json data/resources data/datasources
var files embed.FS

const (
	indexFile       = "data/index.json"
	resourcesFolder = "data/resources/"
	dataFolder      = "data/datasources/"
)

// Index is data/index.json.
type Index struct {
	About             About             `json:"about"`
	Resources         []string          `json:"resources"`
	ResourceAliases   map[string]string `json:"resource_aliases"`
	DataSources       []string          `json:"data_sources"`
	DataSourceAliases map[string]string `json:"data_source_aliases"`
	Constraints       []*Constraint     `json:"constraints,omitempty"`
	// Releases are the provider's, the oldest first, as far as they were examined.
	Releases []string `json:"releases"`
}

// About says what the facts are about.
type About struct {
	Provider        string `json:"provider"`
	ProviderVersion string `json:"provider_version"`
	SDK             string `json:"sdk"`
}

// Decode reads one value and refuses keys that it does not know.
func Decode(data []byte, v any) error {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(v); err != nil {
		return err
	}
	if _, err := dec.Token(); err != io.EOF {
		return fmt.Errorf("text after the value")
	}
	return nil
}

// Encode writes the one form that a file in data/ has.
func Encode(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// read decodes an embedded file. It panics if that fails: the files are part
// of the program, and a test holds that each of them decodes.
func read(name string, v any) {
	data, err := files.ReadFile(name)
	if err == nil {
		err = Decode(data, v)
	}
	if err != nil {
		panic(fmt.Sprintf("facts: %s: %v", name, err))
	}
}

// readType decodes the file of a type, and adds what every type has.
func readType(file string) *Type {
	t := &Type{Prefix: Home}
	read(file, t)
	t.Attrs["id"] = &Attr{Type: String, Computed: true}
	nameAttrs(t.Attrs)
	return t
}

// nameAttrs tells attributes their names, which are the keys in the file.
func nameAttrs(attrs map[string]*Attr) {
	for name, a := range attrs {
		a.Name = name
		if a.Elem != nil {
			a.Elem.Name = name
		}
		nameAttrs(a.Attrs)
	}
}
