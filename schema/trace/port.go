package trace

import (
	"strings"

	"github.com/apiglint/apiglint/schema"
)

// port asks whether something listens at the port that is called, and whether the caller is let in there.
func (w *walk) port() Station {
	g, port := w.gateway, w.call.Port
	listens := passed(nil, "%s listens on port %d", g, port)
	if port != 80 && port != 443 {
		custom, verdict := w.CustomPort(g, port)
		switch verdict {
		case schema.No:
			return failed(things(g), "%s does not listen on port %d", g, port)
		case schema.Unsure:
			return uncertain(things(g), "whether %s listens on port %d is not known", g, port)
		case schema.Yes:
		}
		protocol, known := custom.Protocol.Get()
		by := things(custom.Resource)
		switch {
		case !known:
			return uncertain(by, "which protocol port %d of %s accepts is not known", port, g).place(custom.Range())
		case !strings.EqualFold(protocol, w.call.Scheme):
			return failed(by, "port %d of %s accepts only %s", port, g, protocol).place(custom.Range()).likely()
		}
		listens = passed(by, "%s listens on port %d", g, port).place(custom.Range())
	} else if (port == 80) == (w.call.Scheme == "https") {
		return failed(things(g), "port %d accepts only %s", port, map[int]string{80: "HTTP", 443: "HTTPS"}[port]).likely()
	}
	return w.intoGateway(w.filtered(listens))
}

// filtered asks the security group of the gateway, which decides on an LVS gateway alone.
func (w *walk) filtered(listens Station) Station {
	g, port := w.gateway, w.call.Port
	balancer := w.balancer()
	group := g.Filter()
	switch {
	case balancer == schema.ELB:
		return listens
	case g.Elsewhere():
		return uncertain(things(g), "%s may be declared elsewhere, so whether it allows inbound TCP %d is not known", g, port)
	case group == nil && balancer == schema.LVS:
		return uncertain(things(g), "which security group %s has is not known", g)
	case group == nil:
		return listens.likely()
	}
	admission := w.AdmitsFrom(group, port, g.CallersByIPv6(), w.caller.ranges)
	by := things(group)
	if admission.By != nil {
		by = things(admission.By)
	}
	switch {
	case admission.Verdict == schema.Yes:
		return passed(by, "%s allows inbound TCP %d", by[0], port)
	case balancer == schema.AnyBalancer:
		return uncertain(by, "%s may not allow inbound TCP %d, and whether it applies depends on the region of %s", group, port, g)
	case admission.Verdict == schema.No:
		return failed(by, "%s does not allow inbound TCP %d", group, port)
	}
	return uncertain(by, "whether %s allows inbound TCP %d is not known", group, port)
}

// tls asks whether the handshake succeeds.
func (w *walk) tls() Station {
	h := w.host
	switch {
	case w.call.Scheme == "http":
		return skipped("HTTP has no TLS")
	case h.own:
		return uncertain(things(w.gateway), "which certificate the gateway has for its address is not documented")
	case h.hidden:
		return passed(nil, "the platform has a certificate for debugging domain names").likely()
	case h.debugging != nil:
		return passed(things(h.debugging), "the platform has a certificate for the debugging domain name").likely()
	case len(h.domains) == 0:
		return uncertain(things(w.gateway), "%s is not bound in the configuration, so its certificate is not known", h.name)
	}
	d := h.domains[0]
	if port, ok := d.HTTPSPort(); ok && port == 0 {
		return passed(things(d), "%s does not offer HTTPS, which the group station reports", h.name).likely()
	}
	switch certified := w.Certified(d); {
	case certified == schema.No && !w.gateway.Elsewhere():
		return failed(things(d), "%s has no certificate", h.name).likely()
	case certified != schema.Yes:
		return uncertain(things(d), "whether %s has a certificate is not known", h.name)
	}
	return w.certificate(d)
}

// clientCertificate asks whether the domain wants one, and the caller has one.
func (w *walk) clientCertificate(d *schema.Domain) Station {
	v := w.verifies(w.host.name)
	switch {
	case w.call.Certificate || v.verdict == schema.No:
		return passed(things(d), "%s has a certificate", w.host.name)
	case v.verdict == schema.Unsure:
		return uncertain(things(d), "whether %s asks for a client certificate is not known", w.host.name)
	}
	return refused("APIG.0205", 400, things(v.by, d), "%s verifies client certificates, and the caller has none", w.host.name)
}
