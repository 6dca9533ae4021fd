package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/apiglint/apiglint/schema/facts"
)

// version prints the versions.
func (c *Command) version([]string) (int, error) {
	return exitClean, show(c.Stdout, fmt.Sprintf(
		"apiglint %s, %s, %s/%s\ntables of the provider huaweicloud/huaweicloud: %s\n",
		ownVersion(), runtime.Version(), runtime.GOOS, runtime.GOARCH, facts.Version(),
	))
}

// ownVersion is the version of the module that the binary was built from.
func ownVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "(devel)"
	}
	return info.Main.Version
}
