//go:build !linux

package main

import "io/fs"

func newDirectory(_ confined, _ string, o opened) fs.File { return o }
