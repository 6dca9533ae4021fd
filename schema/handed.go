package schema

import (
	"net/netip"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/zclconf/go-cty/cty"

	"github.com/apiglint/apiglint/schema/facts"
	"github.com/apiglint/apiglint/schema/terraform"
	"github.com/apiglint/apiglint/schema/terraform/configs"
)

// handed is what something that is not read gets to know of a configuration.
type handed struct {
	root *terraform.Root
	// everything says that a value is among it that may be the id or the name of anything.
	everything bool
	// instances are those of which it gets an attribute, addressed those of which it gets no more than an address.
	instances, addressed map[*terraform.Instance]bool
	// texts are those that may be names, as they are compared, and parts those of them that others may be put together of.
	texts, parts map[string]bool
	// named says that there are texts that may be names, ranges that there are address ranges.
	named, ranges bool
	// domains are the domain names in texts, and the names above them.
	domains   map[string]bool
	whole     map[string]bool // without those above
	addresses hosts
	// modules says that a module gets it.
	modules bool
	met     map[*terraform.Instance]bool
	calls   map[*terraform.UnreadCall]bool
}

func newHanded(root *terraform.Root) handed {
	return handed{
		root: root, instances: map[*terraform.Instance]bool{}, addressed: map[*terraform.Instance]bool{}, texts: map[string]bool{},
		parts: map[string]bool{}, domains: map[string]bool{}, whole: map[string]bool{}, met: map[*terraform.Instance]bool{},
		calls: map[*terraform.UnreadCall]bool{},
	}
}

// take takes in the value of an argument. What is not known and comes from no object that is declared here may be anything, but for a number
// or a bool, which names nothing.
func (h *handed) take(argument string, v cty.Value) {
	plain, marks := v.Unmark()
	if ty := plain.Type(); ty == cty.Number || ty == cty.Bool {
		return
	}
	unread := terraform.UnreadCalls(v)
	for _, call := range unread {
		h.named = true // a name that it makes up
		h.call(call)
	}
	traced := len(unread) > 0
	for mark := range marks {
		if origin, ok := mark.(terraform.Origin); ok {
			h.hand(origin)
			traced = true
		}
	}
	switch ty := plain.Type(); {
	case !plain.IsKnown():
		h.everything = h.everything || !traced || terraform.UndecidedOtherwise(v)
	case plain.IsNull():
	case ty == cty.String:
		h.text(argument, plain.AsString())
	case plain.CanIterateElements():
		for it := plain.ElementIterator(); it.Next(); {
			key, element := it.Element()
			inner := argument
			if key.Type() == cty.String && key.IsKnown() && !ty.IsSetType() && !hasWord(argument, "tags", "labels") {
				inner = key.AsString()
				h.text("name", inner)
			}
			h.take(inner, element)
		}
	}
}

// call takes in what a module that is not read is handed.
func (h *handed) call(call *terraform.UnreadCall) {
	if h.calls[call] {
		return
	}
	h.calls[call] = true
	h.modules = true
	call.Given(h.take)
	for _, instance := range call.Awaited() {
		h.await(instance)
	}
}

// hand takes in an attribute.
func (h *handed) hand(origin terraform.Origin) {
	i := origin.Instance
	canonical, known := canonicalType(i.Resource)
	counterpart, sister := facts.Sister(i.Resource.Type)
	switch {
	case i.Resource.Mode == configs.Data && sister:
		h.find(counterpart, i)
	case i.Resource.Mode == configs.Data && strings.HasPrefix(i.Resource.Type, facts.Home+"_"):
		h.find(i.Resource.Type, i)
	case i.Resource.Mode != configs.Managed:
		h.everything = true // whatever it reads
	case !known:
		h.named = true // a name that it makes up
		h.within(i)
	case strings.HasSuffix(origin.Attr, "gress_address"):
		h.addressed[i] = true
	default:
		h.instances[i] = true
		if origin.Attr == "" || origin.Attr == "id" {
			h.tell(canonical, i)
		}
	}
}

