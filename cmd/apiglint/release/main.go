// Command release builds the archives of a release: the same bytes for the same commit and the same Go, wherever and
// whenever they are built. It is run in the module's root:
//
//	go run ./cmd/apiglint/release [-targets linux/amd64,...] dist
//
// The version is that of the tag on the commit, or names the commit; VERSION and COMMIT replace what git says, where there
// is no git.
package main

import (
	"cmp"
	"crypto/sha256"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

const allTargets = "linux/amd64,linux/arm64,darwin/amd64,darwin/arm64,windows/amd64,windows/arm64"

func main() {
	targets := flag.String("targets", allTargets, "the systems to build for")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "usage: release [-targets SYSTEM/ARCHITECTURE,...] FOLDER")
		os.Exit(2)
	}
	if err := release(flag.Arg(0), strings.Split(*targets, ",")); err != nil {
		fmt.Fprintln(os.Stderr, "release:", err)
		os.Exit(1)
	}
}

// source is what the archives are made of.
type source struct {
	version, commit string
	time            time.Time // of the commit, and of every file in the archives
}

func release(folder string, targets []string) error {
	src, err := sourceOf()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	var sums []string
	for _, target := range targets {
		system, architecture, ok := strings.Cut(target, "/")
		if !ok {
			return fmt.Errorf("%s is no system with an architecture, as linux/amd64 is", target)
		}
		archive, err := src.archive(folder, system, architecture)
		if err != nil {
			return fmt.Errorf("%s: %w", target, err)
		}
		content, err := os.ReadFile(filepath.Join(folder, archive))
		if err != nil {
			return err
		}
		sums = append(sums, fmt.Sprintf("%x  %s\n", sha256.Sum256(content), archive))
	}
	slices.SortFunc(sums, func(a, b string) int { return strings.Compare(a[sha256.Size*2:], b[sha256.Size*2:]) })
	return os.WriteFile(filepath.Join(folder, "SHA256SUMS"), []byte(strings.Join(sums, "")), 0o644)
}

// sourceOf answers what git knows about the tree, and what the environment says instead.
func sourceOf() (source, error) {
	src := source{version: os.Getenv("VERSION"), commit: os.Getenv("COMMIT")}
	if src.commit == "" {
		commit, err := output("git", "rev-parse", "HEAD")
		if err != nil {
			return src, fmt.Errorf("COMMIT is not set, and git does not know it: %w", err)
		}
		src.commit = commit
	}
	if src.version == "" {
		src.version = "v0.0.0-snapshot." + src.commit[:min(12, len(src.commit))]
		if tag, err := output("git", "describe", "--tags", "--exact-match", "--match", "v*"); err == nil {
			src.version = tag
		}
		changes, err := output("git", "status", "--porcelain")
		if err != nil {
			return src, err
		}
		if changes != "" {
			src.version += "-modified"
		}
	}
	seconds := os.Getenv("SOURCE_DATE_EPOCH")
	if seconds == "" {
		var err error
		if seconds, err = output("git", "log", "-1", "--format=%ct"); err != nil {
			return src, fmt.Errorf("SOURCE_DATE_EPOCH is not set, and git does not know the commit's time: %w", err)
		}
	}
	epoch, err := strconv.ParseInt(seconds, 10, 64)
	if err != nil {
		return src, fmt.Errorf("SOURCE_DATE_EPOCH: %w", err)
	}
	// ZIP knows even seconds only.
	src.time = time.Unix(epoch, 0).UTC().Truncate(2 * time.Second)
	return src, nil
}

// archive builds for one system, and answers the archive's name.
func (src source) archive(folder, system, architecture string) (string, error) {
	scratch, err := os.MkdirTemp("", "release")
	if err != nil {
		return "", err
	}
	defer func() { _ = os.RemoveAll(scratch) }() // the system would do it
	program := "apiglint"
	if system == "windows" {
		program += ".exe"
	}
	binary := filepath.Join(scratch, program)
	if err := src.build(binary, system, architecture); err != nil {
		return "", err
	}
	if err := check(binary, system, architecture); err != nil {
		return "", err
	}
	files := []file{{name: program, from: binary, executable: true}}
	for _, name := range []string{"README.md", "CHANGELOG.md", "LICENSE"} {
		files = append(files, file{name: name, from: name})
	}
	files = append(files, file{name: "apiglint.1", from: "docs/man/apiglint.1"})
	scripts, err := filepath.Glob("cmd/apiglint/completion/*")
	if err != nil {
		return "", err
	}
	for _, script := range scripts {
		files = append(files, file{name: "completion/" + filepath.Base(script), from: script})
	}
	licences, err := licences(system, architecture)
	if err != nil {
		return "", err
	}
	files = append(files, licences...)
	slices.SortFunc(files, func(a, b file) int { return cmp.Compare(a.name, b.name) })

	name := fmt.Sprintf("apiglint_%s_%s_%s", strings.TrimPrefix(src.version, "v"), system, architecture)
	pack, extension := packTar, ".tar.gz"
	if system == "windows" {
		pack, extension = packZip, ".zip"
	}
	return name + extension, pack(filepath.Join(folder, name+extension), name, files, src.time)
}

// build makes the binary. What the go command would say about the checkout is left out: it differs between a clone, a
// worktree and an archive of the same commit.
func (src source) build(binary, system, architecture string) error {
	cmd := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-o", binary,
		"-ldflags", "-s -w -X main.releaseVersion="+src.version+" -X main.releaseCommit="+src.commit, "./cmd/apiglint")
	cmd.Env = environment(system, architecture)
	cmd.Stdout, cmd.Stderr = os.Stderr, os.Stderr
	return cmd.Run()
}

// environment is that of the go command for a system, in which nothing of the user's settings changes the binary.
func environment(system, architecture string) []string {
	return append(os.Environ(), "GOOS="+system, "GOARCH="+architecture, "CGO_ENABLED=0",
		"GOFLAGS=-mod=readonly", "GOAMD64=v1", "GOARM64=v8.0", "GOEXPERIMENT=", "GOFIPS140=off", "GOWORK=off")
}

// output answers what a command prints.
func output(name string, args ...string) (string, error) {
	out, err := exec.Command(name, args...).Output()
	return strings.TrimSpace(string(out)), err
}
