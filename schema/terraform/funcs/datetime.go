package funcs

import (
	"time"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

func datetime() map[string]function.Function {
	return map[string]function.Function{
		"formatdate":    hoisting(stdlib.FormatDateFunc),
		"plantimestamp": computed(cty.String, unpredictable(cty.String)),
		"timeadd":       hoisting(stdlib.TimeAddFunc),
		"timecmp":       computed(cty.Number, timeCompare, param("timestamp_a", cty.String), param("timestamp_b", cty.String)),
		"timestamp":     computed(cty.String, unpredictable(cty.String)),
	}
}

func timeCompare(args []cty.Value) (cty.Value, error) {
	var times [2]time.Time
	for i := range times {
		t, err := time.Parse(time.RFC3339, args[i].AsString())
		if err != nil {
			return cty.NilVal, function.NewArgErrorf(i, "not a valid RFC3339 timestamp")
		}
		times[i] = t
	}
	return cty.NumberIntVal(int64(times[0].Compare(times[1]))), nil
}
