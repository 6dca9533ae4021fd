package definition

import (
	"encoding/json"
	"net/netip"
	"strconv"
	"strings"
)

// formats are the forms of text that the facts name.
var formats = map[string]struct {
	noun string
	fits func(string) bool
}{
	"cidr_network":          {"a network such as 10.1.0.0/16, with nothing behind the mask", isNetwork},
	"ip":                    {"an IP address", isIP},
	"ipv4":                  {"an IPv4 address", isIPv4},
	"ip_or_cidr":            {"an IP address or a network", func(s string) bool { return isIP(s) || isCIDR(s) }},
	"ip_or_cidr_or_iprange": {"an IP address, a network, or two addresses with a hyphen", isSource},
	"ipv4_or_cidr_list":     {"a list of IPv4 addresses and networks with commas", isIPv4List},
	"ports":                 {"a port, a range such as 1-30, or a list of them with commas", isPorts},
	"json":                  {"JSON", func(s string) bool { return json.Valid([]byte(s)) }},
}

// fits reports whether a text has a format. A format that is not known fits all.
func fits(text, format string) bool {
	f, ok := formats[format]
	return !ok || f.fits(text)
}

func isIP(s string) bool { _, err := netip.ParseAddr(s); return err == nil }

func isIPv4(s string) bool {
	addr, err := netip.ParseAddr(s)
	return err == nil && addr.Is4()
}

func isCIDR(s string) bool { _, err := netip.ParsePrefix(s); return err == nil }

func isNetwork(s string) bool {
	prefix, err := netip.ParsePrefix(s)
	return err == nil && prefix == prefix.Masked()
}

func isSource(s string) bool {
	if low, high, ok := strings.Cut(s, "-"); ok {
		return isIP(strings.TrimSpace(low)) && isIP(strings.TrimSpace(high))
	}
	return isIP(s) || isCIDR(s)
}

func isIPv4List(s string) bool {
	for item := range strings.SplitSeq(s, ",") {
		item = strings.TrimSpace(item)
		if prefix, err := netip.ParsePrefix(item); !isIPv4(item) && (err != nil || !prefix.Addr().Is4()) {
			return false
		}
	}
	return true
}

func isPorts(s string) bool {
	for item := range strings.SplitSeq(s, ",") {
		low, high, ranged := strings.Cut(strings.TrimSpace(item), "-")
		if !isPort(low) || (ranged && !isPort(high)) {
			return false
		}
	}
	return true
}

func isPort(s string) bool {
	n, err := strconv.Atoi(strings.TrimSpace(s))
	return err == nil && n >= 1 && n <= 65535
}
