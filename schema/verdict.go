package schema

import "slices"

// Verdict is an answer that may be uncertain.
type Verdict int

// The verdicts. The zero Verdict is Unsure: what nobody has decided is not certain.
const (
	Unsure Verdict = iota
	No
	Yes
)

func verdictOf(holds bool) Verdict {
	if holds {
		return Yes
	}
	return No
}

// onlyIf returns the verdict, but Unsure for a Yes that is not certain: it is about an object that may not be there.
func (v Verdict) onlyIf(certain bool) Verdict {
	if v == Yes && !certain {
		return Unsure
	}
	return v
}

// all is Yes if all are, No if one is, and Unsure otherwise.
func all(verdicts ...Verdict) Verdict {
	switch {
	case slices.Contains(verdicts, No):
		return No
	case slices.Contains(verdicts, Unsure):
		return Unsure
	}
	return Yes
}
