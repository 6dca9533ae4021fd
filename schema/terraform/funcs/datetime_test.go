package funcs_test

var datetimeRows = map[string][]row{
	"formatdate": {
		{`formatdate("DD MMM YYYY hh:mm ZZZ", "2018-01-02T23:12:01Z")`, `"02 Jan 2018 23:12 UTC"`},
		{`formatdate("EEEE, DD-MMM-YY hh:mm:ss ZZZ", "2018-01-02T23:12:01Z")`, `"Tuesday, 02-Jan-18 23:12:01 UTC"`},
		{`formatdate("EEE, DD MMM YYYY hh:mm:ss ZZZ", "2018-01-02T23:12:01-08:00")`, `"Tue, 02 Jan 2018 23:12:01 -0800"`},
		{`formatdate("MMM DD, YYYY", "2018-01-02T23:12:01Z")`, `"Jan 02, 2018"`},
		{`formatdate("HH:mmaa", "2018-01-02T23:12:01Z")`, `"11:12pm"`},
		{`formatdate("h'h'mm''ss", "2018-01-02T23:12:01Z")`, `"23h12'01"`},
		{`formatdate("h'h'mm","2018-01-02T23:12:01Z")`, `"23h12"`},
		{`formatdate("X","2018-01-02T23:12:01Z")`, `error`},
		{`formatdate("YYYY","bad")`, `error`},
	},
	"plantimestamp": {
		{`plantimestamp()`, `unknown`},
		{`formatdate("YYYY", plantimestamp())`, `unknown`},
		{`plantimestamp(1)`, `error`},
	},
	"timeadd": {
		{`timeadd("2017-11-22T00:00:00Z", "10m")`, `"2017-11-22T00:10:00Z"`},
		{`timeadd("2017-11-22T00:00:00+02:00","-1h")`, `"2017-11-21T23:00:00+02:00"`},
		{`timeadd("2017-11-22T00:00:00.5Z","10ms")`, `"2017-11-22T00:00:00Z"`},
		{`timeadd("2017-11-22","10m")`, `error`},
		{`timeadd("2017-11-22T00:00:00Z","x")`, `error`},
	},
	"timecmp": {
		{`timecmp("2017-11-22T00:00:00Z", "2017-11-22T00:00:00Z")`, `0`},
		{`timecmp("2017-11-22T00:00:00Z", "2017-11-22T01:00:00Z")`, `-1`},
		{`timecmp("2017-11-22T01:00:00Z", "2017-11-22T00:00:00Z")`, `1`},
		{`timecmp("2017-11-22T01:00:00Z", "2017-11-22T00:00:00-01:00")`, `0`},
		{`timecmp("2017","2017-11-22T00:00:00-01:00")`, `error`},
	},
	"timestamp": {
		{`timestamp()`, `unknown`},
		{`timeadd(timestamp(), "1h")`, `unknown`},
		{`timestamp(1)`, `error`},
	},
}
