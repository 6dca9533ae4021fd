package trace

import (
	"slices"
	"time"

	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/facts"
)

// walk is a call on its way, with what was settled at the stations that it has passed.
type walk struct {
	*schema.Config
	call    Call
	gateway *schema.Gateway
	caller  caller
	host    host

	// group, environment and api are nil and empty where the call has not come to them.
	group       *schema.Group
	environment schema.EnvironmentKey
	apis        []*schema.API // of the group, or of any that an app may call by the gateway's address
	others      bool          // there may be other APIs than these
	api         *schema.API
	otherMethod *schema.API // takes the path with another method
	backend     *schema.Backend

	before [hostStations]Station
	trace  *Trace
}

// stations are all stations in the order of a call.
var stations = []struct {
	name string
	says func(*walk) Station
	// needs is what has to be settled before: without it the station is skipped.
	needs func(*walk) bool
}{
	{"name", (*walk).name, always},
	{"entrance", (*walk).entrance, always},
	{"port", (*walk).port, always},
	{"tls", (*walk).tls, always},
	{"group", (*walk).groupOfHost, always},
	{"environment", (*walk).environmentOfCall, (*walk).hasGroup},
	{"route", (*walk).route, (*walk).hasEnvironment},
	{"protocol", (*walk).protocol, (*walk).hasAPI},
	{"daily-limit", (*walk).dailyLimit, (*walk).hasGroup},
	{"authentication", (*walk).authentication, (*walk).hasAPI},
	{"authorization", (*walk).authorization, (*walk).hasAPI},
	{"access-control", (*walk).accessControl, (*walk).hasAPI},
	{"throttling", (*walk).throttling, (*walk).hasAPI},
	{"request", (*walk).request, (*walk).hasAPI},
	{"mapping", (*walk).mapping, (*walk).hasAPI},
	{"backend-choice", (*walk).backendChoice, (*walk).hasAPI},
	{"backend", (*walk).backendOfAPI, (*walk).hasAPI},
	{"response", (*walk).response, always},
}

// hostStations is how many stations come before the path of the call matters: what they say is the same for all calls of one caller to one host.
const hostStations = 5

func always(*walk) bool { return true }

func (w *walk) hasGroup() bool       { return w.group != nil || len(w.apis) > 0 }
func (w *walk) hasEnvironment() bool { return w.environment != "" }
func (w *walk) hasAPI() bool         { return w.api != nil }

// Of follows a call to every gateway of a configuration that its host may lead to. There is none where the configuration has
// none, or knows that the host leads elsewhere. Traces share what their stations point at.
func Of(c *schema.Config, call Call) []Trace {
	found := leads(c, call)
	all := make([]Trace, len(found))
	for i, lead := range found {
		follow(c, call, lead, &all[i])
	}
	return all
}

// follow is the way of a call to one gateway. A redirect to https is followed once.
func follow(c *schema.Config, call Call, lead lead, into *Trace) {
	w := arrive(c, call, lead)
	w.trace = into
	*into = Trace{Call: call, Certainty: Certain, Stations: make([]Station, len(stations))}
	into.Call.From = w.caller.from(call.From)
	if !w.gateway.Elsewhere() {
		into.Gateway = w.gateway.Address
	}
	if w.group != nil {
		into.Group = w.group.Address
	}
	copy(into.Stations, w.before[:])
	for i, s := range stations[hostStations:] {
		said := skipped("the call does not reach this station")
		if s.needs(&w) {
			said = s.says(&w)
		}
		if s.name == "protocol" {
			if secure, ok := w.redirected(); ok && said.Verdict == Passed {
				from := into.Call
				follow(c, secure, lead, into)
				into.Redirected, into.Call = true, from
				return
			}
		}
		said.Name = s.name
		into.Stations[hostStations+i] = said
	}
	w.conclude()
}

// arrival is what the stations that are shared depend on.
type arrival struct {
	gateway                      *schema.Gateway
	target, host, header, scheme string
	port                         int
	from                         From
	certificate                  bool
	day                          time.Time
}

// arrive returns a call that has passed the stations that it shares with others, which are asked once.
func arrive(c *schema.Config, call Call, lead lead) walk {
	of := arrival{lead.gateway, call.Target, call.Host, call.Headers["host"], call.Scheme, call.Port, call.From, call.Certificate, call.Day}
	w := once(&indexed(c).arrived, of, func() *walk {
		w := &walk{Config: c, call: call, gateway: lead.gateway, host: lead.host}
		w.caller = w.whereFrom()
		w.settle()
		for i, s := range stations[:hostStations] {
			w.before[i] = s.says(w)
			w.before[i].Name = s.name
		}
		return w
	})
	arrived := *w
	arrived.call = call
	return arrived
}

// conclude says how the call ends.
func (w *walk) conclude() {
	t := w.trace
	find := func(verdict Verdict) *Station {
		if i := slices.IndexFunc(t.Stations, func(s Station) bool { return s.Verdict == verdict }); i >= 0 {
			return &t.Stations[i]
		}
		return nil
	}
	t.Outcome = Arrives
	end := find(Failed)
	if end != nil {
		t.Outcome = Fails
	} else if end = find(Uncertain); end != nil {
		t.Outcome = Unsettled
	}
	if end != nil {
		t.Ends, t.Code, t.Status, t.Certainty = end.Name, end.Code, end.Status, end.Certainty
		code, _ := facts.GatewayCode(end.Code)
		t.Text = code.Message
		if t.Outcome == Fails && end.Code != "" {
			if status, _, ok := w.answerTo(end.Code, end.Status); ok {
				t.Status = status
			}
		}
		return
	}
	for _, s := range t.Stations {
		if s.Verdict == Passed && s.Certainty == Likely {
			t.Certainty = Likely
		}
	}
}
