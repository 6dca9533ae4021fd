package trace

import (
	"strings"

	"github.com/apiglint/apiglint/schema"
)

// protocol asks whether the API can be called over HTTP or HTTPS, as it is called.
func (w *walk) protocol() Station {
	scheme := strings.ToUpper(w.call.Scheme)
	if _, ok := w.redirected(); ok {
		return passed(things(w.api), "the gateway redirects to https")
	}
	verdict := w.api.Speaks(scheme)
	if verdict != schema.Yes && w.mayRedirect() {
		return uncertain(things(w.api), "whether %s redirects HTTP to HTTPS is not known", w.host.name)
	}
	switch verdict {
	case schema.No:
		protocol, _ := w.api.Protocol.Get()
		return refused("APIG.0607", 400, things(w.api), "%s accepts only %s", w.api, protocol).place(w.api.Protocol.Range())
	case schema.Unsure:
		return uncertain(things(w.api), "which protocols %s accepts is not known", w.api)
	case schema.Yes:
	}
	return passed(things(w.api), "%s accepts %s", w.api, scheme)
}

// redirects reports whether the domain redirects calls over HTTP.
func (w *walk) redirects() schema.Verdict {
	if w.call.Scheme != "http" || w.call.Method != "GET" && w.call.Method != "HEAD" || len(w.host.domains) == 0 || w.api == nil {
		return schema.No
	}
	d := w.host.domains[0]
	on, known := d.ToTLS.Or(false)
	port, certain := d.HTTPSPort()
	secure := w.api.Speaks("HTTPS")
	switch {
	case known && !on, certain && port == 0, secure == schema.No, w.Certified(d) == schema.No:
		return schema.No
	case known && certain && secure == schema.Yes && w.Certified(d) == schema.Yes && !d.Resource.Ignores("is_http_redirect_to_https"):
		return schema.Yes
	}
	return schema.Unsure
}

func (w *walk) mayRedirect() bool { return w.redirects() == schema.Unsure }

// redirected returns the call that follows where the gateway redirects.
func (w *walk) redirected() (Call, bool) {
	if w.redirects() != schema.Yes {
		return Call{}, false
	}
	call := w.call
	call.Scheme = "https"
	call.Port, _ = w.host.domains[0].HTTPSPort()
	return call, true
}
