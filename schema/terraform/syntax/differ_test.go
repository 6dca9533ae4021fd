package syntax_test

import (
	"fmt"
	"reflect"
)

// difference says where two values differ first, "" where they do not. Operators, which hold functions, are the same
// ones everywhere.
func difference(path string, a, b reflect.Value) string {
	if a.IsValid() != b.IsValid() || (a.IsValid() && a.Type() != b.Type()) {
		return fmt.Sprintf("%s: %v and %v", path, a, b)
	}
	switch a.Kind() {
	case reflect.Pointer, reflect.Interface:
		if a.IsNil() != b.IsNil() {
			return fmt.Sprintf("%s: %v and %v", path, a, b)
		}
		if a.IsNil() || (a.Kind() == reflect.Pointer && a.Pointer() == b.Pointer()) {
			return ""
		}
		return difference(path, a.Elem(), b.Elem())
	case reflect.Struct:
		for n := range a.NumField() {
			if d := difference(path+"."+a.Type().Field(n).Name, a.Field(n), b.Field(n)); d != "" {
				return d
			}
		}
	case reflect.Slice, reflect.Array:
		if a.Len() != b.Len() || (a.Kind() == reflect.Slice && a.IsNil() != b.IsNil()) {
			return fmt.Sprintf("%s: %v and %v", path, a, b)
		}
		for n := range a.Len() {
			if d := difference(fmt.Sprintf("%s[%d]", path, n), a.Index(n), b.Index(n)); d != "" {
				return d
			}
		}
	case reflect.Map:
		if a.Len() != b.Len() || a.IsNil() != b.IsNil() {
			return fmt.Sprintf("%s: %v and %v", path, a, b)
		}
		for _, key := range a.MapKeys() {
			if d := difference(fmt.Sprintf("%s[%v]", path, key), a.MapIndex(key), b.MapIndex(key)); d != "" {
				return d
			}
		}
	default:
		if !a.Equal(b) {
			return fmt.Sprintf("%s: %v and %v", path, a, b)
		}
	}
	return ""
}
