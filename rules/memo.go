package rules

// memo returns a function that asks another one once for each key.
func memo[K comparable, V any](ask func(K) V) func(K) V {
	known := map[K]V{}
	return func(key K) V {
		answer, ok := known[key]
		if !ok {
			answer = ask(key)
			known[key] = answer
		}
		return answer
	}
}
