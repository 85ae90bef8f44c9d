package sign_test

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// withInfo is a document with an /Info dictionary, signed, and the offset of its
// last cross-reference table. Objects 1 to 5 are those of signtest.Blank.
func withInfo(t *testing.T) (base []byte, info int, prev string) {
	t.Helper()
	base = update(t, signtest.Blank(1), func(u *signtest.Update) {
		info = u.New("<</Producer (x)>>")
		u.Trailer("Info", fmt.Sprintf("%d 0 R", info))
	})
	base = mustSign(t, base, testPKI().person, signtest.Options{Time: signed, Field: "First"})
	require.Equal(t, sign.TotalPassed, validate(t, base, sign.Options{Trust: testPKI().full}).Signatures[0].Indication)
	return base, info, lastStartXRef(base)
}

const forgedContent = "4 0 obj\n<</Length 9>>\nstream\n0 0 9 9 re\nendstream\nendobj\n"

// TestDoubtfulUpdate: updates that this reader, following the cross-references,
// finds empty, while viewers find them faulty, scan, and show the forged page.
func TestDoubtfulUpdate(t *testing.T) {
	base, info, prev := withInfo(t)
	size := strconv.Itoa(info + 20)
	catalog := regexp.MustCompile(`/Root (\d+) 0 R`).FindSubmatch(base)[1]
	trailer := fmt.Sprintf("<</Size %s /Root %s 0 R /Info %d 0 R /Prev %s>>", size, catalog, info, prev)
	// tail is an update of these bytes and a table; off becomes the offset of
	// the body within the file.
	tail := func(body, table, trailer string) []byte {
		at := len(base) + len(body)
		return fmt.Appendf(bytes.Clone(base), "%sxref\n%strailer\n%s\nstartxref\n%d\n%%%%EOF\n", body, table, trailer, at)
	}
	row := func(num, off, gen int) string { return fmt.Sprintf("%d 1\n%010d %05d n \n", num, off, gen) }
	none := "0 1\n0000000000 65535 f \n"
	meta := info + 10
	stream := fmt.Sprintf("%d 0 obj\n<</Length %d>>\nstream\n%s\nendstream\nendobj\n", meta, len(forgedContent), forgedContent)
	sound := fmt.Sprintf("%d 0 obj\n<</A 1>>\nendobj\n", meta)
	for name, b := range map[string][]byte{
		"info points into the signed part": tail("", row(info, 15, 0), trailer),
		"info points outside the file":     tail("", row(info, len(base)+500000, 0), trailer),
		"info at offset zero":              tail("", row(info, 0, 0), trailer),
		"info of a wrong generation":       tail(fmt.Sprintf("%d 0 obj\n<<>>\nendobj\n", info), row(info, len(base), 7), trailer),
		"info of a new generation":         tail(fmt.Sprintf("%d 7 obj\n<<>>\nendobj\n", info), row(info, len(base), 7), trailer),
		"info leads to another object":     tail(sound, row(info, len(base), 0), trailer),
		"pages points into the signed":     tail(forgedContent, row(2, 15, 0), trailer),
		"info freed":                       tail("", fmt.Sprintf("%d 1\n0000000000 00001 f \n", info), trailer),
		"info freed, objects unlisted":     tail(forgedContent, fmt.Sprintf("%d 1\n0000000000 00001 f \n", info), trailer),
		"object unlisted":                  tail(forgedContent, none, trailer),
		"object unlisted, odd white space": tail(strings.Replace(forgedContent, "4 0 obj", "4\x00\f0\robj", 1), none, trailer),
		"object unlisted, comments":        tail(strings.Replace(forgedContent, "4 0 obj", "4 %1\n0 %2\nobj", 1), none, trailer),
		"object within a comment":          tail("% "+forgedContent, none, trailer),
		"object within a stream":           tail(stream, row(meta, len(base), 0), trailer),
		"object behind the table":          append(tail(sound, row(meta, len(base), 0), trailer)[:len(base)+len(sound)], fmt.Sprintf("xref\n%strailer\n%s\n%sstartxref\n%d\n%%%%EOF\n", row(meta, len(base), 0), trailer, forgedContent, len(base)+len(sound))...),
		"trailer hidden in a stream":       tail(fmt.Sprintf("%d 0 obj\n<</Length 18>>\nstream\ntrailer<</Root 9>>\nendstream\nendobj\n", meta), row(meta, len(base), 0), trailer),
		"length of a stream wrong":         tail(strings.Replace(stream, "/Length ", "/Length 9", 1), row(meta, len(base), 0), trailer),
		"dictionary with a key twice":      tail(strings.Replace(sound, "/A 1", "/A 1 /A 2", 1), row(meta, len(base), 0), trailer),
		"startxref off":                    bytes.Replace(tail(forgedContent, none, trailer), fmt.Appendf(nil, "startxref\n%d\n", len(base)+len(forgedContent)), []byte("startxref\n3\n"), 1),
		"startxref repeated":               append(tail(sound, row(meta, len(base), 0), trailer), "startxref\n"+prev+"\n%%EOF\n"...),
		"root twice":                       tail("", none, strings.Replace(trailer, "/Root", "/Root 99 0 R /Root", 1)),
		"root twice, other order":          tail("", none, strings.Replace(trailer, "/Info", "/Root 99 0 R /Info", 1)),
		"root of another generation":       tail("", none, strings.Replace(trailer, "0 R /Info", "1 R /Info", 1)),
		"no root":                          tail("", none, fmt.Sprintf("<</Size %s /Prev %s>>", size, prev)),
		"size too small":                   tail(sound, row(meta, len(base), 0), strings.Replace(trailer, "/Size "+size, "/Size 1", 1)),
		"no size":                          tail("", none, strings.Replace(trailer, "/Size "+size, "", 1)),
		"encryption out of nowhere":        tail("", none, strings.Replace(trailer, "/Prev", "/Encrypt 99 0 R /Prev", 1)),
		"number twice in the table":        tail(sound, row(meta, len(base), 0)+row(meta, 15, 0), trailer),
		"fewer entries than announced":     tail("", "0 3\n0000000000 65535 f \n", trailer),
		"comment in the table":             tail("", "%\n"+none, trailer),
		"prev zero, object unlisted":       tail(forgedContent, none, strings.Replace(trailer, "/Prev "+prev, "/Prev 0", 1)),
	} {
		t.Run(name, func(t *testing.T) {
			require.True(t, bytes.HasPrefix(b, base))
			s := &failed(t, b).Signatures[0]
			assert.Equal(t, sign.Intact, s.Integrity)
			assert.Equal(t, sign.ChangesOther, s.Changes)
			if assert.NotNil(t, s.Permitted) || s.Revision == 0 {
				assert.False(t, s.Permitted != nil && *s.Permitted)
			}
		})
	}
	for name, b := range map[string][]byte{
		"nothing":                      tail("", none, trailer),
		"object that nothing needs":    tail(sound, row(meta, len(base), 0), trailer),
		"entry from the line end":      tail("\n"+sound, row(meta, len(base), 0), trailer),
		"unused object freed":          tail("", fmt.Sprintf("%d 1\n0000000000 00001 f \n", meta), trailer),
		"info written anew":            tail(fmt.Sprintf("%d 0 obj\n<</Producer (y)>>\nendobj\n", info), row(info, len(base), 0), trailer),
		"words that are no keywords":   tail(fmt.Sprintf("%d 0 obj\n<</A (the 2 objects of a trailer, see xref)>>\nendobj\n", meta), row(meta, len(base), 0), trailer),
		"metadata with words like obj": tail(fmt.Sprintf("%d 0 obj\n<</Length 16>>\nstream\n<obj>x</obj>\nobj\nendstream\nendobj\n", meta), row(meta, len(base), 0), trailer),
	} {
		t.Run(name, func(t *testing.T) {
			s := &validate(t, b, sign.Options{Trust: testPKI().full}).Signatures[0]
			assert.Equal(t, sign.TotalPassed, s.Indication, "%v %+v", s.Reasons, s.ChangeList)
		})
	}
}

// TestReferenceOfOtherGeneration: to most readers it leads nowhere, so a page
// may lose its content that way.
func TestReferenceOfOtherGeneration(t *testing.T) {
	base, _, _ := withInfo(t)
	out := update(t, base, func(u *signtest.Update) {
		u.Replace(3, signtest.With(u.View.Pages()[0].Dict, map[pdf.Name]string{"Contents": "4 1 R"}))
	})
	failed(t, out)
}

// TestByteRangeOfManyPairs: refused at once, not pair by pair.
func TestByteRangeOfManyPairs(t *testing.T) {
	base := mustSign(t, signtest.Blank(1), testPKI().person, signtest.Options{Time: signed})
	out := update(t, base, func(u *signtest.Update) {
		v := u.View.Dict(widgetOf(u)).Get("V").(pdf.Ref)
		u.Replace(v.Num, signtest.With(u.View.Dict(v), map[pdf.Name]string{"ByteRange": "[" + strings.Repeat("0 1 ", 30_000) + "]"}))
	})
	start := time.Now()
	failed(t, out)
	assert.Less(t, time.Since(start), 5*time.Second)
	assert.Len(t, sign.CheckByteRange(make([]int64, 60_000), pdf.Span{}, 1), 1)
}
