package trace

import (
	"fmt"
	"slices"

	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/schema"
)

// Verdict is what a station says of a call.
type Verdict string

// The verdicts. A station is skipped where it does not apply to the call, or cannot be reached.
const (
	Passed    Verdict = "passed"
	Failed    Verdict = "failed"
	Uncertain Verdict = "uncertain"
	Skipped   Verdict = "skipped"
)

// Certainty is how sure a verdict is. Likely is what documents lead to without saying so.
type Certainty string

// The certainties.
const (
	Certain Certainty = "certain"
	Likely  Certainty = "likely"
)

// Outcome is how a call ends.
type Outcome string

// The outcomes.
const (
	Arrives   Outcome = "arrives"
	Fails     Outcome = "fails"
	Unsettled Outcome = "uncertain"
)

// Station is what one station of the way says of a call.
type Station struct {
	// Name is one of [Stations].
	Name      string
	Verdict   Verdict
	Certainty Certainty
	// Because is a clause that says why. It may be empty where the station is skipped.
	Because string
	// Objects are the addresses of what decides, and Places the texts.
	Objects []string
	Places  []hcl.Range
	// Code is the gateway's error code, and Status the HTTP status that comes with it: "" and 0 where a call does not end with one.
	Code   string
	Status int
	// admits says whom lists let in of callers whose addresses are not known, "" for everybody.
	admits string
	// lists are those that do, as sets of addresses, and accounts says that lists of accounts do as well.
	lists    []list
	accounts bool
}

// Candidate is an API that takes the call as well, and loses it to another one.
type Candidate struct {
	API       string
	Why       string
	Certainty Certainty
}

// Trace is the way of one call to one gateway.
type Trace struct {
	Call     Call
	Outcome  Outcome
	Stations []Station
	// Ends is the name of the station where the call ends, "" where it arrives.
	Ends string
	// Code, Status and Text are what the caller sees: after the group's own responses, and 0 and "" where there is no answer.
	Code      string
	Status    int
	Text      string
	Certainty Certainty
	// Addresses of what the call met, "" for what it did not come to, and for a gateway that is declared elsewhere.
	Gateway, Group, Environment, API, Backend string
	// Redirected says that the gateway answers with a redirect to https, and that the stations are those of the call there.
	Redirected bool
	Candidates []Candidate
}

// Station returns what a station says, nil where there is none of this name.
func (t *Trace) Station(name string) *Station {
	for i := range t.Stations {
		if t.Stations[i].Name == name {
			return &t.Stations[i]
		}
	}
	return nil
}

// End returns the station where a call ends, nil where it arrives.
func (t *Trace) End() *Station { return t.Station(t.Ends) }

// Admits says whom of all callers the lists of an API and of its apps let in, "" for everybody.
func (t *Trace) Admits() string {
	if s := t.Station("access-control"); s != nil && s.Verdict == Passed && s.admits != "" {
		return s.Because
	}
	return ""
}

// admits is Admits without the names of the lists.
func (t *Trace) admits() string {
	if s := t.Station("access-control"); s != nil {
		return s.admits
	}
	return ""
}

// MayEndBefore reports whether the call may end before the station where it ends at the latest.
func (t *Trace) MayEndBefore() bool {
	for _, s := range t.Stations {
		if s.Name == t.Ends {
			return false
		}
		if s.Verdict == Uncertain {
			return true
		}
	}
	return false
}

// Brief returns the trace without the stations that it passed or skipped: what a line about it says.
func (t *Trace) Brief() Trace {
	brief := *t
	brief.Stations = nil
	for _, s := range t.Stations {
		if s.Verdict == Failed || s.Verdict == Uncertain {
			brief.Stations = append(brief.Stations, s)
		}
	}
	return brief
}

// Stations are the names of all stations, in the order of a call.
func Stations() []string {
	names := make([]string, len(stations))
	for i, s := range stations {
		names[i] = s.name
	}
	return names
}

// thing is what a station can point at.
type thing interface {
	String() string
	Range() hcl.Range
}

func station(verdict Verdict, by []thing, format string, args ...any) Station {
	s := Station{Verdict: verdict, Certainty: Certain, Because: fmt.Sprintf(format, args...)}
	if len(by) > 0 {
		s.Objects, s.Places = make([]string, 0, len(by)), make([]hcl.Range, 0, len(by))
	}
	for _, t := range by {
		address := t.String()
		if g, ok := t.(*schema.Gateway); ok {
			address = g.Address
		}
		s.Objects = append(s.Objects, address)
		s = s.place(t.Range())
	}
	return s
}

// things are what a station points at.
func things(all ...thing) []thing { return all }

func passed(by []thing, format string, args ...any) Station {
	return station(Passed, by, format, args...)
}

func uncertain(by []thing, format string, args ...any) Station {
	return station(Uncertain, by, format, args...)
}

func skipped(format string, args ...any) Station { return station(Skipped, nil, format, args...) }

// failed is a station where a call ends without an answer of the gateway.
func failed(by []thing, format string, args ...any) Station {
	return station(Failed, by, format, args...)
}

// refused is a station where the gateway answers with an error.
func refused(code string, status int, by []thing, format string, args ...any) Station {
	s := station(Failed, by, format, args...)
	s.Code, s.Status = code, status
	return s
}

// likely says that documents lead to the verdict without saying so.
func (s Station) likely() Station {
	s.Certainty = Likely
	return s
}

// place adds a text to what a station points at, once.
func (s Station) place(at hcl.Range) Station {
	if at.Filename != "" && !slices.Contains(s.Places, at) {
		s.Places = append(s.Places, at)
	}
	return s
}
