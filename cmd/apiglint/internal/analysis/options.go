package analysis

import (
	"fmt"
	"io"
	"time"

	"github.com/apiglint/apiglint/cmd/apiglint/internal/boundary"
	"github.com/apiglint/apiglint/cmd/apiglint/internal/overlay"
	"github.com/apiglint/apiglint/cmd/apiglint/internal/settings"
	"github.com/apiglint/apiglint/schema/terraform"
)

// Options say how paths are linted.
type Options struct {
	Settings settings.Source

	// Of the report: whether it has what ignore comments hide, and what is not new; who writes it, and what tells it from
	// others of the same code.
	ShowSuppressed, All bool
	// WhySilent asks for what rules did not judge in root modules, and because of what.
	WhySilent         bool
	Version, Category string

	// Root variables, as the flags are written, and the name that terraform.workspace has.
	Inputs    []Input
	Workspace string

	Baseline string // the file of what was found before, or empty
	Record   bool   // whether a baseline is to be written
	Since    string // the revision that holds what was there before, or empty

	// Of plans: the directory of the configuration, or empty where it is looked for, and whether a plan is all that there
	// is to read, so that there is nothing to report without it.
	Chdir   string
	OnePlan bool

	// Renewing says that recorded expectations are about to be brought up to date: they may name what is not there any more.
	Renewing bool

	Over  overlay.Files // what is read instead of files
	Stdin io.Reader     // where the plan "-" comes from
	Today time.Time     // the day on which ignore comments have ended or not, and certificates expired
}

// Input is a --var or a --var-file, as it is written.
type Input struct {
	File bool
	Text string
}

// inputs returns the inputs of the root modules within a boundary.
func (o Options) inputs(dir string) (terraform.Options, error) {
	inputs := make([]terraform.Input, 0, len(o.Inputs))
	for _, flag := range o.Inputs {
		if flag.File {
			file, err := boundary.VariablesFile(dir, flag.Text)
			if err != nil {
				return terraform.Options{}, err
			}
			inputs = append(inputs, terraform.Input{File: file})
			continue
		}
		name, text, err := terraform.ParseVar(flag.Text)
		if err != nil {
			return terraform.Options{}, fmt.Errorf("--var: %w", err)
		}
		inputs = append(inputs, terraform.Input{Name: name, Text: text})
	}
	return terraform.Options{Inputs: inputs, Workspace: o.Workspace}, nil
}
