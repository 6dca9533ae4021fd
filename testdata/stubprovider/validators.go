package main

import (
	"fmt"
	"math"

	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/validation"

	"github.com/apiglint/apiglint/schema/facts"
)

// formats are the SDK's validators for the formats that the provider's code checks.
var formats = map[string]schema.SchemaValidateFunc{
	"cidr_network": validation.IsCIDRNetwork(0, 128),
	"ip":           validation.IsIPAddress,
	"ipv4":         validation.IsIPv4Address,
	"json":         validation.Any(validation.StringIsEmpty, validation.StringIsJSON),
}

// validator returns what the provider's code checks of the values of an argument or element, nil for nothing.
func validator(a *facts.Attr) schema.SchemaValidateFunc {
	var all []schema.SchemaValidateFunc
	add := func(from facts.Source, v schema.SchemaValidateFunc) {
		if from == facts.FromCode {
			all = append(all, v)
		}
	}
	switch a.Type {
	case facts.String:
		if a.EnumFrom == facts.FromCode {
			listed := validation.StringInSlice(a.Choices(), a.EnumIgnoreCase)
			if re := a.OrRegexp(); re != nil {
				listed = validation.Any(listed, validation.StringMatch(re, ""))
			}
			add(a.EnumFrom, listed)
		}
		add(a.PatternFrom, validation.StringMatch(a.Regexp(), ""))
		add(a.FormatFrom, formats[a.Format])
		add(a.LengthFrom, func(v any, name string) ([]string, []error) {
			if !a.Length.Allows(v.(string)) {
				return nil, []error{fmt.Errorf("%s has a wrong length", name)}
			}
			return nil, nil
		})
	case facts.Int:
		if a.EnumFrom == facts.FromCode {
			add(a.EnumFrom, validation.IntInSlice(integers(a.Choices())))
		}
		var within []schema.SchemaValidateFunc
		for _, r := range a.Ranges {
			low, high := math.MinInt, math.MaxInt
			if r.Min != nil {
				low = int(*r.Min)
			}
			if r.Max != nil {
				high = int(*r.Max)
			}
			within = append(within, validation.IntBetween(low, high))
		}
		add(a.RangeFrom, validation.Any(within...))
	}
	if all == nil {
		return nil
	}
	return validation.All(all...)
}

func integers(texts []string) []int {
	all := make([]int, len(texts))
	for i, text := range texts {
		if _, err := fmt.Sscan(text, &all[i]); err != nil {
			panic(err) // the facts have no such text
		}
	}
	return all
}

// withItself adds the address of an argument, which the facts leave out, to a group that it belongs to.
func withItself(address string, others []string) []string {
	if len(others) == 0 {
		return nil
	}
	return append([]string{address}, others...)
}
