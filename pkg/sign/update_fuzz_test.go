package sign_test

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// FuzzUpdate appends any bytes to a signed document. The signature stays what
// it was; what follows is judged without a panic, and never both passed and
// silent: what passes has no change or names those that are permitted.
func FuzzUpdate(f *testing.F) {
	p := testPKI()
	base := mustSign(f, rich(), p.person, signtest.Options{Time: signed, Field: "First", Page: 2, Box: stamp, DocMDP: 2, Reserve: 3000})
	for _, e := range []edit{
		set(oText, "V", "(Binh)"), set(oPage, "Annots", "[8 0 R 60 0 R]"), set(oDocument, "K", "[18 0 R 17 0 R]"), set(oCatalog, "Extensions", "<<>>"),
		put(oContent, stream("", "BT ET")), both(put(60, "<</S /X /K 16 0 R>>"), set(oPara, "K", "[60 0 R]")),
	} {
		u, err := signtest.NewUpdate(base)
		require.NoError(f, err)
		e(u)
		f.Add(u.Bytes()[len(base):])
	}
	f.Add([]byte("\n% x\n"))
	lim := sign.Limits{Objects: 20_000, Signatures: 20, PDF: pdf.Limits{Objects: 20_000, Stream: 1 << 20, Object: 1 << 20, Revisions: 100, Pages: 1000}}
	f.Fuzz(func(t *testing.T, tail []byte) {
		b := append(bytes.Clone(base), tail...)
		rep, err := sign.Validate(context.Background(), bytes.NewReader(b), int64(len(b)), sign.Options{Trust: p.full, Limits: lim})
		if err != nil {
			require.NotContains(t, err.Error(), "internal")
			return
		}
		o := sign.Options{Trust: p.full, Limits: lim}
		if want, got := answers(b, sign.WalkAll(o)), answers(b, o); !strings.Contains(want+got, string(sign.CodeChangeAnalysisLimited)) {
			require.Equal(t, want, got)
		}
		for i := range rep.Signatures {
			s := &rep.Signatures[i]
			require.False(t, s.Has(sign.CodeInternal), "%v", s.Reasons)
			if s.Indication == sign.TotalPassed && s.Changes != sign.ChangesNone {
				require.NotEmpty(t, s.ChangeList)
				require.NotNil(t, s.Permitted)
				require.True(t, *s.Permitted)
			}
		}
	})
}
