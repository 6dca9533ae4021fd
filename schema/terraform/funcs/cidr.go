package funcs

import (
	"math/big"
	"net/netip"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

func network() map[string]function.Function {
	prefix := param("prefix", cty.String)
	return map[string]function.Function{
		"cidrcontains": computed(cty.Bool, cidrContains,
			param("containing_prefix", cty.String), param("contained_ip_or_prefix", cty.String)),
		"cidrhost":    computed(cty.String, cidrHost, prefix, param("hostnum", cty.Number)),
		"cidrnetmask": computed(cty.String, cidrNetmask, prefix),
		"cidrsubnet": computed(cty.String, cidrSubnet,
			prefix, param("newbits", cty.Number), param("netnum", cty.Number)),
		"cidrsubnets": hoisting(function.New(&function.Spec{
			Params:   []function.Parameter{prefix},
			VarParam: &function.Parameter{Name: "newbits", Type: cty.Number},
			Type:     function.StaticReturnType(cty.List(cty.String)),
			Impl:     func(args []cty.Value, _ cty.Type) (cty.Value, error) { return cidrSubnets(args) },
		})),
	}
}

// parsePrefix reads an address prefix and clears the bits after it. Terraform
// reads leading zeros of decimal numbers as Go once did, and treats IPv4
// addresses mapped into IPv6 inconsistently: for those ok is false.
func parsePrefix(v cty.Value, arg int) (p netip.Prefix, ok bool, err error) {
	addr, bits, _ := strings.Cut(v.AsString(), "/")
	p, err = netip.ParsePrefix(trimZeros(addr) + "/" + trimZero(bits))
	if err != nil {
		return p, false, function.NewArgErrorf(arg, "invalid CIDR expression: %q", v.AsString())
	}
	return p.Masked(), !p.Addr().Is4In6(), nil
}

func trimZeros(addr string) string {
	if strings.Contains(addr, ":") {
		return addr
	}
	octets := strings.Split(addr, ".")
	for i, octet := range octets {
		octets[i] = trimZero(octet)
	}
	return strings.Join(octets, ".")
}

func trimZero(digits string) string {
	if trimmed := strings.TrimLeft(digits, "0"); trimmed != "" || digits == "" {
		return trimmed
	}
	return "0"
}

// offset is the address that lies n addresses after another, which must exist.
func offset(a netip.Addr, n *big.Int) netip.Addr {
	b := a.AsSlice()
	sum := new(big.Int).SetBytes(b)
	sum.Add(sum, n).FillBytes(b)
	shifted, _ := netip.AddrFromSlice(b)
	return shifted
}

// addresses is the number of addresses that so many bits can tell apart.
func addresses(bits int) *big.Int {
	return new(big.Int).Lsh(big.NewInt(1), uint(max(bits, 0)))
}

// cidrHost numbers the hosts of a prefix, from its end where negative.
func cidrHost(args []cty.Value) (cty.Value, error) {
	p, ok, err := parsePrefix(args[0], 0)
	if err != nil || !ok {
		return unknown(cty.String), err
	}
	n, err := wholeNumber(args[1], 1)
	if err != nil {
		return cty.NilVal, err
	}
	size := addresses(p.Addr().BitLen() - p.Bits())
	if n.Sign() < 0 {
		n.Add(n, size)
	}
	if n.Sign() < 0 || n.Cmp(size) >= 0 {
		return cty.NilVal, function.NewArgErrorf(1, "prefix of %d does not accommodate a host numbered %s", p.Bits(), args[1].AsBigFloat().Text('f', 0))
	}
	return cty.StringVal(offset(p.Addr(), n).String()), nil
}

func cidrNetmask(args []cty.Value) (cty.Value, error) {
	p, _, err := parsePrefix(args[0], 0)
	if err != nil {
		return cty.NilVal, err
	}
	if !p.Addr().Is4() {
		return cty.NilVal, function.NewArgErrorf(0, "IPv6 addresses cannot have a netmask: %s", p)
	}
	host := new(big.Int).Sub(addresses(32-p.Bits()), big.NewInt(1))
	mask := new(big.Int).Sub(new(big.Int).SetUint64(0xffffffff), host)
	return cty.StringVal(offset(netip.IPv4Unspecified(), mask).String()), nil
}

// newBits reads by how many bits a prefix is extended. What Terraform makes of
// a negative number is not documented: for that ok is false.
func newBits(p netip.Prefix, v cty.Value, arg int) (n int, ok bool, err error) {
	bits, err := wholeNumber(v, arg)
	switch {
	case err != nil:
		return 0, false, err
	case bits.Sign() < 0:
		return 0, false, nil
	case bits.Cmp(big.NewInt(int64(p.Addr().BitLen()-p.Bits()))) > 0:
		return 0, false, function.NewArgErrorf(arg, "insufficient address space to extend prefix of %d by %s", p.Bits(), bits)
	}
	return int(bits.Int64()), true, nil
}

func cidrSubnet(args []cty.Value) (cty.Value, error) {
	p, ok, err := parsePrefix(args[0], 0)
	if err != nil || !ok {
		return unknown(cty.String), err
	}
	bits, ok, err := newBits(p, args[1], 1)
	if err != nil || !ok {
		return unknown(cty.String), err
	}
	n, err := wholeNumber(args[2], 2)
	switch {
	case err != nil:
		return cty.NilVal, err
	case new(big.Int).Abs(n).Cmp(addresses(bits)) >= 0:
		return cty.NilVal, function.NewArgErrorf(2, "prefix extension of %d does not accommodate a subnet numbered %s", bits, n)
	}
	length := p.Bits() + bits
	// Terraform sets the bits of the number, in the two's complement of a negative one, and drops the sign.
	b := p.Addr().AsSlice()
	n.Lsh(n, uint(p.Addr().BitLen()-length))
	n.Or(n, new(big.Int).SetBytes(b)).FillBytes(b)
	addr, _ := netip.AddrFromSlice(b)
	return cty.StringVal(netip.PrefixFrom(addr, length).String()), nil
}

// cidrSubnets allocates consecutive prefixes, each at the first address that
// its length allows.
func cidrSubnets(args []cty.Value) (cty.Value, error) {
	p, ok, err := parsePrefix(args[0], 0)
	if err != nil || !ok {
		return unknown(cty.List(cty.String)), err
	}
	total := p.Addr().BitLen()
	space := addresses(total - p.Bits())
	next := new(big.Int)
	var subnets []cty.Value
	for i, arg := range args[1:] {
		bits, ok, err := newBits(p, arg, i+1)
		switch {
		case err != nil:
			return cty.NilVal, err
		case !ok || bits < 1:
			return cty.NilVal, function.NewArgErrorf(i+1, "must extend prefix by at least one bit")
		case bits > 32:
			return cty.NilVal, function.NewArgErrorf(i+1, "may not extend prefix by more than 32 bits")
		}
		length := p.Bits() + bits
		size := addresses(total - length)
		start := new(big.Int).Add(next, size)
		start.Sub(start, big.NewInt(1))
		start.Sub(start, new(big.Int).Mod(start, size))
		if next.Add(start, size); next.Cmp(space) > 0 {
			return cty.NilVal, function.NewArgErrorf(i+1, "not enough remaining address space for a subnet with a prefix of %d bits", length)
		}
		subnets = append(subnets, cty.StringVal(netip.PrefixFrom(offset(p.Addr(), start), length).String()))
	}
	return listOf(cty.String, subnets), nil
}

// cidrContains is a function of OpenTofu.
func cidrContains(args []cty.Value) (cty.Value, error) {
	outer, ok, err := parsePrefix(args[0], 0)
	if err != nil || !ok {
		return unknown(cty.Bool), err
	}
	inner, ok, err := parsePrefix(args[1], 1)
	if addr, e := netip.ParseAddr(trimZeros(args[1].AsString())); e == nil {
		inner, ok, err = netip.PrefixFrom(addr, addr.BitLen()), !addr.Is4In6() && addr.Zone() == "", nil
	}
	switch {
	case err != nil || !ok:
		return unknown(cty.Bool), err
	case outer.Addr().BitLen() != inner.Addr().BitLen():
		return cty.NilVal, function.NewArgErrorf(1, "address family mismatch: %s vs. %s", outer, inner)
	}
	return cty.BoolVal(outer.Bits() <= inner.Bits() && outer.Contains(inner.Addr())), nil
}
