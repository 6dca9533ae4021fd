package rules

import (
	"cmp"
	"fmt"
	"net/netip"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/apiglint/apiglint/lint"
	"github.com/apiglint/apiglint/schema"
)

// invalidBackendAddress finds backend addresses that are none.
var invalidBackendAddress = &lint.Rule{
	ID: "API615", Name: "invalid-backend-address", Level: lint.Error, Cause: lint.Backend,
	Title:   "a backend address that is not a host with an optional port",
	Symptom: "the apply is refused, or calls do not reach the backend",
	Links:   []string{"https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/apig_api"},
	Check: lint.Given(func(p *lint.Pass) {
		for _, api := range p.APIs {
			for _, b := range api.Backends().Certain() {
				for _, e := range p.EndpointsOf(b) {
					consequence := "the apply is refused"
					if e.Resource != api.Resource {
						consequence = "calls do not reach the backend" // nobody reads a variable before it is used
					}
					reportAddress(p, e.Resource, api.Resource, e.Value, addressProblem(e.Value), consequence)
				}
			}
		}
		for _, channel := range p.Channels {
			for _, m := range p.MembersOf(channel).Certain() {
				problem := addressProblem(m.Value)
				if text, _ := m.Value.Get(); problem == "" && withPort(text) {
					problem = "has a port, which belongs in port"
				}
				reportAddress(p, m.Resource, channel.Resource, m.Value, problem, "the apply is refused")
			}
		}
	}, lint.Of[schema.API], lint.Of[schema.Channel]),
}

// reportAddress reports an address, written in a resource, that has a problem. Of says whose backend it is.
func reportAddress(p *lint.Pass, in, of *schema.Resource, address schema.Value[string], problem, consequence string) {
	if problem == "" {
		return
	}
	shown, host := "a backend address that", "the host name or the IP address"
	if text := cmp.Or(textOf(address), address.Prefix()+"…"); !address.Sensitive() {
		shown = fmt.Sprintf("the backend address %q, which", text)
		if h := hostOfURL(text); !strings.Contains(h, "…") {
			host = cmp.Or(h, host)
		}
	}
	p.Reportf(in, address, "%s has %s %s: %s", of, shown, problem, consequence).
		Remedyf("write only %s, with a port from 1 to 65535 if needed, and move the protocol and the path to their own arguments", host)
}

func textOf(v schema.Value[string]) string {
	text, _ := v.Get()
	return text
}

// hostOfURL returns the host in a URL, "" in what is none.
func hostOfURL(text string) string {
	_, rest, isURL := strings.Cut(text, "://")
	host, _, _ := strings.Cut(rest, "/")
	if !isURL || strings.ContainsAny(host, "@? ") {
		return ""
	}
	return host
}

var environmentVariables = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`#[^#]*#`) })

// addressProblem says what is wrong with a backend address, "" for nothing that is certain: variables of the environment
// may stand for any part of it.
func addressProblem(v schema.Value[string]) string {
	text, ok := v.Get()
	if !ok && !strings.Contains(v.Prefix(), "://") {
		return ""
	}
	text = cmp.Or(text, v.Prefix())
	literal := environmentVariables().ReplaceAllString(text, "")
	switch {
	case strings.Contains(literal, "://"):
		return "is a URL"
	case strings.Contains(literal, "/"):
		return "has a path"
	case strings.ContainsAny(literal, "@? \t\r\n"):
		return "is not a host name or an IP address"
	case literal != text || text == "" || isAddress(text):
		return ""
	}
	host, port, has := cutPort(text)
	number, err := strconv.Atoi(port)
	switch {
	case has && (err != nil || number < 1 || number > 65535):
		return "has an invalid port"
	case host == "" || dotted().MatchString(host) && !isAddress(host):
		return "is not a host name or an IP address"
	}
	return ""
}

// dotted matches what can be nothing but an IPv4 address.
var dotted = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\d+\.\d+\.\d+\.\d+$`) })

func isAddress(host string) bool {
	_, err := netip.ParseAddr(strings.TrimSuffix(strings.TrimPrefix(host, "["), "]"))
	return err == nil
}

func withPort(text string) bool {
	_, _, has := cutPort(text)
	return has && !isAddress(text)
}

// cutPort returns the host and the port in host:port. An address of version 6 has a port only behind brackets.
func cutPort(text string) (host, port string, has bool) {
	at := strings.LastIndexByte(text, ':')
	if at < 0 || strings.HasSuffix(text, "]") {
		return text, "", false
	}
	return text[:at], text[at+1:], true
}
