package sign_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/sign"
)

// TestCorpusAppearances reads the appearance of every visible signature of the
// public files. Nearly all that show text are read whole, what is not read is
// said, and the names that they claim are those of the certificates.
func TestCorpusAppearances(t *testing.T) {
	dir, rows := corpus(t)
	count := map[string]int{}
	for _, r := range rows {
		b, err := os.ReadFile(filepath.Join(dir, r.file))
		require.NoError(t, err)
		rep, err := sign.Validate(context.Background(), bytes.NewReader(b), int64(len(b)), sign.Options{AsOf: time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			continue
		}
		for _, m := range rep.Marks {
			count["marks"]++
			t.Logf("%s: mark %+v", r.file, m)
		}
		for i := range rep.Signatures {
			s := &rep.Signatures[i]
			if !s.Visible() {
				assert.Nil(t, s.Appearance, r.file)
				continue
			}
			count["visible"]++
			a := s.Appearance
			if a == nil {
				count["no appearance"]++
				t.Logf("%s %s: none", r.file, s.Field)
				continue
			}
			assert.LessOrEqual(t, len(a.Text), 4<<10)
			assert.True(t, utf8.ValidString(a.Text))
			switch {
			case a.Unread:
				count["unread"]++
			case a.Text != "":
				count["text"]++
			case a.Images > 0:
				count["pictures only"]++
			default:
				count["nothing"]++
			}
			cn := ""
			if s.Signer != nil {
				cn = s.Signer.Subject.CommonName
			}
			if name := a.Signer(); name != "" && cn != "" {
				count["claims"]++
				if a.ShowsName(cn) || sign.SameName(name, cn) {
					count["claims that agree"]++
				} else {
					t.Logf("%s %s claims %q, certificate %q", r.file, s.Field, name, cn)
				}
			}
			if !a.Time().IsZero() {
				count["times"]++
			}
			t.Logf("%s %s p%d %v cn=%q images=%d unread=%v\n%s", r.file, s.Field, s.Page, fmt.Sprintf("%.0f", s.Box), cn, a.Images, a.Unread, a.Text)
		}
	}
	t.Log(count)
	assert.GreaterOrEqual(t, count["text"], 70*count["visible"]/100-1, "the others show pictures alone")
	assert.LessOrEqual(t, count["unread"], 3*count["visible"]/100)
	assert.GreaterOrEqual(t, count["claims"], count["text"]/2)
	assert.Equal(t, count["claims"], count["claims that agree"])
}
