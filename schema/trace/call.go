package trace

import (
	"errors"
	"fmt"
	"net/netip"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"golang.org/x/net/idna"

	"github.com/apiglint/apiglint/schema"
)

// Call is what somebody does.
type Call struct {
	Method string
	// URL is the address as it was written.
	URL string
	// Scheme is http or https, and Port what is called.
	Scheme string
	Port   int
	// Host is the name or the IP address as hosts are compared, and Target the Terraform address of the group or the gateway
	// that stands in its place, "" where the host is one.
	Host, Target string
	// Path is the path as the gateway compares it: percent-encoding is undone once. Query are its parameters.
	Path  string
	Query url.Values
	// Headers are those that were given, by their names in lower case.
	Headers map[string]string
	From    From
	As      As
	// Certificate says that the caller has one that the domain's authority has signed.
	Certificate bool
	// Day is when the call is made. Where it is zero, no certificate has expired.
	Day time.Time
}

// maxURL is the longest URL that is taken. The gateway refuses more than 32 kB.
const maxURL = 32 << 10

// methods are those that an API can have.
var methods = []string{"GET", "POST", "PUT", "DELETE", "HEAD", "PATCH", "OPTIONS"}

// ParseCall reads a call as people write it: METHOD URL, or a URL alone, which is a GET. The error is one sentence.
func ParseCall(text string) (Call, error) {
	text = strings.TrimSpace(text)
	if len(text) > maxURL {
		return Call{}, errors.New("the call is longer than 32 kB, which no gateway accepts")
	}
	if strings.ContainsFunc(text, unicode.IsControl) {
		return Call{}, errors.New("the call has control characters")
	}
	call := Call{Method: "GET", URL: text, Headers: map[string]string{}}
	if method, rest, ok := strings.Cut(text, " "); ok {
		call.Method, call.URL = strings.ToUpper(method), strings.TrimSpace(rest)
	}
	if strings.ContainsAny(call.URL, " ") {
		return Call{}, fmt.Errorf("%q is not a call: write 'METHOD URL', such as 'GET https://shop.example.com/orders'", text)
	}
	if !slices.Contains(methods, call.Method) {
		return Call{}, fmt.Errorf("%q is not a method: use one of %s", call.Method, strings.Join(methods, ", "))
	}
	return call, call.parse()
}

// parse takes the URL apart. A host may be a Terraform address, whose keys may hold anything.
func (c *Call) parse() error {
	scheme, rest, ok := strings.Cut(c.URL, "://")
	c.Scheme = strings.ToLower(scheme)
	if !ok || c.Scheme != "http" && c.Scheme != "https" {
		return fmt.Errorf("%q is not the URL of a call: begin it with https:// or http://", c.URL)
	}
	host, path := cutHost(rest)
	path, _, _ = strings.Cut(path, "#")
	path, query, _ := strings.Cut(path, "?")
	c.Port = map[string]int{"http": 80, "https": 443}[c.Scheme]
	if at := strings.LastIndex(host, "@"); at >= 0 && !strings.Contains(host, "[\"") {
		return fmt.Errorf("%q has a user and a password, which a gateway does not use", c.URL)
	}
	if err := c.host(host); err != nil {
		return err
	}
	if path == "" {
		path = "/"
	}
	decoded, err := url.PathUnescape(path)
	if err != nil {
		return fmt.Errorf("the path of %q is not well encoded: %w", c.URL, err)
	}
	c.Path = decoded
	if c.Query, err = url.ParseQuery(query); err != nil {
		return fmt.Errorf("the query of %q is not well encoded: %w", c.URL, err)
	}
	return nil
}

// cutHost returns the host and what follows it. A slash or a question mark within the key of a Terraform address ends nothing.
func cutHost(text string) (host, rest string) {
	quoted := false
	for i := range len(text) {
		switch {
		case text[i] == '"' && (i == 0 || text[i-1] != '\\'):
			quoted = !quoted
		case !quoted && strings.IndexByte("/?#", text[i]) >= 0:
			return text[:i], text[i:]
		}
	}
	return text, ""
}

func (c *Call) host(text string) error {
	name := text
	if i := strings.LastIndex(text, ":"); i > strings.LastIndexAny(text, "]\"") {
		port, err := strconv.Atoi(text[i+1:])
		if err != nil || port < 1 || port > 65535 {
			return fmt.Errorf("%q is not a port: use a number from 1 to 65535", text[i+1:])
		}
		name, c.Port = text[:i], port
	}
	switch {
	case name == "":
		return fmt.Errorf("%q has no host", c.URL)
	case isTarget(name):
		c.Target = name
		return nil
	case strings.HasPrefix(name, "["):
		addr, err := netip.ParseAddr(strings.Trim(name, "[]"))
		if err != nil {
			return fmt.Errorf("%q is not an IPv6 address", name)
		}
		c.Host = addr.String()
		return nil
	}
	if addr, err := netip.ParseAddr(name); err == nil {
		c.Host = addr.String()
		return nil
	}
	ascii, err := idna.Lookup.ToASCII(strings.TrimSuffix(strings.ReplaceAll(name, "_", "-"), "."))
	if err != nil {
		return fmt.Errorf("%q is not a host name", name)
	}
	if strings.Contains(name, "_") {
		ascii = name
	}
	c.Host = schema.HostName(ascii)
	return nil
}

// isTarget reports whether a host is the Terraform address of a group or of a gateway.
func isTarget(host string) bool {
	return strings.HasPrefix(host, "module.") && strings.Contains(host, "_apig_") || strings.Contains(host, "_apig_instance.") ||
		strings.Contains(host, "_apig_group.")
}

// Addr returns the IP address that is called, and false where a name is.
func (c *Call) Addr() (netip.Addr, bool) {
	addr, err := netip.ParseAddr(c.Host)
	return addr, err == nil
}

// Environment returns the environment that the call names, RELEASE where it names none.
func (c *Call) Environment() string {
	if name := c.Headers["x-stage"]; name != "" {
		return name
	}
	return schema.Release
}

// String returns the call as it is written.
func (c *Call) String() string { return c.Method + " " + c.URL }

// SetHeader takes in a header as it is written: Name: value.
func (c *Call) SetHeader(text string) error {
	name, value, ok := strings.Cut(text, ":")
	name = strings.ToLower(strings.TrimSpace(name))
	if !ok || name == "" || strings.ContainsFunc(text, unicode.IsControl) || strings.ContainsAny(name, " \t\"") {
		return fmt.Errorf("%q is not a header: write 'Name: value'", text)
	}
	value = strings.TrimSpace(value)
	_, again := c.Headers[name]
	switch _, address := c.Addr(); {
	case again && name == "x-stage":
		return errors.New("the header X-Stage is already set, and the environment sets the same header")
	case again:
		return fmt.Errorf("the header %s is already set", name)
	case name == "host" && c.Target == "" && !address && schema.HostName(value) != c.Host:
		return fmt.Errorf("the header Host needs a URL with an IP address: the gateway gets the host name %s from the URL", c.Host)
	}
	c.Headers[name] = value
	return nil
}
