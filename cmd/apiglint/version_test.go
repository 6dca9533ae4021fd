package main

import (
	"runtime/debug"
	"testing"
)

func TestBuild(t *testing.T) {
	checkout := &debug.BuildInfo{
		Main: debug.Module{Version: "v0.2.1-0.20260301100000-0123456789ab+dirty"},
		Settings: []debug.BuildSetting{
			{Key: "vcs.revision", Value: "0123456789abcdef0123456789abcdef01234567"},
			{Key: "vcs.time", Value: "2026-03-01T10:00:00Z"},
			{Key: "vcs.modified", Value: "true"},
		},
	}
	for _, test := range []struct {
		name            string
		info            *debug.BuildInfo
		version, commit string
		want            string
	}{
		{"nothing known", &debug.BuildInfo{}, "", "", "(devel)"},
		{"go install", &debug.BuildInfo{Main: debug.Module{Version: "v0.2.0"}}, "", "", "v0.2.0"},
		{"a checkout", checkout, "", "", "v0.2.1-0.20260301100000-0123456789ab+dirty (commit 0123456789ab of 2026-03-01T10:00:00Z, modified)"},
		{"a release", &debug.BuildInfo{Main: debug.Module{Version: "(devel)"}}, "v0.2.0", "fedcba9876543210", "v0.2.0 (commit fedcba987654)"},
	} {
		if got := buildOf(test.info, test.version, test.commit).String(); got != test.want {
			t.Errorf("%s: %s, not %s", test.name, got, test.want)
		}
	}
}
