package schema

import "reflect"

// Derived returns what a part of the program that is not the model makes of a configuration, which is made once: T is
// that part's own type, and tells it from what others make. It may be called from several goroutines.
func Derived[T any](c *Config, derive func(*Config) T) T {
	key := reflect.TypeFor[T]()
	made, ok := c.derived.Load(key)
	if !ok {
		made, _ = c.derived.LoadOrStore(key, derive(c))
	}
	return made.(T)
}
