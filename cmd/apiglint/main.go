// Command apiglint lints the Terraform that declares a Huawei Cloud API gateway.
package main

import "os"

func main() {
	command := &Command{Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Env: os.Getenv}
	os.Exit(command.Main(os.Args[1:]))
}
