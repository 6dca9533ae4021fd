package report

// jsonJudged is what was looked at.
type jsonJudged struct {
	Roots     int            `json:"roots"`
	Resources map[string]int `json:"resources"`
	Unknown   map[string]int `json:"unknown"`
	// Skipped are the installed modules whose findings were left out, only where that was asked for and there are any.
	Skipped *jsonSkipped `json:"skipped,omitempty"`
}

// jsonSkipped is what was left out on request.
type jsonSkipped struct {
	// Modules are the addresses of their calls without keys.
	Modules []string `json:"modules"`
	// Findings is how many were left out, where they were counted: not in the review of a plan.
	Findings int `json:"findings"`
}

type jsonNotJudged struct {
	// Values is how many expressions in the blocks of resources are not known because an input has no value.
	Values  int          `json:"values"`
	Inputs  []jsonInput  `json:"inputs"`
	Modules []jsonUnread `json:"modules"`
	// Places is how many other places there are that notes name.
	Places int `json:"places"`
}

// jsonInput is an input of a root module without a value.
type jsonInput struct {
	// Name is var.NAME, or terraform.workspace.
	Name string `json:"name"`
	Root string `json:"root"`
	// Values is how many expressions are not known because of it.
	Values int `json:"values"`
	// VariablesFile is one that is there and gives values to some inputs of the root module that lack one.
	VariablesFile string `json:"variables_file,omitempty"`
	// The place is where it is declared, and where it is first used for the workspace.
	jsonPlace
}

// jsonUnread is a module that was not read. The place is its call.
type jsonUnread struct {
	Module string `json:"module"`
	Why    string `json:"why"`
	// RootFlag is the value of --root with which it is read.
	RootFlag string `json:"root_flag,omitempty"`
	jsonPlace
}

func judgedJSON(j Judged) jsonJudged {
	judged := jsonJudged{Roots: j.Roots, Resources: orEmpty(j.Resources), Unknown: orEmpty(j.Unknown)}
	if len(j.Skipped) > 0 {
		judged.Skipped = &jsonSkipped{j.Skipped, j.LeftOut}
	}
	return judged
}

func (r *renderer) notJudgedJSON() jsonNotJudged {
	not := jsonNotJudged{Values: r.Judged.values(), Inputs: []jsonInput{}, Modules: []jsonUnread{}}
	for _, l := range r.Judged.Lacking {
		for _, input := range l.Inputs {
			not.Inputs = append(not.Inputs, jsonInput{input.Name, l.Root, len(input.Values), l.File, r.jsonPlace(input.Range)})
		}
	}
	modules, places := r.unreadModules()
	not.Places = places
	for _, m := range modules {
		not.Modules = append(not.Modules, jsonUnread{m.Module, m.Why, m.Beyond, r.jsonPlace(m.Range)})
	}
	return not
}

func orEmpty(counts map[string]int) map[string]int {
	if counts == nil {
		return map[string]int{}
	}
	return counts
}
