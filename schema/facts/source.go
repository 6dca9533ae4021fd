package facts

import "embed"

// The tables are read from the binary one file at a time, so a program pays
// for the types that it asks about and for no others.
//
//go:embed data/index.json data/resources data/datasources
var files embed.FS

const (
	indexFile       = "data/index.json"
	resourcesFolder = "data/resources/"
	dataFolder      = "data/datasources/"
)
