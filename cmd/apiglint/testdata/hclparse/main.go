// Command hclparse is what the command is measured against: it reads the Terraform files below a directory and parses
// them whole with hclsyntax, all processors at once, and holds what it has parsed. With -read it only reads them.
package main

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

func main() {
	readOnly := flag.Bool("read", false, "read the files and parse nothing")
	flag.Parse()
	var names []string
	err := filepath.WalkDir(flag.Arg(0), func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && strings.HasSuffix(name, ".tf") {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		panic(err)
	}
	held := make([]*hcl.File, len(names))
	var all sync.WaitGroup
	slots := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i, name := range names {
		slots <- struct{}{}
		all.Go(func() {
			defer func() { <-slots }()
			src, err := os.ReadFile(name)
			if err != nil {
				panic(err)
			}
			if *readOnly {
				return
			}
			file, diags := hclsyntax.ParseConfig(src, name, hcl.InitialPos)
			if diags.HasErrors() {
				panic(diags)
			}
			held[i] = file
		})
	}
	all.Wait()
	fmt.Fprintln(os.Stderr, len(held))
}
