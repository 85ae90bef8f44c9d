package main

import (
	"bytes"
	"context"
	"crypto/x509"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/fetch"
	"github.com/tthclint/tthclint/pkg/sign/trust"
)

// publisher is a network that holds certificates at addresses.
type publisher struct {
	sign.Fetcher
	certs map[string][]*x509.Certificate
	err   error // for every other address
	asked []string
}

func (p *publisher) Certificate(_ context.Context, url string) ([]*x509.Certificate, error) {
	p.asked = append(p.asked, url)
	if certs, ok := p.certs[url]; ok {
		return certs, nil
	}
	return nil, p.err
}

// sampleCertificates returns the root and the intermediate of examples/trust,
// and pins for them.
func sampleCertificates(t *testing.T) (root, sub *x509.Certificate, pins []trust.Pin) {
	t.Helper()
	read := func(name string) *x509.Certificate {
		b, err := os.ReadFile(filepath.Join("..", "..", "examples", "trust", name))
		require.NoError(t, err)
		certs, err := trust.ParseCertificates(b)
		require.NoError(t, err)
		return certs[0]
	}
	root, sub = read("mau-thu-root-SAMPLE.pem"), read("mau-thu-ca-g1-SAMPLE.pem")
	return root, sub, []trust.Pin{
		{Name: "Mẫu Root", SHA256: "401129c44f132e6d4d6e878adeea6af56226dc50b1e556d2435b9f5fa051e44d", Kind: trust.Root, Download: []string{"http://a/root.crt", "http://b/root.crt"}},
		{Name: "Mẫu CA", SHA256: "12a119a15a1cd819c18ea5ac621496d743a80f2c1f1ef56890e919485be387ca", Kind: trust.Intermediate, Download: []string{"http://a/ca.crt"}},
		{Name: "Chỉ SHA-1", SHA1: strings.Repeat("00", 20), Download: []string{"http://a/old.crt"}},
	}
}

func trustCommand(pins []trust.Pin, net *publisher) (c *Command, stdout, stderr *bytes.Buffer) {
	c, stdout, stderr = command(nil)
	c.pins = func() []trust.Pin { return pins }
	c.online = func(fetch.Options) sign.Fetcher { return net }
	return c, stdout, stderr
}

func TestUpdateTakesWhatAPinConfirms(t *testing.T) {
	root, sub, pins := sampleCertificates(t)
	net := &publisher{err: &fetch.Error{URL: "x", Err: fetch.ErrTimeout}, certs: map[string][]*x509.Certificate{
		"http://b/root.crt": {sub, root}, "http://a/ca.crt": {sub},
	}}
	c, stdout, stderr := trustCommand(pins, net)
	store := filepath.Join(t.TempDir(), "new", "store")
	assert.Equal(t, exitClean, c.run(t.Context(), []string{"trust", "update", "--trust-store", store}))
	assert.Equal(t, []string{"http://a/root.crt", "http://b/root.crt", "http://a/ca.crt"}, net.asked, "what only SHA-1 knows is not asked for")
	assert.Contains(t, stdout.String(), "(gốc tin cậy): CN=MẪU THỬ tthclint Root")
	assert.Contains(t, strings.Join(strings.Fields(stdout.String()), " "), "(trung gian): CN=MẪU THỬ tthclint CA G1")
	assert.Contains(t, stderr.String(), "máy chủ không trả lời kịp")

	c, stdout, _ = trustCommand(pins, net)
	assert.Equal(t, exitClean, c.run(t.Context(), []string{"trust", "list", "--trust-store", store}))
	assert.Contains(t, stdout.String(), "ĐÃ NHẬP: 2")
	assert.Contains(t, stdout.String(), "gốc tin cậy, khớp dấu vân tay biết trước")
	entries, err := os.ReadDir(store)
	require.NoError(t, err)
	assert.Len(t, entries, 2, "two certificates and nothing half-written")
}

func TestUpdateDoesNotTakeAnotherCertificate(t *testing.T) {
	root, sub, pins := sampleCertificates(t)
	net := &publisher{err: errors.New("-"), certs: map[string][]*x509.Certificate{
		"http://a/root.crt": {sub}, "http://b/root.crt": {sub}, "http://a/ca.crt": {root},
	}}
	c, stdout, stderr := trustCommand(pins, net)
	store := filepath.Join(t.TempDir(), "store")
	assert.Equal(t, exitCannotRun, c.run(t.Context(), []string{"trust", "update", "--trust-store", store}))
	assert.Empty(t, stdout.String())
	assert.Contains(t, stderr.String(), "không khớp dấu vân tay biết trước (SHA-256 12A119A1")
	assert.NoDirExists(t, store)
}

