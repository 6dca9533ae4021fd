package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"github.com/apiglint/apiglint/cmd/apiglint/internal/analysis"
	"github.com/apiglint/apiglint/cmd/apiglint/internal/boundary"
	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/lint/report"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform/parallel"
	"github.com/apiglint/apiglint/schema/trace"
)

const traceHelp = `CALL is a method and a URL, or a URL alone, which is a GET:

  apiglint trace 'POST https://shop.example.com/orders/17' --from internet

The host is a name, an IP address, or a Terraform address: a group stands for
its debugging domain name, a gateway for its IP address. PATH is as for check;
of a plan both sides are traced. --all takes no CALL, and traces every call that
the configuration promises to answer.

--coverage traces only the calls of expect blocks. The exit code is then 1 if
there is a published API without an expectation.

The exit code is 0 if every call arrives, 1 if one fails, and 3 if none fails
and one is uncertain.
`

// traceOptions are the flags of trace.
type traceOptions struct {
	checkOptions

	all, certificate, coverage bool
	from, as                   string
	environment                string
	headers, formats           []string
	// brief says that no more than a line is written about a call.
	brief bool
}

// traceFlags are those of trace, which follows calls.
func traceFlags(set *pflag.FlagSet) action {
	var o traceOptions
	set.BoolVar(&o.all, "all", false, "trace every call that the configuration promises to answer")
	set.StringVar(&o.from, "from", "", "`WHERE` the caller is: internet, gateway-vpc, vpc:ADDRESS, subnet:ADDRESS, ip:A.B.C.D or anywhere; internet by default if the gateway has a public address, else gateway-vpc")
	set.StringVar(&o.as, "as", "", "`WHO` calls: nobody, app:ADDRESS, appcode:ADDRESS, iam, iam:ACCOUNT or authorizer; by default a caller with the credentials that the API requires")
	set.StringArrayVar(&o.headers, "header", nil, "a `HEADER` of the call, as 'Name: value'; repeatable")
	set.StringVar(&o.environment, "environment", "", "`NAME` of the environment, short for the header X-Stage")
	set.BoolVar(&o.certificate, "client-certificate", false, "the caller has a certificate signed by the domain name's authority")
	set.StringArrayVar(&o.formats, "format", nil, "write the traces as `FORM[=FILE]`: text, json, markdown or mermaid; repeatable")
	set.BoolVar(&o.coverage, "coverage", false, "list the published APIs without an expectation, and trace nothing")
	o.reads(set)
	return func(c *Command, args []string) (int, error) {
		if o.coverage {
			return c.cover(o, args)
		}
		return c.trace(o, args)
	}
}

// reads adds the flags that say what is read.
func (o *traceOptions) reads(set *pflag.FlagSet) {
	o.inputs(set)
	set.StringVar(&o.root, "root", "", "read nothing outside this `DIR`")
	set.StringVar(&o.Settings.File, "config", "", "read the settings from this `FILE` only")
	set.BoolVar(&o.noColor, "no-color", false, "never use colours; NO_COLOR does the same")
}

// groups returns what paths mean, the current directory where there are none.
func (o *traceOptions) groups(paths []string) ([]*boundary.Group, error) {
	return boundary.Groups(paths, o.root)
}

// trace follows one call, or all that are promised.
func (c *Command) trace(o traceOptions, args []string) (int, error) {
	outputs, err := traceOutputs(o.formats)
	if err != nil {
		return 0, err
	}
	var calls []trace.Call
	if !o.all {
		if len(args) == 0 {
			return 0, errors.New("trace needs a call, such as 'GET https://shop.example.com/orders', or --all")
		}
		call, err := o.call(args[0])
		if err != nil {
			return 0, err
		}
		calls, args = []trace.Call{call}, args[1:]
	}
	all, err := o.groups(args)
	if err != nil {
		return 0, err
	}
	read, err := c.reading(&o, all)
	if err != nil {
		return 0, err
	}
	o.brief = o.all && !slices.ContainsFunc(outputs, func(out traceOutput) bool { return !out.Brief })
	traced, err := o.follow(read, calls)
	if err != nil {
		return 0, err
	}
	traces := &report.Traces{All: traced, Files: read.Report.Files, Summary: o.all}
	for _, out := range outputs {
		if out.file == "" {
			err = out.Write(c.Stdout, traces, c.terminal(c.Stdout, o.noColor))
		} else {
			err = boundary.Save(out.file, all, func(w io.Writer) error { return out.Write(w, traces, report.Terminal{}) })
		}
		if err != nil {
			return 0, err
		}
	}
	return traceCode(read, traced), nil
}

// reading reads what is to be traced on the day of now, and says what could not be read.
func (c *Command) reading(o *traceOptions, all []*boundary.Group) (*analysis.Reading, error) {
	o.Stdin, o.Today, o.Version = c.Stdin, c.today(), ownVersion()
	read, err := analysis.Read(o.Options, all)
	if err != nil {
		return nil, err
	}
	for _, path := range read.Empty() {
		c.complain("there is no Terraform in %s", path)
	}
	return read, c.explainGaps(read.Report, o.checkOptions)
}

func traceCode(read *analysis.Reading, traced []report.Traced) int {
	is := func(outcome trace.Outcome) bool {
		return slices.ContainsFunc(traced, func(t report.Traced) bool { return t.Outcome == outcome })
	}
	switch {
	case !read.Report.Complete():
		return exitTrouble
	case is(trace.Fails):
		return exitFindings
	case is(trace.Unsettled):
		return exitUncertain
	}
	return exitClean
}

// call reads the call with what the flags say of it.
func (o *traceOptions) call(text string) (trace.Call, error) {
	call, err := trace.ParseCall(text)
	if err != nil {
		return call, err
	}
	return call, o.dress(&call)
}

