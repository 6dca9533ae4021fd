package trace

import (
	"fmt"
	"net/netip"
	"strings"

	"github.com/apiglint/apiglint/schema"
)

// From is where a caller is.
type From struct {
	// Kind is internet, gateway-vpc, vpc, subnet or ip, or "" for what fits the gateway.
	Kind string
	// Address is the Terraform address of a VPC or of a subnet.
	Address string
	// IP is the caller's own, where it is known.
	IP netip.Addr
}

// ParseFrom reads where a caller is. The error is one sentence.
func ParseFrom(text string) (From, error) {
	kind, value, has := strings.Cut(text, ":")
	switch kind {
	case "internet", "gateway-vpc":
		if !has {
			return From{Kind: kind}, nil
		}
	case "vpc", "subnet":
		if value != "" {
			return From{Kind: kind, Address: value}, nil
		}
	case "ip":
		if addr, err := netip.ParseAddr(value); err == nil {
			return From{Kind: kind, IP: addr.Unmap()}, nil
		}
		return From{}, fmt.Errorf("%q is not an IP address", value)
	}
	return From{}, fmt.Errorf("%q is not a place: use internet, gateway-vpc, vpc:ADDRESS, subnet:ADDRESS or ip:A.B.C.D", text)
}

// String returns how the place is written, "" where it is left to the gateway.
func (f From) String() string {
	switch {
	case f.Address != "":
		return f.Kind + ":" + f.Address
	case f.IP.IsValid():
		return f.Kind + ":" + f.IP.String()
	}
	return f.Kind
}

// As is who a caller is.
type As struct {
	// Kind is nobody, app, appcode, iam or authorizer, or "" for somebody with the credentials that the API asks for.
	Kind string
	// Address is the Terraform address of the application, or of its AppCode, Account what an IAM user belongs to.
	Address, Account string
}

// ParseAs reads who a caller is. The error is one sentence.
func ParseAs(text string) (As, error) {
	kind, value, has := strings.Cut(text, ":")
	switch kind {
	case "nobody", "authorizer":
		if !has {
			return As{Kind: kind}, nil
		}
	case "iam":
		if !has || value != "" {
			return As{Kind: kind, Account: value}, nil
		}
	case "app", "appcode":
		if value != "" {
			return As{Kind: kind, Address: value}, nil
		}
	}
	return As{}, fmt.Errorf("%q is not a caller: use nobody, app:ADDRESS, appcode:ADDRESS, iam, iam:ACCOUNT or authorizer", text)
}

// String returns how the caller is written, "" where it is left to the API.
func (a As) String() string {
	switch {
	case a.Address != "":
		return a.Kind + ":" + a.Address
	case a.Account != "":
		return a.Kind + ":" + a.Account
	}
	return a.Kind
}

// Named returns the addresses of the configuration that a call names, each with the kind of object that has to be there.
func (c *Call) Named() map[string]string {
	named := map[string]string{}
	if c.Target != "" {
		named[c.Target] = "group or gateway"
	}
	if c.From.Address != "" {
		named[c.From.Address] = map[string]string{"vpc": "VPC", "subnet": "subnet"}[c.From.Kind]
	}
	if c.As.Address != "" {
		named[c.As.Address] = "application"
	}
	return named
}

// caller is a caller within a configuration: on the internet, or in a VPC.
type caller struct {
	internet bool
	// vpc is nil where it is not certain, and none says that none of the configuration holds the caller.
	vpc  *schema.VPC
	none bool
	// subnet is nil where it is not certain.
	subnet *schema.Subnet
	// same says that it is that of the gateway, whichever it is.
	same bool
	// ranges are the addresses that the caller may have, none where it may have any.
	ranges []netip.Prefix
	ip     netip.Addr
	// doubt says why the place is not certain.
	doubt string
	by    []thing
}
