package sign_test

import (
	"bytes"
	"encoding/hex"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// TestWriteSeeds writes the seeds of the fuzz targets anew when
// TTHCLINT_WRITE_SEEDS is set; they are committed.
func TestWriteSeeds(t *testing.T) {
	if os.Getenv("TTHCLINT_WRITE_SEEDS") == "" {
		t.Skip("TTHCLINT_WRITE_SEEDS is not set")
	}
	p := testPKI()
	pdfDir := filepath.Join("..", "pdf", "testdata")
	require.NoError(t, os.MkdirAll(pdfDir, 0o755))
	require.NoError(t, os.MkdirAll("testdata", 0o755))
	base := signtest.Blank(1)
	small := signtest.Options{Time: signed, Page: 1, Box: stamp, Reserve: 4096, CMS: signtest.CMS{TSA: p.tsa, TSATime: signed}}
	table := mustSign(t, base, p.person, small)
	small.XRefStream = true
	stream := mustSign(t, table, p.person, small)
	pss := mustSign(t, base, p.person, signtest.Options{Time: signed, CMS: signtest.CMS{PSS: true, BySKI: true, WholeChain: true}})
	for name, b := range map[string][]byte{"blank.pdf": base, "table.pdf": table, "stream.pdf": stream} {
		require.NoError(t, os.WriteFile(filepath.Join(pdfDir, name), b, 0o644))
	}
	for name, b := range map[string][]byte{"timestamped.der": table, "pss.der": pss} {
		at := bytes.Index(b, []byte("/Contents <")) + len("/Contents <")
		der, err := hex.DecodeString(string(b[at : at+bytes.IndexByte(b[at:], '>')]))
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(filepath.Join("testdata", name), bytes.TrimRight(der, "\x00"), 0o644))
	}
}
