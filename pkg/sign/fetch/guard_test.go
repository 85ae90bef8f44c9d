package fetch

import (
	"net/netip"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestPublicAddresses(t *testing.T) {
	for _, ip := range []string{"1.1.1.1", "113.160.0.1", "2001:4860:4860::8888", "2400:1234::1", "::ffff:8.8.8.8", "64:ff9b::808:808", "172.32.0.1", "100.63.255.255", "100.128.0.1"} {
		assert.True(t, public(netip.MustParseAddr(ip)), ip)
	}
	for _, ip := range []string{
		"0.0.0.0", "10.0.0.1", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.0.1", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.168.1.1",
		"192.0.0.8", "192.0.2.1", "198.18.0.1", "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255",
		"::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "fc00::1", "fd12::1", "fe80::1", "fe80::1%eth0", "2001:4860::1%eth0", "ff02::1",
		"2002:7f00:1::", "2001::1", "2001:db8::1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::1", "100::1", "fec0::1",
	} {
		assert.False(t, public(netip.MustParseAddr(ip)), ip)
	}
}

// TestControl judges what is connected to, whatever the name was.
func TestControl(t *testing.T) {
	c := New(Options{})
	assert.NoError(t, c.control("tcp4", "113.160.0.1:80", nil))
	assert.NoError(t, c.control("tcp6", "[2400:1234::1]:443", nil))
	assert.ErrorIs(t, c.control("tcp4", "113.160.0.1:22", nil), ErrHost)
	for _, address := range []string{"127.0.0.1:80", "[::1]:443", "10.0.0.1:80", "[fe80::1%lo]:80", "[::ffff:192.168.0.1]:80", "host:80", "/run/docker.sock"} {
		assert.ErrorIs(t, c.control("tcp", address, nil), ErrPrivate, address)
	}
	c = New(Options{Loopback: true})
	assert.NoError(t, c.control("tcp4", "127.0.0.1:80", nil))
	assert.ErrorIs(t, c.control("tcp4", "10.0.0.1:80", nil), ErrPrivate)
}
