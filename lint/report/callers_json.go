package report

import "github.com/apiglint/apiglint/schema/trace"

// jsonCallers is what a change does to callers: how many calls end in which way, and each that ends otherwise than before.
type jsonCallers struct {
	Stops           int            `json:"stops"`
	NoLongerCertain int            `json:"no_longer_certain"`
	Starts          int            `json:"starts"`
	CertainAgain    int            `json:"certain_again"`
	EndsOtherwise   int            `json:"ends_otherwise"`
	Unchanged       int            `json:"unchanged"`
	Changed         []jsonAffected `json:"changed"`
	Opened          []jsonOpening  `json:"opened"`
}

type jsonAffected struct {
	// Effect is stops, no-longer-certain, ends-otherwise, starts or certain-again.
	Effect string   `json:"effect"`
	Root   string   `json:"root"`
	Call   jsonCall `json:"call"`
	// Before and After are left out where there is no gateway that the call could come to.
	Before  *jsonEnding `json:"before,omitempty"`
	After   *jsonEnding `json:"after,omitempty"`
	Changes []jsonAct   `json:"changes"`
}

// jsonEnding is how a call ends.
type jsonEnding struct {
	Outcome   string `json:"outcome"`
	Ends      string `json:"ends,omitempty"`
	Code      string `json:"code,omitempty"`
	Status    int    `json:"status,omitempty"`
	Text      string `json:"text,omitempty"`
	Because   string `json:"because,omitempty"`
	Certainty string `json:"certainty"`
	Gateway   string `json:"gateway,omitempty"`
	Group     string `json:"group,omitempty"`
	API       string `json:"api,omitempty"`
	Backend   string `json:"backend,omitempty"`
}

type jsonOpening struct {
	// To is anonymous (anybody, without a credential) or internet.
	To      string    `json:"to"`
	Root    string    `json:"root"`
	Call    jsonCall  `json:"call"`
	API     string    `json:"api"`
	Changes []jsonAct `json:"changes"`
}

type jsonAct struct {
	Address string `json:"address"`
	// Action is create, update, replace or delete.
	Action    string   `json:"action"`
	Arguments []string `json:"arguments,omitempty"`
}

// jsonCallers returns nil where there are no callers, or nothing changes.
func (r *renderer) jsonCallers() *jsonCallers {
	if r.callersSummary() == "" {
		return nil
	}
	j := &jsonCallers{
		Stops: len(r.affected(trace.Stops)), NoLongerCertain: len(r.affected(trace.Doubted)), EndsOtherwise: len(r.affected(trace.Otherwise)),
		Starts: len(r.affected(trace.Starts)), CertainAgain: len(r.affected(trace.Settled)), Unchanged: r.unchangedCalls(),
		Changed: []jsonAffected{}, Opened: []jsonOpening{},
	}
	for _, e := range effects {
		for _, a := range r.affected(e.effect) {
			j.Changed = append(j.Changed, jsonAffected{
				string(a.Effect), a.root, jsonCallOf(a.Call), jsonEndingOf(a.Before), jsonEndingOf(a.After), jsonActs(a.By),
			})
		}
	}
	for _, audience := range audiences {
		for _, o := range r.opened(audience.to) {
			j.Opened = append(j.Opened, jsonOpening{o.To, o.root, jsonCallOf(o.Call), o.API, jsonActs(o.By)})
		}
	}
	return j
}

func jsonCallOf(c trace.Call) jsonCall {
	return jsonCall{c.Method, c.URL, c.From.String(), c.As.String(), c.Headers, c.Certificate}
}

func jsonEndingOf(t *trace.Trace) *jsonEnding {
	if t == nil {
		return nil
	}
	return &jsonEnding{
		string(t.Outcome), t.Ends, t.Code, t.Status, t.Text, reasonOn(t), string(t.Certainty), t.Gateway, t.Group, t.API, t.Backend,
	}
}

func jsonActs(acts []trace.Act) []jsonAct {
	all := []jsonAct{}
	for _, a := range acts {
		all = append(all, jsonAct{a.Address, a.Act.String(), a.Arguments})
	}
	return all
}
