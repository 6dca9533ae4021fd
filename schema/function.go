package schema

// GraphFunction is a function of FunctionGraph, which can stand behind an API: huaweicloud_fgs_function.
type GraphFunction struct {
	*Resource
	Name Value[string] `tf:"name"`
	// Timeout is the longest that a call of it runs, in seconds.
	Timeout Value[int] `tf:"timeout"`
}