// tells are the arguments of an object that whoever has its id gets to know: the id is made of them, or a data source tells them.
var tells = map[string][]string{
	"huaweicloud_apig_instance":                                   {"vpc_id", "subnet_id", "security_group_id", "eip_id"},
	"huaweicloud_apig_instance_routes":                            {"instance_id"},
	"huaweicloud_apig_endpoint_whitelist":                         {"instance_id"},
	"huaweicloud_apig_application_acl":                            {"application_id"},
	"huaweicloud_apig_acl_policy_associate":                       {"instance_id", "policy_id"},
	"huaweicloud_apig_api_publishment":                            {"instance_id", "env_id", "api_id"},
	"huaweicloud_apig_certificate_batch_domains_associate":        {"instance_id", "certificate_id"},
	"huaweicloud_apig_domain_certificate_associate":               {"instance_id", "group_id", "domain_id", "certificate_id"},
	"huaweicloud_apig_group_domain_associate":                     {"instance_id", "group_id"},
	"huaweicloud_apig_signature_associate":                        {"instance_id", "signature_id"},
	"huaweicloud_apig_throttling_policy_associate":                {"instance_id", "policy_id"},
	"huaweicloud_vpc_subnet":                                      {"vpc_id"},
	"huaweicloud_vpc_peering_connection":                          {"vpc_id", "peer_vpc_id"},
	"huaweicloud_vpc_peering_connection_accepter":                 {"vpc_peering_connection_id"},
	"huaweicloud_networking_secgroup_rule":                        {"security_group_id"},
	"huaweicloud_compute_instance":                                {"security_group_ids", "security_groups"},
	"huaweicloud_vpc_eip_associate":                               {"public_ip"},
	"huaweicloud_dns_recordset":                                   {"zone_id"},
	"huaweicloud_apig_global_certificate_batch_domains_associate": {"certificate_id"},
}

// tell takes in what the id of an object tells.
func (h *handed) tell(canonical string, i *terraform.Instance) {
	if h.met[i] {
		return
	}
	h.met[i] = true
	for _, name := range tells[canonical] {
		if arg := i.Block().Arg(name); arg != nil {
			h.take(name, arg.Value())
		}
	}
}

// await takes in an object that is made before something: whatever it is told by nobody it can look up, the owners of the object too.
func (h *handed) await(i *terraform.Instance) {
	canonical, known := canonicalType(i.Resource)
	if !known || i.Resource.Mode != configs.Managed {
		h.within(i)
		return
	}
	h.instances[i] = true
	h.tell(canonical, i)
	if canonical == "huaweicloud_apig_instance" {
		return
	}
	b := i.Block()
	for n := range b.Args {
		if owners[b.Args[n].Name] {
			h.take(b.Args[n].Name, b.Args[n].Value())
		}
	}
}

// within takes in whatever the expressions of an instance have.
func (h *handed) within(i *terraform.Instance) {
	if h.met[i] {
		return
	}
	h.met[i] = true
	h.block(i.Block())
}

// block takes in all arguments of a block, and reports whether one of them asks for something.
func (h *handed) block(b *terraform.Block) (asks bool) {
	for n := range b.Args {
		asks = asks || !slices.Contains([]string{"region", "enterprise_project_id"}, b.Args[n].Name)
		h.take(b.Args[n].Name, b.Args[n].Value())
	}
	for _, nested := range b.Nested {
		asks = h.block(nested) || asks
	}
	if len(b.Open) > 0 {
		h.everything = true
	}
	return asks
}

// listing are the beginnings of the types of data sources that list what is there.
var listing = []string{"huaweicloud_apig_", "huaweicloud_vpc", "huaweicloud_networking_", "huaweicloud_dns_", "huaweicloud_eip"}

// find takes in what a data source may find: what it is asked for or, where that is nothing, anything.
func (h *handed) find(typeName string, i *terraform.Instance) {
	if h.met[i] {
		return
	}
	h.met[i] = true
	if asks := h.block(i.Block()); !asks && typeName != "huaweicloud_apig_availability_zones" {
		h.everything = h.everything || slices.ContainsFunc(listing, func(prefix string) bool { return strings.HasPrefix(typeName, prefix) })
	}
}

// hasWord reports whether one of the words of an argument's name is among some.
func hasWord(argument string, words ...string) bool {
	return slices.ContainsFunc(strings.Split(strings.ToLower(argument), "_"), func(word string) bool { return slices.Contains(words, word) })
}

