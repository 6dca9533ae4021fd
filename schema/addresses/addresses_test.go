package addresses_test

import (
	"math/rand/v2"
	"net/netip"
	"strings"
	"testing"

	"github.com/apiglint/apiglint/schema/addresses"
)

// union is the union of a list of entries, all of which can be read.
func union(t *testing.T, list string) addresses.Set {
	t.Helper()
	var sets []addresses.Set
	for _, entry := range strings.Fields(list) {
		set, ok := addresses.Parse(entry)
		if !ok {
			t.Fatalf("%s cannot be read", entry)
		}
		sets = append(sets, set)
	}
	return addresses.Union(sets...)
}

func TestParseAddresses(t *testing.T) {
	for _, text := range []string{
		"10.0.0.1", "10.0.0.0/8", "192.168.0.1/16", "0.0.0.0/0", "10.0.0.1-10.0.0.9", "10.0.0.1 - 10.0.0.1", "::1", "2001:db8::/32",
	} {
		if set, ok := addresses.Parse(text); !ok || set.Empty() {
			t.Errorf("%q cannot be read", text)
		}
	}
	for _, text := range []string{
		"", "10.0.0", "10.0.0.256", "10.0.0.0/33", "example.com", "10.0.0.1:80", "10.0.0.9-10.0.0.1", "10.0.0.1-::1", "10.0.0.1-", "-",
		"fe80::1%eth0", "*",
	} {
		if set, ok := addresses.Parse(text); ok || !set.Empty() {
			t.Errorf("%q can be read", text)
		}
	}
}

func TestAddressSetContains(t *testing.T) {
	tests := []struct {
		set, other string
		want       bool
	}{
		{"", "", true},
		{"10.0.0.1", "", true},
		{"", "10.0.0.1", false},
		{"10.0.0.0/8", "10.255.255.255", true},
		{"10.0.0.0/8", "11.0.0.0", false},
		{"10.0.0.7/8", "10.0.0.0", true},
		{"10.0.0.0/25 10.0.0.128/25", "10.0.0.0/24", true},
		{"10.0.0.128/25 10.0.0.0/25", "10.0.0.127-10.0.0.128", true},
		{"10.0.0.0/25 10.0.0.129-10.0.0.255", "10.0.0.0/24", false},
		{"10.0.0.0/24 10.0.0.5", "10.0.0.200", true},
		{"10.0.0.0/24 10.0.2.0/24", "10.0.0.1 10.0.2.1", true},
		{"10.0.0.0/24 10.0.2.0/24", "10.0.0.1 10.0.1.1 10.0.2.1", false},
		{"0.0.0.0/0", "::1", false},
		{"::/0", "10.0.0.1", false},
		{"0.0.0.0/0 ::/0", "255.255.255.255 ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", true},
		{"10.0.0.0/8", "::ffff:10.1.2.3", true},
	}
	for _, test := range tests {
		if got := union(t, test.set).Contains(union(t, test.other)); got != test.want {
			t.Errorf("{%s} contains {%s}: %t, want %t", test.set, test.other, got, test.want)
		}
	}
}

func TestAddressSetOfEveryone(t *testing.T) {
	tests := []struct {
		set        string
		ipv4, ipv6 bool
	}{
		{"", false, false},
		{"0.0.0.0/0", true, false},
		{"::/0", false, true},
		{"0.0.0.0/1 128.0.0.0/1", true, false},
		{"128.0.0.0-255.255.255.255 0.0.0.0-127.255.255.255", true, false},
		{"0.0.0.0/1 128.0.0.1-255.255.255.255", false, false},
		{"0.0.0.0-255.255.255.254", false, false},
		{"::/1 8000::/1 0.0.0.0/0", true, true},
	}
	for _, test := range tests {
		set := union(t, test.set)
		if set.EveryIPv4() != test.ipv4 || set.EveryIPv6() != test.ipv6 {
			t.Errorf("{%s}: every IPv4 %t, every IPv6 %t", test.set, set.EveryIPv4(), set.EveryIPv6())
		}
	}
}

// TestAddressSetAgainstBits compares with a set that is a list of 256 yes and no.
func TestAddressSetAgainstBits(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	random := func() (set addresses.Set, bits [256]bool) {
		var sets []addresses.Set
		for range r.IntN(5) {
			from := r.IntN(256)
			to := min(255, from+r.IntN(100))
			one, _ := addresses.Parse(at(from) + "-" + at(to))
			sets = append(sets, one)
			for i := from; i <= to; i++ {
				bits[i] = true
			}
		}
		return addresses.Union(sets...), bits
	}
	for range 5_000 {
		a, aBits := random()
		b, bBits := random()
		want := true
		for i := range bBits {
			want = want && (aBits[i] || !bBits[i])
		}
		if got := a.Contains(b); got != want {
			t.Fatalf("%v contains %v: %t", a, b, got)
		}
		both, left := a.Intersect(b), a.Without(b)
		for i := range bBits {
			one, _ := addresses.Parse(at(i))
			if both.Contains(one) != (aBits[i] && bBits[i]) || left.Contains(one) != (aBits[i] && !bBits[i]) {
				t.Fatalf("%v and %v: both %v, left %v", a, b, both, left)
			}
		}
	}
}

func at(last int) string { return netip.AddrFrom4([4]byte{10, 0, 0, byte(last)}).String() }
