package main

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// ownPeers are the verifiers that need no other program.
func ownPeers(t *testing.T, trust string) (peers []peer, self string) {
	t.Helper()
	self, err := os.Executable()
	require.NoError(t, err)
	all, _ := available(self, trust)
	return all[len(all)-2:], self
}

// column returns the cell of a verifier in the row of a table that starts so.
func column(t *testing.T, tables, row string, i int) string {
	t.Helper()
	for line := range strings.Lines(tables) {
		if strings.HasPrefix(line, "| "+row) {
			return strings.TrimSpace(strings.Split(line, "|")[i+2])
		}
	}
	t.Fatalf("no row %q in:\n%s", row, tables)
	return ""
}

func TestCompare(t *testing.T) {
	file, trust := write(t, same)
	signed, err := os.ReadFile(file)
	require.NoError(t, err)
	changed, err := signtest.ReplaceContent(signed, 1, "0 0 100 100 re f")
	require.NoError(t, err)
	dir := t.TempDir()
	for name, content := range map[string][]byte{"broken.pdf": signtest.FlipByte(signed, 12), "changed.pdf": changed, "good.pdf": signed} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), content, 0o600))
	}
	expected := filepath.Join(dir, "expected.csv")
	require.NoError(t, os.WriteFile(expected, []byte(`file,n_signatures,n_timestamps,integrity_expected,later_changes_expected,basis
good.pdf,1,0,ok,none,test
broken.pdf,1,0,broken,unknown,test
changed.pdf,1,0,ok,suspicious,test
`), 0o600))

	peers, _ := ownPeers(t, trust)
	o := options{dir: dir, expected: expected, out: filepath.Join(dir, "out.csv")}
	var out bytes.Buffer
	require.NoError(t, o.compare(&out, peers))
	const pdfsign, ours = 0, 1
	assert.Equal(t, "3 / 0 / 0", column(t, out.String(), "integrity right", ours))
	assert.Equal(t, "1 / 0", column(t, out.String(), "changed after signing", ours))
	assert.Equal(t, "0 / 1", column(t, out.String(), "changed after signing", pdfsign))
	assert.Contains(t, out.String(), "- changed.pdf: pdfsign: changed after signing, said valid without a warning")
	assert.NotContains(t, out.String(), ": ours:")

	table, err := os.Open(o.out)
	require.NoError(t, err)
	defer table.Close()
	rows, err := csv.NewReader(table).ReadAll()
	require.NoError(t, err)
	require.Len(t, rows, 1+3*2)
	assert.Equal(t, []string{"broken.pdf", "ours", "done", "1", "0", "broken"}, rows[2][:6])
}

func TestMeasureBatch(t *testing.T) {
	peers, self := ownPeers(t, "")
	var out bytes.Buffer
	require.NoError(t, measureBatch(&out, peers, self, t.TempDir(), 2))
	assert.NotEmpty(t, column(t, out.String(), "ours", 1))
}

func TestOverWantsTheRightVerdict(t *testing.T) {
	file, _ := write(t, func(src []byte) []byte { return signtest.FlipByte(src, 12) })
	peers, _ := ownPeers(t, "")
	for _, p := range peers {
		_, err := p.over([]string{file}, limit)
		assert.ErrorContains(t, err, "integrity broken", p.name)
	}
}
