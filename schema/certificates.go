package schema

import (
	"github.com/hashicorp/hcl/v2"

	"github.com/apiglint/apiglint/schema/certificates"
)

// CertificateUse is a certificate that is bound to a domain name.
type CertificateUse struct {
	// By is the resource that binds it, and At what it names: the domain in a list, or else the certificate.
	By *Resource
	At interface{ Range() hcl.Range }
	// Certificate is nil where it is not certain which one is meant.
	Certificate *Certificate
	// Host is the name as hosts are compared.
	Host string
}

// certified is which domains have a TLS certificate, by any of the resources that give them one.
type certified struct {
	// uses are all certificates of domains whose names are known, and of them by name.
	uses []*CertificateUse
	of   map[string][]*CertificateUse
	// names are the domains that certainly have one, maybe those that have one if a symbolic resource has instances.
	names, maybe map[string]bool
	// bindings are those that are named by their id.
	bindings map[*DomainBinding]Verdict
	// groups have a certificate for one of their domains, and it is not certain for which.
	groups map[*Group]bool
	// loose says that any domain may have one.
	loose bool
}

func certifiedIn(k *Kinds) certified {
	in := certified{
		of: map[string][]*CertificateUse{}, names: map[string]bool{}, maybe: map[string]bool{},
		bindings: map[*DomainBinding]Verdict{}, groups: map[*Group]bool{},
	}
	for _, s := range k.CertificateDomains {
		in.list(s.Resource, s.Certificate, s.Verified)
		in.list(s.Resource, s.Certificate, s.Unverified)
	}
	for _, s := range k.GlobalCertificateDomains {
		in.list(s.Resource, s.Certificate, s.Unverified)
	}
	for _, s := range k.DomainCertificates {
		in.one(s)
	}
	return in
}

func (in *certified) list(by *Resource, certificate Ref[Certificate], domains List[string]) {
	in.loose = in.loose || domains.MayHaveOthers()
	for _, item := range domains.Certain() {
		name, ok := item.Get()
		if !ok {
			in.loose = true
			continue
		}
		in.use(&CertificateUse{by, item, certificate.Target(), HostName(name)})
	}
}

func (in *certified) use(use *CertificateUse) {
	in.uses = append(in.uses, use)
	in.of[use.Host] = append(in.of[use.Host], use)
	if use.By.Symbolic() {
		in.maybe[use.Host] = true
	} else {
		in.names[use.Host] = true
	}
}

// one takes in a resource that names a domain by its id. The certificate is that of the name, whatever its ports.
func (in *certified) one(s *DomainCertificate) {
	binding, group := s.Domain.Target(), s.Group.Target()
	switch {
	case binding != nil:
		in.bindings[binding] = Unsure
		if !s.Symbolic() {
			in.bindings[binding] = Yes
		}
		if name, ok := binding.Name.Get(); ok {
			in.use(&CertificateUse{s.Resource, s.Certificate, s.Certificate.Target(), HostName(name)})
		} else {
			in.loose = true
		}
	case group != nil:
		in.groups[group] = true
	default:
		in.loose = true
	}
}

// Certified reports whether a domain has a TLS certificate.
func (c *Config) Certified(d *Domain) Verdict {
	in := c.links.certified()
	verdict, named := in.bindings[d.binding]
	host, known := d.Host()
	switch {
	case verdict == Yes || (known && in.names[host]):
		return Yes
	case named || c.MayBeServedElsewhere(host) || in.loose || in.maybe[host] || (d.Group == nil && len(in.groups) > 0) || in.groups[d.Group]:
		return Unsure
	case !known && len(in.names)+len(in.maybe) > 0:
		return Unsure // it may be one of those that have one
	}
	return No
}

// CertificateUses returns the certificates that are bound to domains whose names are known.
func (c *Config) CertificateUses() []*CertificateUse { return c.links.certified().uses }

// CertificatesOf returns the certificates that are bound to a domain by its name.
func (c *Config) CertificatesOf(d *Domain) []*CertificateUse {
	host, _ := d.Host()
	return c.links.certified().of[host]
}

// VerifiesClients reports whether the gateway asks callers of a host for a client certificate, and the resource that says so.
func (c *Config) VerifiesClients(host string) (*Resource, Verdict) {
	verdict := verdictOf(false)
	if c.MayBeServedElsewhere(host) {
		verdict = Unsure
	}
	for _, s := range c.CertificateDomains {
		for _, item := range s.Verified.Certain() {
			if name, ok := item.Get(); ok && HostName(name) == host && !s.Symbolic() {
				return s.Resource, Yes
			} else if !ok || HostName(name) == host {
				verdict = Unsure
			}
		}
		if s.Verified.MayHaveOthers() {
			verdict = Unsure
		}
	}
	for _, s := range c.DomainCertificates {
		on, known := s.Verified.Or(false)
		if known && !on {
			continue
		}
		binding := s.Domain.Target()
		if binding == nil {
			verdict = Unsure
			continue
		}
		name, named := binding.Name.Get()
		switch same := named && HostName(name) == host; {
		case same && known && !s.Symbolic():
			return s.Resource, Yes
		case same || !named:
			verdict = Unsure
		}
	}
	return nil, verdict
}

// Text returns what stands in an argument of the certificate in PEM, nothing where it is not known or others may change it.
func (c *Certificate) Text(argument Value[string]) certificates.Text {
	text, ok := argument.Get()
	if !ok || leftToOthers(c, argument.Argument()) {
		return certificates.Text{}
	}
	return certificates.Read(text)
}
