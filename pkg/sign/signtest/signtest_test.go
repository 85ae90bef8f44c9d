package signtest_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

var when = time.Date(2023, 9, 11, 8, 30, 0, 0, time.FixedZone("ICT", 7*3600))

func TestSignIsDeterministic(t *testing.T) {
	make := func() []byte {
		ca, err := signtest.NewAuthority("seed", signtest.Subject{CommonName: "Root"})
		require.NoError(t, err)
		id, err := ca.Issue(signtest.Subject{CommonName: "Nguyễn Văn An", Title: "Chủ tịch"})
		require.NoError(t, err)
		out, err := signtest.Sign(signtest.Blank(1), id, signtest.Options{Time: when, Page: 1, Box: pdf.Box{X: 10, Y: 10, W: 60, H: 20}, Lines: []string{"Người ký: Nguyễn Văn An"}})
		require.NoError(t, err)
		return out
	}
	require.Equal(t, make(), make())
}

// TestWrite leaves files for other readers to judge when asked to.
func TestWrite(t *testing.T) {
	dir := os.Getenv("SIGNTEST_OUT")
	if dir == "" {
		t.Skip("SIGNTEST_OUT is not set")
	}
	ca, err := signtest.NewAuthority("seed", signtest.Subject{CommonName: "Root"})
	require.NoError(t, err)
	for _, k := range []signtest.Key{signtest.RSA1024, signtest.RSA2048, signtest.P256, signtest.P384} {
		id, err := ca.Issue(signtest.Subject{CommonName: "Nguyễn Văn An", Key: k})
		require.NoError(t, err)
		for _, sf := range []string{signtest.CAdES, signtest.PKCS7, signtest.PKCS7SHA1, signtest.X509RSASHA1} {
			for _, xs := range []bool{false, true} {
				out, err := signtest.Sign(signtest.Blank(2), id, signtest.Options{SubFilter: sf, Time: when, Page: 1, Box: pdf.Box{X: 10, Y: 10, W: 60, H: 20}, Lines: []string{"Người ký: Nguyễn Văn An"}, XRefStream: xs})
				if err != nil {
					t.Log(err)
					continue
				}
				out, err = signtest.Sign(out, id, signtest.Options{Time: when, XRefStream: xs})
				require.NoError(t, err)
				name := string(k) + "-" + sf + ".pdf"
				if xs {
					name = "x-" + name
				}
				require.NoError(t, os.WriteFile(filepath.Join(dir, name), out, 0o644))
			}
		}
	}
}
