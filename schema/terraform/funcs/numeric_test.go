package funcs_test

var numericRows = map[string][]row{
	"abs": {
		{`abs(23)`, `23`},
		{`abs(0)`, `0`},
		{`abs(-12.4)`, `12.4`},
	},
	"ceil": {
		{`ceil(5)`, `5`},
		{`ceil(5.1)`, `6`},
		{`ceil(-5.1)`, `-5`},
	},
	"floor": {
		{`floor(5)`, `5`},
		{`floor(-4.9)`, `-5`},
		{`floor(4.9)`, `4`},
		{`floor("4.9")`, `4`},
	},
	"log": {
		{`log(16, 2)`, `4`},
		{`log(50, 10)`, `1.6989700043360185`},
		{`log(0, 2) < 0`, `true`},
		{`log(-1,2)`, `error`},
		{`log(1,1)`, `error`},
	},
	"max": {
		{`max([12, 54, 3]...)`, `54`},
		{`max(12,54,3)`, `54`},
		{`max()`, `error`},
		{`max("a")`, `error`},
	},
	"min": {
		{`min([12, 54, 3]...)`, `3`},
		{`min(12,54,3)`, `3`},
		{`min()`, `error`},
	},
	"parseint": {
		{`parseint("100", 10)`, `100`},
		{`parseint("FF", 16)`, `255`},
		{`parseint("-10", 16)`, `-16`},
		{`parseint("1011111011101111", 2)`, `48879`},
		{`parseint("aA", 62)`, `656`},
		{`parseint("12", 2)`, `error`},
		{`parseint("12", 63)`, `error`},
		{`parseint("ff",16)`, `255`},
		{`parseint("zz",16)`, `error`},
		{`parseint(10,10)`, `error`},
	},
	"pow": {
		{`pow(3,2)`, `9`},
		{`pow(4,0)`, `1`},
		{`pow(-1,0.5)`, `error`},
	},
	"signum": {
		{`signum(344)`, `1`},
		{`signum(-13)`, `-1`},
		{`signum(0)`, `0`},
	},
	"sum": {
		{`sum([10, 13, 6, 4.5])`, `33.5`},
		{`sum(["a"])`, `error`},
		{`sum([1,2.5])`, `3.5`},
		{`sum([])`, `error`},
		{`sum(["1",2])`, `3`},
		{`sum([null])`, `error`},
		{`sum(toset([1,2]))`, `3`},
		{`sum("a")`, `error`},
	},
}