// identifier is the form of the cloud's ids.
var identifier = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^([0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$`)
})

// text takes in a known text. Tags find nothing, and neither do regions. What an argument that is called a name has is the name of
// something. Any other text may also be a part of one, as an environment is, or a prefix.
func (h *handed) text(argument, text string) {
	if found := h.root.Identified(text); len(found) > 0 {
		for _, origin := range found {
			h.hand(origin)
		}
		return
	}
	if addr, err := netip.ParseAddr(text); err == nil {
		h.addresses = append(h.addresses, addr)
		return
	}
	if prefix, err := netip.ParsePrefix(text); err == nil {
		h.ranges, h.texts[prefix.String()] = true, true
		return
	}
	name := plainName(text)
	switch {
	case name == "" || isRegion(name) || hasWord(argument, "tags", "labels"):
		return
	case identifier().MatchString(text):
		h.everything = true
		return
	}
	h.named, h.texts[name] = true, true
	if !hasWord(argument, "name", "names") {
		h.parts[name] = true
	}
	h.domainsIn(text)
}

// told takes in what a command names. Operations name what they act on by ids: a text is a name only where the option says so.
func (h *handed) told(t told) {
	text, known := terraform.KnownText(t.value)
	_, address := netip.ParseAddr(text)
	_, prefix := netip.ParsePrefix(text)
	switch {
	case !known && t.value.Type().IsTupleType():
		for it := t.value.ElementIterator(); it.Next(); {
			_, part := it.Element()
			h.told(told{t.option, part})
		}
	case !known:
		h.take(t.option, t.value)
	case hasWord(t.option, "name", "names", "domain", "domains", "d", "data", "raw"), address == nil, prefix == nil, identifier().MatchString(text),
		len(h.root.Identified(text)) > 0:
		h.text("name", text)
	default:
		h.domainsIn(text)
	}
}

// plainName returns a name as names are compared here: without case, and whatever stands between its words.
func plainName(name string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return strings.ContainsRune("-_. /:", r) }), "-")
}

// isRegion reports whether a text is the name of a region or an availability zone, as plainName returns it.
func isRegion(text string) bool {
	part := strings.Split(text, "-")
	if len(part) != 3 || len(part[0]) != 2 || !slices.Contains(directions, part[1]) {
		return false
	}
	return strings.Trim(part[2], "0123456789") == "" || strings.Trim(part[2][:len(part[2])-1], "0123456789") == ""
}

var directions = []string{"north", "south", "east", "west", "southeast", "southwest", "northeast", "northwest", "central", "moscow", "mexico", "brazil"}

// domainsIn takes in the domain names that a text is or has in it.
func (h *handed) domainsIn(text string) {
	inside := func(r rune) bool {
		return r != '.' && r != '-' && r != '_' && (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z')
	}
	for token := range strings.FieldsFuncSeq(text, inside) {
		host := HostName(strings.Trim(token, ".-"))
		if !strings.Contains(host, ".") {
			continue
		}
		h.whole[host] = true
		for ok := true; ok && strings.Contains(host, "."); host, ok = parentOf(host) {
			h.domains[host] = true
		}
	}
}

// mayName reports whether a host, or a name above or below it, is among the texts. One that is not known, "", may be any.
func (h *handed) mayName(host string) bool {
	if host == "" {
		return h.named
	}
	host = strings.TrimPrefix(HostName(host), "*.")
	if h.domains[host] {
		return true
	}
	for above, ok := parentOf(host); ok; above, ok = parentOf(above) {
		if h.whole[above] {
			return true
		}
	}
	return false
}

// namedAs reports whether the texts have a name of an object, by which a data source finds it.
func (h *handed) namedAs(object any, r *Resource) bool {
	switch o := object.(type) {
	case *API:
		return h.hasName(o.Name.raw())
	case *DomainBinding:
		return h.hasHost(o.Name)
	case *Zone:
		return h.hasHost(o.Name)
	case *VPC, *Subnet:
		if arg := r.Block.Arg("cidr"); arg != nil && h.hasRange(arg.Value()) {
			return true
		}
	}
	arg := r.Block.Arg("name")
	return arg != nil && h.hasName(arg.Value())
}

func (h *handed) hasHost(name Value[string]) bool {
	v := name.raw()
	if v == cty.NilVal {
		return false
	}
	plain := terraform.Unmarked(v)
	if !plain.IsKnown() {
		return h.named
	}
	text, ok := terraform.KnownText(plain)
	return ok && text != "" && h.mayName(text)
}

func (h *handed) hasRange(v cty.Value) bool {
	plain := terraform.Unmarked(v)
	if !plain.IsKnown() {
		return h.ranges
	}
	text, _ := terraform.KnownText(plain)
	prefix, err := netip.ParsePrefix(text)
	return err == nil && h.texts[prefix.String()]
}

// hasName reports whether the texts have a name, or what it may be put together of.
func (h *handed) hasName(v cty.Value) bool {
	if v == cty.NilVal {
		return false
	}
	plain := terraform.Unmarked(v)
	if !plain.IsKnown() {
		return h.named
	}
	text, ok := terraform.KnownText(plain)
	name := plainName(text)
	if !ok || name == "" || len(h.texts) == 0 {
		return false
	}
	if h.texts[name] {
		return true
	}
	words := strings.Split(name, "-")
	for first := range words {
		for end := first + 1; end <= len(words); end++ {
			if h.parts[strings.Join(words[first:end], "-")] {
				return true
			}
		}
	}
	return false
}
