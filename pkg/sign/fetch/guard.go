package fetch

import (
	"fmt"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"syscall"
)

// allowed parses an address and tells whether it may be asked.
func (c *Client) allowed(address string) (*url.URL, error) {
	if len(address) > maxURL {
		return nil, ErrAddress
	}
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil {
		return nil, fmt.Errorf("%w: it cannot be parsed", ErrAddress)
	}
	u.Fragment, u.RawFragment = "", ""
	return u, c.check(u)
}

// check tells whether an address may be asked, the first one and each that a
// redirection leads to.
func (c *Client) check(u *url.URL) error {
	port := uint64(80)
	switch u.Scheme {
	case "http":
	case "https":
		port = 443
	default:
		return fmt.Errorf("%w: neither http nor https", ErrAddress)
	}
	if u.User != nil || u.Opaque != "" {
		return fmt.Errorf("%w: it names a user or is incomplete", ErrAddress)
	}
	if p := u.Port(); p != "" {
		var err error
		if port, err = strconv.ParseUint(p, 10, 16); err != nil {
			return fmt.Errorf("%w: the port is none", ErrAddress)
		}
	}
	if !slices.Contains(c.o.Hosts, hostKey(u.Hostname())) {
		return fmt.Errorf("%w: %q", ErrHost, u.Hostname())
	}
	if !slices.Contains(c.o.Ports, uint16(port)) {
		return fmt.Errorf("%w: port %d", ErrHost, port)
	}
	return nil
}

// hostKey is the form in which host names are compared. A final point, which
// only says that the name is complete, makes no difference.
func hostKey(host string) string { return strings.TrimSuffix(strings.ToLower(host), ".") }

// redirect judges a redirection like the address it started with.
func (c *Client) redirect(next *http.Request, via []*http.Request) error {
	last := via[len(via)-1]
	switch {
	case len(via) > maxRedirects:
		return fmt.Errorf("%w: more than %d", ErrRedirect, maxRedirects)
	case next.Method != last.Method:
		return fmt.Errorf("%w: it would turn %s into %s", ErrRedirect, last.Method, next.Method)
	case last.URL.Scheme == "https" && next.URL.Scheme != "https":
		return fmt.Errorf("%w: it would leave https", ErrRedirect)
	}
	if err := c.check(next.URL); err != nil {
		return err
	}
	next.Header.Del("Referer")
	return nil
}

// control is asked for every address that is connected to, after the name was
// resolved: a name that is looked up twice and answers differently the second
// time (DNS rebinding) gains nothing.
func (c *Client) control(_, address string, _ syscall.RawConn) error {
	ap, err := netip.ParseAddrPort(address)
	if err != nil {
		return fmt.Errorf("%w: %q", ErrPrivate, address)
	}
	if !slices.Contains(c.o.Ports, ap.Port()) {
		return fmt.Errorf("%w: port %d", ErrHost, ap.Port())
	}
	ip := ap.Addr()
	if c.o.Loopback && ip.Unmap().IsLoopback() && ip.Zone() == "" {
		return nil
	}
	if !public(ip) {
		return fmt.Errorf("%w: %s", ErrPrivate, ip)
	}
	return nil
}

// reserved are the blocks of the special-purpose address registries (RFC 6890)
// that lead nowhere outside, or through a translator to where the rest of the
// address says.
var reserved = prefixes(
	"0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
	"192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
	"2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
)

// globalIPv6 is what was ever given out of the IPv6 space (RFC 4291): outside of
// it lie loopback, unique local, link-local and multicast addresses.
var globalIPv6 = netip.MustParsePrefix("2000::/3")

// nat64 carries an IPv4 address in its last 32 bits (RFC 6052).
var nat64 = netip.MustParsePrefix("64:ff9b::/96")

func prefixes(all ...string) (out []netip.Prefix) {
	for _, p := range all {
		out = append(out, netip.MustParsePrefix(p))
	}
	return out
}

// public tells whether an address lies in the open Internet.
func public(ip netip.Addr) bool {
	if ip.Zone() != "" {
		return false
	}
	if ip = ip.Unmap(); nat64.Contains(ip) {
		b := ip.As16()
		ip = netip.AddrFrom4([4]byte(b[12:]))
	}
	if ip.Is6() && !globalIPv6.Contains(ip) {
		return false
	}
	return !slices.ContainsFunc(reserved, func(p netip.Prefix) bool { return p.Contains(ip) })
}
