package schema

// Set is a set of which some members are certain, and perhaps not all. There is no way to all of its members that does
// not say whether there may be others. The zero Set has no certain member and may have any.
//
// A certain member is certainly declared. Where it is a resource that stands for any number of instances, there may be
// none of them: see [Resource.Symbolic] and [Resource.ExistsWith].
type Set[T any] struct {
	members []T
	whole   bool
	// asked tells who watches that others are asked for. It is nil where nothing says why there may be others.
	asked func()
}

// SetOf returns the set that has these members and no others.
func SetOf[T any](members ...T) Set[T] { return Set[T]{members: members, whole: true} }

// Certain returns the members that are certain, in order. There may be others, which who asks for these does not judge.
func (s Set[T]) Certain() []T {
	s.ask()
	return s.members
}

// All returns all members, in order. It returns nil and false where there may be others than those that are certain.
func (s Set[T]) All() ([]T, bool) {
	if s.MayHaveOthers() {
		return nil, false
	}
	return s.members, true
}

// MayHaveOthers reports whether there may be other members than those that are certain.
func (s Set[T]) MayHaveOthers() bool {
	s.ask()
	return !s.whole
}

// ask says that other members are asked for, where there may be any.
func (s Set[T]) ask() {
	if !s.whole && s.asked != nil {
		s.asked()
	}
}

// Empty reports whether the set has no member at all.
func (s Set[T]) Empty() Verdict {
	switch {
	case len(s.members) > 0:
		return No
	case s.MayHaveOthers():
		return Unsure
	}
	return Yes
}

// Any reports whether something holds for any member.
func (s Set[T]) Any(holds func(T) Verdict) Verdict {
	verdict := No
	if !s.whole {
		verdict = Unsure
	}
	for _, member := range s.members {
		switch holds(member) {
		case Yes:
			return Yes
		case Unsure:
			verdict = Unsure
		case No:
		}
	}
	s.ask()
	return verdict
}

// OrOthers returns the set with perhaps other members, where may says so.
func (s Set[T]) OrOthers(may bool) Set[T] {
	s.whole = s.whole && !may
	return s
}

// Where returns the members for which something holds. There may be others where that is not certain.
func (s Set[T]) Where(holds func(T) Verdict) Set[T] {
	found := Set[T]{whole: s.whole, asked: s.asked}
	for _, member := range s.members {
		switch holds(member) {
		case Yes:
			found.members = append(found.members, member)
		case Unsure:
			found.whole = false
		case No:
		}
	}
	return found
}

// Map returns what is made of the members of a set. A member of which nothing certain can be made may be anything.
func Map[T, U any](s Set[T], convert func(T) (U, bool)) Set[U] {
	converted := Set[U]{whole: s.whole, asked: s.asked}
	for _, member := range s.members {
		if made, ok := convert(member); ok {
			converted.members = append(converted.members, made)
		} else {
			converted.whole = false
		}
	}
	return converted
}

// FlatMap returns the union of the sets that are made of the members of a set.
func FlatMap[T, U any](s Set[T], convert func(T) Set[U]) Set[U] {
	union := Set[U]{whole: s.whole, asked: s.asked}
	for _, member := range s.members {
		made := convert(member)
		union.members = append(union.members, made.members...)
		union.whole = union.whole && made.whole
		union.asked = both(union.asked, made.asked)
	}
	return union
}

// both returns what calls both functions, either of which may be nil.
func both(one, other func()) func() {
	switch {
	case one == nil:
		return other
	case other == nil:
		return one
	}
	return func() {
		one()
		other()
	}
}

// Merge returns the members of several sets as one, in order.
func Merge[T any](sets ...Set[T]) Set[T] {
	return FlatMap(SetOf(sets...), func(s Set[T]) Set[T] { return s })
}

// Lookup is a [Set] that is asked for its members many times. It is made by [LookupOf].
type Lookup[K comparable] struct {
	members map[K]bool
	whole   bool
	asked   func()
}

// LookupOf returns a set as a Lookup.
func LookupOf[K comparable](s Set[K]) Lookup[K] {
	l := Lookup[K]{members: make(map[K]bool, len(s.members)), whole: true}
	l.Add(s)
	return l
}

// Add adds the members of a set.
func (l *Lookup[K]) Add(s Set[K]) {
	for _, member := range s.members {
		l.members[member] = true
	}
	l.whole, l.asked = l.whole && s.whole, both(l.asked, s.asked)
}

// Contains reports whether a value is among the members.
func (l Lookup[K]) Contains(value K) Verdict {
	switch {
	case l.members[value]:
		return Yes
	case l.whole:
		return No
	case l.asked != nil:
		l.asked()
	}
	return Unsure
}
