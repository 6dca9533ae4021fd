package rules

import "embed"

// texts has a folder for each rule with its prose and its examples.
//
//go:embed texts
var texts embed.FS
