package rules

import (
	"cmp"
	"net/netip"
	"regexp"
	"strings"
	"sync"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
	"github.com/apiglint/apiglint/schema/terraform/edit"
)

// invalidDomain finds domains that no gateway accepts.
var invalidDomain = &lint.Rule{
	ID: "DOM206", Name: "invalid-domain", Level: lint.Error, Cause: lint.DomainName,
	Title:   "a domain name that is not valid",
	Symptom: "the apply is refused",
	Fix:     "writes the host name alone, where a URL has nothing else",
	Links: []string{
		"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_group_domain_associate",
	},
	Check: lint.Given(func(p *lint.Pass) {
		for _, d := range p.Domains() {
			name, ok := d.Name.Get()
			problem := ""
			if ok {
				problem = wrongWith(name)
			} else if name = d.Name.Prefix(); strings.Contains(name, "://") {
				problem, name = isURL, name+"…"
			}
			switch {
			case problem == "":
			case d.Name.Sensitive():
				p.Reportf(d, d.Name, "the domain name that %s binds %s: the apply is refused", d, problem).
					Remedyf("write a host name such as api.example.com or *.example.com")
			default:
				p.Reportf(d, d.Name, "%s binds %q, which %s: the apply is refused", d, name, problem).
					Remedyf("write %s", cmp.Or(hostIn(name), "a host name such as api.example.com or *.example.com")).
					Mend(withoutScheme(d, name), "writes %q", hostIn(name))
			}
		}
	}, lint.Of[schema.Group], lint.Of[schema.DomainBinding]),
}

const (
	isURL     = "is a URL, not a domain name"
	maxLength = 255
	maxLabels = 8
)

var (
	debuggingDomain = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)(^|\.)api[cg]\.[a-z0-9-]+\.huaweicloudapis\.com\.?$`)
	})
	label    = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?$`) })
	topLabel = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^([A-Za-z]{2,64}|(?i:xn--)[A-Za-z0-9-]+)$`) })
)

// hostIn returns the host name in a URL that has nothing else, "" where there is more.
func hostIn(text string) string {
	scheme, host, ok := strings.Cut(text, "://")
	host = strings.TrimSuffix(host, "/")
	if !ok || !strings.EqualFold(scheme, "http") && !strings.EqualFold(scheme, "https") || wrongWith(host) != "" {
		return ""
	}
	return host
}

func withoutScheme(d *schema.Domain, text string) *edit.Edits {
	if hostIn(text) == "" {
		return nil
	}
	return d.Name.Respell(text, hostIn(text))
}

// wrongWith returns why a name cannot be bound, "" where it can.
func wrongWith(name string) string {
	host := strings.TrimSuffix(name, ".")
	labels := strings.Split(host, ".")
	_, notAddress := netip.ParseAddr(strings.Trim(host, "[]"))
	switch {
	case strings.Contains(name, "://"):
		return isURL
	case notAddress == nil:
		return "is an IP address, not a domain name"
	case debuggingDomain().MatchString(name):
		return "is a debugging domain name, which the gateway binds itself"
	case strings.Contains(name, "/"):
		return "has a path, which a domain name cannot have"
	case strings.Contains(name, ":"):
		return "has a port, which belongs in ingress_http_port or ingress_https_port"
	case len(name) > maxLength:
		return "is longer than 255 characters"
	case strings.Contains(strings.TrimPrefix(host, "*."), "*"):
		return "has a wildcard that is not the whole first label"
	case len(labels) < 2 || (labels[0] == "*" && len(labels) < 3):
		return "has too few labels for a domain name"
	case len(labels) > maxLabels:
		return "has more than eight labels"
	case !topLabel().MatchString(labels[len(labels)-1]):
		return "does not end with a top-level domain"
	}
	if labels[0] == "*" {
		labels = labels[1:]
	}
	for _, l := range labels {
		if !label().MatchString(l) {
			return "is not a domain name"
		}
	}
	return ""
}
