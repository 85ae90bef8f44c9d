package evidence_test

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

func TestLazyIsComputedOnce(t *testing.T) {
	var n atomic.Int32
	fact := evidence.Of(func() (int32, error) { return n.Add(1), nil })
	var group sync.WaitGroup
	for range 150 {
		group.Go(func() {
			v, err := fact()
			assert.NoError(t, err)
			assert.EqualValues(t, 1, v)
		})
	}
	group.Wait()
	assert.EqualValues(t, 1, n.Load())
}

func TestPanicUnderAFactIsAnErrorEveryTime(t *testing.T) {
	fact := evidence.Of(func() (int, error) { panic("parser") })
	for range 2 {
		_, err := fact()
		var p *lint.PanicError
		require.ErrorAs(t, err, &p)
		assert.Equal(t, "parser", p.Value)
		assert.NotEmpty(t, p.Stack)
	}
}

// document returns the evidence of a file with this content.
func document(t *testing.T, content []byte) *evidence.Document {
	t.Helper()
	folder, err := dossier.Open(t.Context(), fstest.MapFS{"a.pdf": {Data: content}}, dossier.Options{})
	require.NoError(t, err)
	forms, err := form.Builtin()
	require.NoError(t, err)
	for d, err := range folder.Dossiers(t.Context()) {
		require.NoError(t, err)
		return evidence.New(t.Context(), d, &evidence.Tools{Forms: forms}).Documents[0]
	}
	t.Fatal("no dossier")
	return nil
}

func TestContentIsToldFromBytes(t *testing.T) {
	for content, want := range map[string]evidence.Content{
		"": evidence.Empty, "%PDF-1.4": evidence.PDF, "\r\n\r\n%PDF-1.7": evidence.PDF,
		"\xff\xd8\xff\xe0": evidence.JPEG, "\x89PNG\r\n\x1a\n": evidence.PNG, "II*\x00": evidence.TIFF,
		"PK\x03\x04....word/": evidence.Office, "\xd0\xcf\x11\xe0": evidence.Office, "PK\x03\x04....x": evidence.Archive,
		" <!DOCTYPE html>": evidence.HTML, "Kính gửi": evidence.Text, "\x00\x01": evidence.Other,
	} {
		got, err := document(t, []byte(content)).Content()
		require.NoError(t, err)
		assert.Equal(t, want, got, "%q", content)
		assert.NotEmpty(t, got.Name().VI)
	}
}

func TestFactsOfASoundFile(t *testing.T) {
	doc := document(t, signtest.Blank(2))
	s, err := doc.Structure()
	require.NoError(t, err)
	assert.Equal(t, 2, s.Pages)
	require.Len(t, s.Sizes, 2)
	assert.InDelta(t, 210, s.Sizes[1].W, 1)
	assert.InDelta(t, 297, s.Sizes[1].H, 1)
	report, err := doc.Signatures()
	require.NoError(t, err)
	assert.Empty(t, report.Signatures)
	pages, err := doc.Pages()
	require.NoError(t, err)
	require.Len(t, pages, 2)
	for _, p := range pages {
		assert.True(t, p.Reading == nil || p.Reading.Form == nil)
		assert.False(t, p.Because.IsZero(), "a page without a form says why")
	}
}

func TestDamagedFileSaysSoInEveryFact(t *testing.T) {
	whole := signtest.Blank(1)
	doc := document(t, whole[:len(whole)/3])
	_, err := doc.Structure()
	assert.ErrorIs(t, err, evidence.ErrDamaged)
	for _, err := range []error{err, second(doc.Signatures()), second(doc.Pages())} {
		var unable *lint.UnableError
		require.ErrorAs(t, err, &unable)
		assert.NotEmpty(t, unable.Because.VI)
	}
}

func second[T any](_ T, err error) error { return err }

type failing struct{}

func (failing) Open() (dossier.File, error) { return nil, errors.New("disk") }

func TestFileThatCannotBeOpened(t *testing.T) {
	d := &dossier.Dossier{Documents: []*dossier.Document{{Path: "a.pdf", Size: 5, Blob: failing{}}}}
	doc := evidence.New(context.Background(), d, &evidence.Tools{}).Documents[0]
	for _, err := range []error{second(doc.Content()), second(doc.Structure()), second(doc.Signatures()), second(doc.Pages())} {
		assert.ErrorContains(t, err, "disk")
		assert.NotErrorIs(t, err, evidence.ErrDamaged, "the fault does not lie with the file")
	}
}

func TestCutOffWhereverItWasCut(t *testing.T) {
	root, err := signtest.NewAuthority("evidence", signtest.Subject{CommonName: "Test Root"})
	require.NoError(t, err)
	id, err := root.Issue(signtest.Subject{CommonName: "UBND"})
	require.NoError(t, err)
	signed, err := signtest.Sign(signtest.Blank(1), id, signtest.Options{})
	require.NoError(t, err)
	for _, whole := range [][]byte{signtest.Blank(1), signed} {
		s, err := document(t, whole).Structure()
		require.NoError(t, err)
		assert.False(t, s.CutOff)
		s, err = document(t, append(whole[:len(whole):len(whole)], "\r\n\x00\x00"...)).Structure()
		require.NoError(t, err)
		assert.False(t, s.CutOff, "some line ends and zeros after the end are no harm")
		for size := len(whole) * 98 / 100; size > 0; size = size * 9 / 10 {
			s, err := document(t, whole[:size]).Structure()
			unreadable := err != nil
			assert.True(t, unreadable || s.CutOff || s.Trailing, "cut at %d of %d bytes", size, len(whole))
		}
	}
}
