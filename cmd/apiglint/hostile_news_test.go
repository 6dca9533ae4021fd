//go:build unix

package main

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

// hostileNews are baselines, revisions and fixes: what is compared with now, or written.
var hostileNews = []hostile{
	{
		name: "a baseline of almost a million findings", small: 50_000, full: 900_000,
		make: func(d dir, n int) {
			var b strings.Builder
			b.WriteString(`{"version":1,"findings":[`)
			for i := range n {
				fmt.Fprintf(&b, `{"root":"d%d","rule":"AUT406","resource":"a.b","place":"x"},`, i)
			}
			d.write("base.json", strings.TrimSuffix(b.String(), ",")+"]}")
		},
		args: []string{"check", "--baseline", "base.json", "."},
		code: 1, says: "of base.json are gone",
	},
	{
		name: "a baseline of brackets", small: 1_000_000, full: 60_000_000,
		make: func(d dir, n int) { d.repeat("base.json", `{"version":1,"findings":`, "[", n, "") },
		args: []string{"check", "--baseline", "base.json", "."},
		code: 2, says: "base.json: it is no baseline", alone: "without its baseline nothing is linted",
	},
	{
		name: "a baseline that is a pipe", small: 1, full: 1,
		make: func(d dir, _ int) { d.fifo("base.json") },
		args: []string{"check", "--baseline", "base.json", "."},
		code: 2, says: "base.json is not a regular file", alone: "without its baseline nothing is linted",
	},
	{
		name: "a report that leads out", small: 1, full: 1,
		make: func(d dir, _ int) {
			d.link("/dev/full", "report.json")
			d.mkdir(".git")
		},
		args: []string{"check", "--format", "json=report.json", "."},
		code: 2, says: "report.json cannot be written: it is a symbolic link of what is checked", alone: "what cannot be written is not there",
	},
	{
		name: "fixes of forty thousand arguments", small: 1_000, full: 20_000,
		make: func(d dir, n int) {
			var b strings.Builder
			for i := range n {
				fmt.Fprintf(&b, "resource \"huaweicloud_apig_api\" \"a%d\" {\n  type = \"public\"\n  request_method = \"get\"\n}\n", i)
			}
			d.write("x.tf", b.String())
		},
		args: []string{"check", "--fix", "."},
		code: 1, says: "fixed ",
	},
	{
		name: "a revision of directories with fifteen million files", small: 20_000, full: 380_000,
		make: func(d dir, n int) {
			blob := d.object("blob", neighbour)
			var top strings.Builder
			for i := range 40 {
				var sub strings.Builder
				for j := range n {
					sub.WriteString(entryOf("100644", fmt.Sprintf("g%04d%06d.txt", i, j), blob))
				}
				top.WriteString(entryOf("40000", fmt.Sprintf("d%03d", i), d.object("tree", sub.String())))
			}
			d.commit(top.String())
		},
		args: []string{"check", "--since", "HEAD", "."},
		code: 1,
	},
	{
		name: "a revision whose directories hold each other twice", small: 8, full: 60,
		make: func(d dir, n int) {
			tree := entryOf("100644", "y.tf", d.object("blob", neighbour))
			for range n {
				object := d.object("tree", tree)
				tree = entryOf("40000", "a", object) + entryOf("40000", "b", object)
			}
			d.commit(tree)
		},
		args: []string{"check", "--since", "HEAD", "."},
		code: 1,
	},
	{
		name: "a revision with names that lead out", small: 1, full: 1,
		make: func(d dir, _ int) {
			blob, out := d.object("blob", "locals {}\n"), d.object("blob", "../../../../../../etc/passwd")
			sub := d.object("tree", entryOf("100644", "y.tf", blob))
			d.commit(entryOf("40000", ".", sub) + entryOf("40000", "..", sub) + entryOf("40000", ".git", sub) + entryOf("100644", "a/b.tf", blob) +
				entryOf("100644", "", blob) + entryOf("120000", "l.tf", out) + entryOf("100644", "n\nl.tf", blob) + entryOf("100644", "\xff.tf", blob) +
				entryOf("777777", "w.tf", blob) + entryOf("160000", "sub.tf", blob) + entryOf("100644", "gone.tf", strings.Repeat("1", len(blob))))
		},
		args: []string{"check", "--since", "HEAD", "."},
		code: 1, never: []string{"root:"},
	},
}

// object puts an object into a repository that it makes if there is none, whatever it holds, and answers its name.
func (d dir) object(kind, content string) string {
	d.Helper()
	if _, err := exec.LookPath("git"); err != nil && os.Getenv("APIGLINT_GIT") != "required" {
		d.Skip("git is not installed")
	}
	if _, err := os.Stat(d.name(".git")); err != nil {
		d.git("", "init", "-q")
	}
	return d.git(content, "hash-object", "-t", kind, "-w", "--stdin", "--literally")
}

// commit makes a tree what HEAD leads to.
func (d dir) commit(tree string) {
	d.Helper()
	const who = "x <x@example.com> 1 +0000"
	commit := d.object("commit", "tree "+d.object("tree", tree)+"\nauthor "+who+"\ncommitter "+who+"\n\nx\n")
	d.git("", "update-ref", "HEAD", commit)
}

// entryOf is a line of a tree as git holds it.
func entryOf(mode, name, object string) string {
	bytes, _ := hex.DecodeString(object) // git has printed it
	return mode + " " + name + "\x00" + string(bytes)
}

func (d dir) git(stdin string, args ...string) string {
	d.Helper()
	cmd := exec.Command("git", append([]string{"-C", d.path}, args...)...)
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1")
	cmd.Stdin = strings.NewReader(stdin)
	var complaints bytes.Buffer
	cmd.Stderr = &complaints
	out, err := cmd.Output()
	if err != nil {
		d.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, complaints.String())
	}
	return strings.TrimSpace(string(out))
}
