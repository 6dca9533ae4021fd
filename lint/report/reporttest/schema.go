package reporttest

import "github.com/xeipuuv/gojsonschema"

// Schema returns where a JSON document is not what a JSON Schema says.
func Schema(schema, document []byte) []string {
	result, err := gojsonschema.Validate(gojsonschema.NewBytesLoader(schema), gojsonschema.NewBytesLoader(document))
	if err != nil {
		return []string{err.Error()}
	}
	var all []string
	for _, e := range result.Errors() {
		all = append(all, e.String())
	}
	return all
}
