package sign_test

import (
	"bytes"
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/internal/attacks"
	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// FuzzTail puts anything behind a sound signed paper. Whatever it is, the
// signature stays intact where it is found, and does not pass when the page is
// drawn with something else than was signed. Seeds are the updates of the
// catalogue.
func FuzzTail(f *testing.F) {
	cast, err := attacks.NewCast()
	require.NoError(f, err)
	cases, err := attacks.Catalogue()
	require.NoError(f, err)
	trust := sign.NewTrust(cast.Anchors(), cast.Intermediates())
	var base []byte
	for _, c := range cases {
		b, err := c.Make()
		require.NoError(f, err)
		if c.Name == "strip-form" { // the plain paper and an update
			base = b[:bytes.Index(b, []byte("%%EOF"))+6]
			next := bytes.Index(b[len(base):], []byte("%%EOF"))
			base = b[:len(base)+next+6]
		}
	}
	rep, err := sign.Validate(context.Background(), bytes.NewReader(base), int64(len(base)), sign.Options{Trust: trust})
	require.NoError(f, err)
	require.Len(f, rep.Signatures, 1)
	require.Equal(f, sign.TotalPassed, rep.Signatures[0].Indication)
	for _, c := range cases {
		if b, err := c.Make(); err == nil && len(b) < 1<<16 && bytes.HasPrefix(b, base) {
			f.Add(b[len(base):])
		}
	}
	want := drawing(base)
	f.Fuzz(func(t *testing.T, tail []byte) {
		if len(tail) > 1<<14 {
			return
		}
		b := append(bytes.Clone(base), tail...)
		rep, err := sign.Validate(context.Background(), bytes.NewReader(b), int64(len(b)), sign.Options{Trust: trust})
		if err != nil {
			return
		}
		for i := range rep.Signatures {
			s := &rep.Signatures[i]
			if s.Has(sign.CodeInternal) {
				t.Fatalf("%v", s.Reasons)
			}
			if s.Indication == sign.TotalPassed && !bytes.Equal(drawing(b), want) {
				t.Fatalf("%s passes, and the page is drawn otherwise: %s %+v", s.Field, s.Changes, s.ChangeList)
			}
		}
	})
}

// drawing is what the page is drawn with, its annotations aside: the page without
// them, its content and its font.
func drawing(b []byte) []byte {
	f, err := pdf.Open(bytes.NewReader(b), int64(len(b)), pdf.Limits{})
	if err != nil {
		return nil
	}
	v := f.Latest()
	var out bytes.Buffer
	for _, p := range v.Pages() {
		for _, k := range []pdf.Name{"MediaBox", "CropBox", "Rotate", "UserUnit", "Resources"} {
			out.WriteString(signtest.Format(v.Resolve(p.Dict.Get(k))))
		}
		contents := []pdf.Object(v.Array(p.Dict.Get("Contents")))
		if contents == nil {
			contents = []pdf.Object{p.Dict.Get("Contents")}
		}
		for _, o := range contents {
			if s, ok := v.Resolve(o).(*pdf.Stream); ok {
				data, _ := v.Raw(s, 1<<20)
				out.Write(data)
				out.WriteString(signtest.Format(s.Dict))
			}
		}
		fonts := v.Dict(v.Dict(p.Dict.Get("Resources")).Get("Font"))
		out.WriteString(signtest.Format(v.Resolve(fonts.Get("F1"))))
	}
	return out.Bytes()
}