func TestUpdateOffline(t *testing.T) {
	_, _, pins := sampleCertificates(t)
	for err, want := range map[error]string{
		fetch.ErrConnect: "không kết nối được tới máy chủ", fetch.ErrPrivate: "mạng nội bộ", fetch.ErrSilent: "không hỏi lại", errors.New("boom"): "boom",
	} {
		c, stdout, stderr := trustCommand(pins, &publisher{err: &fetch.Error{URL: "x", Err: err}})
		assert.Equal(t, exitCannotRun, c.run(t.Context(), []string{"trust", "update", "--trust-store", t.TempDir()}))
		assert.Empty(t, stdout.String())
		assert.Contains(t, stderr.String(), want)
		assert.Contains(t, stderr.String(), "Lỗi: không tải được chứng thư nào từ nơi phát hành.")
		assert.Contains(t, stderr.String(), "tthclint trust import TỆP")
	}
}

func TestUpdateComparesBuiltInAnchors(t *testing.T) {
	root, _, pins := sampleCertificates(t)
	pins = pins[:1]
	pins[0].BuiltIn = true
	c, stdout, _ := trustCommand(pins, &publisher{certs: map[string][]*x509.Certificate{"http://a/root.crt": {root}}})
	store := filepath.Join(t.TempDir(), "store")
	assert.Equal(t, exitClean, c.run(t.Context(), []string{"trust", "update", "--trust-store", store}))
	assert.Contains(t, stdout.String(), "Gốc tích hợp sẵn khớp với bản công bố")
	assert.NoDirExists(t, store, "there is nothing to keep")
}

func TestInterruptedUpdate(t *testing.T) {
	_, _, pins := sampleCertificates(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	c, _, stderr := trustCommand(pins, &publisher{err: context.Canceled})
	assert.Equal(t, exitCannotRun, c.run(ctx, []string{"trust", "update", "--trust-store", t.TempDir()}))
	assert.Contains(t, stderr.String(), "đã dừng theo yêu cầu")
}

// TestOfflineUnlessAsked: no client of the network is even made.
func TestOfflineUnlessAsked(t *testing.T) {
	dir := t.TempDir()
	for _, args := range [][]string{{"lint", "--ocr=none", "../../examples/ho-so"}, {"lint", "--rules=sign", "--trust=../../examples/trust", "../../examples/ho-so"}, {"trust", "list"}} {
		c, _, _ := command(nil)
		c.library = standardLibrary()
		c.online = func(fetch.Options) sign.Fetcher { t.Error("a client was made"); return nil }
		c.run(t.Context(), append(args, "--trust-store", dir))
	}
	var o fetch.Options
	c, _, _ := command(func() (run, error) { return &fakeRun{n: 1}, nil })
	c.online = func(got fetch.Options) sign.Fetcher { o = got; return nil }
	assert.Equal(t, exitClean, c.run(t.Context(), []string{"lint", "--online", "--online-host", "crl.example.vn", "--trust-store", dir, dir}))
	assert.Equal(t, append(fetch.DefaultHosts(), "crl.example.vn"), o.Hosts)
	assert.False(t, o.Loopback)
	assert.True(t, strings.HasPrefix(o.UserAgent, "tthclint/"))
}

func TestUserWithoutConfiguration(t *testing.T) {
	for _, name := range []string{"HOME", "XDG_CONFIG_HOME", "AppData"} {
		t.Setenv(name, "")
	}
	c, stdout, _ := command(nil)
	assert.Equal(t, exitClean, c.run(t.Context(), []string{"trust", "list"}), "a service without a home can look")
	assert.Contains(t, stdout.String(), "ĐÃ NHẬP: 0")
	c, _, stderr := command(nil)
	assert.Equal(t, exitCannotRun, c.run(t.Context(), []string{"trust", "import", "--as-anchor", "../../examples/trust/mau-thu-root-SAMPLE.pem"}))
	assert.Contains(t, stderr.String(), "--trust-store")
}
