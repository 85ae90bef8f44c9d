package attacks_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/internal/attacks"
	"github.com/tthclint/tthclint/pkg/pdf"
)

// TestCatalogue: every case can be made, comes out the same twice, and is a PDF;
// no two are the same file.
func TestCatalogue(t *testing.T) {
	cases, err := attacks.Catalogue()
	require.NoError(t, err)
	seen := map[[32]byte]string{}
	name := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)+$`)
	classes := map[string]int{}
	for _, c := range cases {
		assert.Regexp(t, name, c.Name)
		assert.NotEmpty(t, c.Note, c.Name)
		require.NotEmpty(t, c.Want, c.Name)
		b, err := c.Make()
		require.NoError(t, err, c.Name)
		again, err := c.Make()
		require.NoError(t, err, c.Name)
		assert.True(t, bytes.Equal(b, again), "%s is not the same every time", c.Name)
		_, err = pdf.Open(bytes.NewReader(b), int64(len(b)), pdf.Limits{})
		assert.NoError(t, err, c.Name)
		d := sha256.Sum256(b)
		assert.Empty(t, seen[d], "%s is the same file", c.Name)
		seen[d] = c.Name
		classes[c.Class]++
	}
	t.Log(len(cases), classes)
	for _, class := range []string{"EAA", "SSA", "shadow-hide", "shadow-replace", "shadow-hide-and-replace", "USF", "ISA", "SWA", "forged", "chain", "collision", "cms", "swap", "time", "many", "layers", "vietnam", "revoked", "widget", "reader"} {
		assert.NotZero(t, classes[class], class)
	}
}

// TestSoundOnes: a catalogue of attacks alone would praise a validator that
// accuses everybody.
func TestSoundOnes(t *testing.T) {
	cases, err := attacks.Catalogue()
	require.NoError(t, err)
	passing := 0
	for _, c := range cases {
		all := true
		for _, w := range c.Want {
			all = all && w.Passes == "yes"
		}
		if all {
			passing++
		}
	}
	assert.Greater(t, passing, 30)
}

func TestWriteTruth(t *testing.T) {
	cases, err := attacks.Catalogue()
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, attacks.WriteTruth(&b, cases))
	rows, err := csv.NewReader(&b).ReadAll()
	require.NoError(t, err)
	n := 1
	for _, c := range cases {
		n += len(c.Want)
	}
	assert.Len(t, rows, n)
	assert.Equal(t, []string{"file", "class", "field", "integrity", "coverage", "changes", "permitted", "trusted", "term", "timestamp", "passes", "removed", "note"}, rows[0])
}