// dress adds to a call what the flags say of its caller.
func (o *traceOptions) dress(call *trace.Call) (err error) {
	for _, header := range o.headers {
		if err := call.SetHeader(header); err != nil {
			return fmt.Errorf("--header: %w", err)
		}
	}
	if o.environment != "" {
		if err := call.SetHeader("X-Stage: " + o.environment); err != nil {
			return fmt.Errorf("--environment: %w", err)
		}
	}
	if o.from != "" && o.from != "anywhere" {
		if call.From, err = trace.ParseFrom(o.from); err != nil {
			return fmt.Errorf("--from: %w", err)
		}
	}
	if o.as != "" {
		if call.As, err = trace.ParseAs(o.as); err != nil {
			return fmt.Errorf("--as: %w", err)
		}
	}
	call.Certificate = o.certificate
	return nil
}

// follow traces calls in all that was read. A call whose host only some of the root modules know is traced in those.
func (o *traceOptions) follow(read *analysis.Reading, calls []trace.Call) ([]report.Traced, error) {
	sides := read.Sides
	if o.all {
		var err error
		if calls, err = o.promised(sides); err != nil {
			return nil, err
		}
	} else if err := there(calls[0], sides); err != nil {
		return nil, err
	}
	known := knowing(sides)
	asked := make([][]analysis.Side, len(calls))
	for i := range calls {
		calls[i].Day = o.Today
		asked[i] = known(calls[i])
	}
	traced := make([][]report.Traced, len(calls))
	parallel.Each(len(calls), func(i int) {
		for _, side := range asked[i] {
			for _, from := range o.places(side, calls[i]) {
				for _, one := range trace.Of(side.Config, from) {
					if o.brief {
						one = one.Brief()
					}
					hidden := report.RedactTrace(&one, side.Secrets)
					traced[i] = append(traced[i], report.Traced{Trace: placed(one, side), Root: side.Root, Side: side.Name, Hidden: hidden})
				}
			}
		}
	})
	all := slices.Concat(traced...)
	if len(all) == 0 && !o.all {
		return nil, errors.New("there is no API gateway (huaweicloud_apig_instance) that the call could reach")
	}
	return all, nil
}

// promised returns all calls that are promised, with what the flags say of their callers.
func (o *traceOptions) promised(sides []analysis.Side) ([]trace.Call, error) {
	anyone := trace.Call{Headers: map[string]string{}}
	if err := o.dress(&anyone); err != nil {
		return nil, err
	}
	calls := trace.PromisedByAny(configsOf(sides)...)
	for i := range calls {
		if err := o.dress(&calls[i]); err != nil {
			return nil, err
		}
	}
	return calls, there(anyone, sides)
}

// knowing returns what tells the sides that know the host of a call, all where none does. Both sides of a plan are asked in any case. It
// is found out once for each host.
func knowing(sides []analysis.Side) func(trace.Call) []analysis.Side {
	type host struct{ target, name, from string }
	of := map[host][]analysis.Side{}
	return func(call trace.Call) []analysis.Side {
		at := host{call.Target, call.Host, call.From.Kind}
		if found, ok := of[at]; ok {
			return found
		}
		knows := func(s analysis.Side) bool { return trace.Knows(s.Config, call) }
		found := sides
		if len(sides) > 1 && slices.ContainsFunc(sides, knows) {
			found = slices.DeleteFunc(slices.Clone(sides), func(s analysis.Side) bool { return s.Name == "" && !knows(s) })
		}
		of[at] = found
		return found
	}
}

// places returns a call from each of the places that --from means.
func (o *traceOptions) places(side analysis.Side, call trace.Call) []trace.Call {
	if o.from != "anywhere" {
		return []trace.Call{call}
	}
	var calls []trace.Call
	for _, from := range trace.Anywhere(side.Config) {
		call.From = from
		calls = append(calls, call)
	}
	return calls
}

// there returns an error for an address that a call names and no configuration has.
func there(call trace.Call, sides []analysis.Side) error {
	for _, absent := range lint.Absents(call.Named(), configsOf(sides)...) {
		return absent
	}
	return nil
}

func configsOf(sides []analysis.Side) []*schema.Config {
	var configs []*schema.Config
	for _, side := range sides {
		configs = append(configs, side.Config)
	}
	return configs
}

// placed returns a trace with its texts as reports name them.
func placed(t trace.Trace, side analysis.Side) trace.Trace {
	for i := range t.Stations {
		s := &t.Stations[i]
		s.Places = slices.Clone(s.Places)
		for n, at := range s.Places {
			s.Places[n] = side.Place(at)
		}
	}
	return t
}

// traceOutput is a form of traces with the file that it goes to, "" for stdout.
type traceOutput struct {
	report.TraceFormat
	file string
}

// traceOutputs reads the --format flags.
func traceOutputs(flags []string) ([]traceOutput, error) {
	if len(flags) == 0 {
		flags = []string{"text"}
	}
	var outputs []traceOutput
	for _, flag := range flags {
		name, file, toFile := strings.Cut(flag, "=")
		formats := report.TraceFormats()
		i := slices.IndexFunc(formats, func(f report.TraceFormat) bool { return f.Name == name })
		if i < 0 {
			return nil, noFormat(name, traceFormatNames())
		}
		if toFile && file == "" {
			return nil, fmt.Errorf("--format %s names no file", flag)
		}
		if slices.ContainsFunc(outputs, func(o traceOutput) bool { return o.file == file }) {
			return nil, fmt.Errorf("--format %s: another format goes there already", flag)
		}
		outputs = append(outputs, traceOutput{formats[i], file})
	}
	return outputs, nil
}
