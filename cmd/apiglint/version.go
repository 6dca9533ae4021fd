package main

import (
	"cmp"
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/pflag"

	"github.com/apiglint/apiglint/lint/spelling"
	"github.com/apiglint/apiglint/schema/facts"
)

// What a release was made of. Its builder sets them with -ldflags -X; they are empty in other builds, which the go command
// has told where they come from.
var releaseVersion, releaseCommit string

// build is where a binary comes from.
type build struct {
	Version  string `json:"version"`            // of a release, or of the module; "(devel)" where nothing is known
	Commit   string `json:"commit,omitempty"`   // in full
	Time     string `json:"time,omitempty"`     // of the commit
	Modified bool   `json:"modified,omitempty"` // whether the commit's tree had been changed
	Go       string `json:"go"`
	Platform string `json:"platform"`
	Tables   string `json:"tables"`   // the version of the provider that the tables are about
	Releases string `json:"releases"` // the oldest and the newest release whose types and arguments they date
}

// versionFlags are those of version, which prints the versions.
func versionFlags(set *pflag.FlagSet) action {
	format := set.String("format", "text", "print as `text|json`")
	return func(c *Command, _ []string) (int, error) { return c.version(*format) }
}

func (c *Command) version(format string) (int, error) {
	b := ownBuild()
	switch format {
	case "text":
		return exitClean, show(c.Stdout, fmt.Sprintf(
			"apiglint %s, %s, %s\ntables of the provider huaweicloud/huaweicloud: %s (releases %s)\n", b, b.Go, b.Platform, b.Tables, b.Releases,
		))
	case "json":
		return exitClean, showJSON(c.Stdout, b)
	}
	return 0, fmt.Errorf("version has no format %q%s: it is text or json", format, spelling.Suggestion(format, []string{"text", "json"}))
}

func ownVersion() string { return ownBuild().Version }

// ownBuild returns where this binary comes from.
func ownBuild() build {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		info = &debug.BuildInfo{}
	}
	return buildOf(info, releaseVersion, releaseCommit)
}

// buildOf returns where a binary comes from that was built as info says: from a checkout, as a module, or as a release.
func buildOf(info *debug.BuildInfo, version, commit string) build {
	b := build{
		Version: cmp.Or(version, info.Main.Version, "(devel)"), Commit: commit,
		Go: runtime.Version(), Platform: runtime.GOOS + "/" + runtime.GOARCH, Tables: facts.Version(), Releases: facts.Span(),
	}
	if b.Commit != "" {
		return b
	}
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			b.Commit = s.Value
		case "vcs.time":
			b.Time = s.Value
		case "vcs.modified":
			b.Modified = s.Value == "true"
		}
	}
	return b
}

func (b build) String() string {
	if b.Commit == "" {
		return b.Version
	}
	text := b.Version + " (commit " + b.Commit[:min(12, len(b.Commit))]
	if b.Time != "" {
		text += " of " + b.Time
	}
	if b.Modified {
		text += ", modified"
	}
	return text + ")"
}
