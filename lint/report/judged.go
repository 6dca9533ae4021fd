package report

import (
	"fmt"
	"maps"
	"slices"

	"github.com/apiglint/apiglint/lint/prose"
)

// Judged is what was looked at.
type Judged struct {
	// Roots is how many root modules, those that have nothing to do with the gateway among them, and plans there were.
	Roots int
	// Resources are the instances of the gateway's own resources by their type, as far as they are known.
	Resources map[string]int
	// Unknown are the instances of resources that look like those of a gateway, of a provider that is not known, by their
	// type.
	Unknown map[string]int
}

// Nothing says that there was nothing of a gateway, and what of another one. It is "" where there was something, and where
// nothing was looked at.
func (j Judged) Nothing() string {
	if len(j.Resources) > 0 || j.Roots == 0 {
		return ""
	}
	where := "1 root module"
	if j.Roots > 1 {
		where = fmt.Sprintf("%d root modules", j.Roots)
	}
	text := "nothing of a Huawei Cloud API gateway was found in " + where
	if len(j.Unknown) > 0 {
		text += "; those of other providers are not judged: " + prose.Some(slices.Sorted(maps.Keys(j.Unknown)), "and")
	}
	return text
}

// jsonJudged is what was looked at.
type jsonJudged struct {
	Roots     int            `json:"roots"`
	Resources map[string]int `json:"resources"`
	Unknown   map[string]int `json:"unknown"`
}

func judgedJSON(j Judged) jsonJudged {
	return jsonJudged{j.Roots, orEmpty(j.Resources), orEmpty(j.Unknown)}
}

func orEmpty(counts map[string]int) map[string]int {
	if counts == nil {
		return map[string]int{}
	}
	return counts
}
