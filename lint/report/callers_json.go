package report

import (
	"cmp"

	"github.com/apiglint/apiglint/schema/trace"
)

// jsonCallers is what a change does to callers, and what more once the APIs that it edits and does not publish are published again.
type jsonCallers struct {
	jsonConsequences
	Unchanged   int              `json:"unchanged"`
	Interrupted *jsonInterrupted `json:"interrupted,omitempty"`
	Later       *jsonLater       `json:"once_published_again,omitempty"`
}

// jsonInterrupted is how many of the unchanged calls fail while the change is made, and what does it.
type jsonInterrupted struct {
	Calls   int       `json:"calls"`
	Changes []jsonAct `json:"changes"`
}

// jsonLater is what becomes of calls once APIs are published again.
type jsonLater struct {
	APIs []string `json:"apis"`
	jsonConsequences
}

// jsonConsequences are how many calls end in which way, and each that ends otherwise than before.
type jsonConsequences struct {
	Stops           int            `json:"stops"`
	NoLongerCertain int            `json:"no_longer_certain"`
	Starts          int            `json:"starts"`
	MayStart        int            `json:"may_start"`
	CertainAgain    int            `json:"certain_again"`
	CertainToFail   int            `json:"certain_to_fail"`
	AnotherBackend  int            `json:"another_backend"`
	FewerCallers    int            `json:"fewer_callers"`
	MoreCallers     int            `json:"more_callers"`
	OtherCallers    int            `json:"other_callers"`
	FailsOtherwise  int            `json:"fails_otherwise"`
	Changed         []jsonAffected `json:"changed"`
	Opened          []jsonOpening  `json:"opened"`
}

type jsonAffected struct {
	// Effect is one of [trace.Effects].
	Effect string   `json:"effect"`
	Root   string   `json:"root"`
	Call   jsonCall `json:"call"`
	// Before and After are left out where there is no gateway that the call could come to.
	Before  *jsonEnding `json:"before,omitempty"`
	After   *jsonEnding `json:"after,omitempty"`
	Changes []jsonAct   `json:"changes"`
}

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
	if len(r.callersSummary()) == 0 {
		return nil
	}
	j := &jsonCallers{Unchanged: r.unchangedCalls()}
	if n, by := r.interrupted(); n > 0 {
		j.Interrupted = &jsonInterrupted{n, jsonActs(by)}
	}
	for _, when := range phases {
		c := r.jsonConsequences(when)
		switch {
		case !when.later:
			j.jsonConsequences = c
		case len(c.Changed)+len(c.Opened) > 0:
			j.Later = &jsonLater{r.unpublished(), c}
		}
	}
	return j
}

func (r *renderer) jsonConsequences(when phase) jsonConsequences {
	count := func(e trace.Effect) int { return len(r.affected(when, e)) }
	j := jsonConsequences{
		Stops: count(trace.Stops), NoLongerCertain: count(trace.Doubted), Starts: count(trace.Starts), MayStart: count(trace.MayStart),
		CertainAgain: count(trace.Settled), CertainToFail: count(trace.Refused), AnotherBackend: count(trace.Elsewhere),
		FewerCallers: count(trace.Narrowed), MoreCallers: count(trace.Widened), OtherCallers: count(trace.Audience), FailsOtherwise: count(trace.Otherwise), Changed: []jsonAffected{}, Opened: []jsonOpening{},
	}
	for _, e := range effects {
		for _, a := range r.affected(when, e.effect) {
			j.Changed = append(j.Changed, jsonAffected{
				string(a.Effect), a.root, jsonCallOf(a.Call), jsonEndingOf(a.Before), jsonEndingOf(a.After), jsonActs(a.By),
			})
		}
	}
	for _, audience := range audiences {
		for _, o := range r.opened(when, audience.to) {
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
		string(t.Outcome), t.Ends, t.Code, t.Status, t.Text, cmp.Or(reasonOn(t), t.Admits()), string(t.Certainty), t.Gateway, t.Group, t.API, t.Backend,
	}
}

func jsonActs(acts []trace.Act) []jsonAct {
	all := []jsonAct{}
	for _, a := range acts {
		all = append(all, jsonAct{a.Address, a.Act.String(), a.Arguments})
	}
	return all
}
