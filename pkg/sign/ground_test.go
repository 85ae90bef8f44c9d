package sign_test

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/internal/attacks"
	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// answers is all that the analysis of changes says of a file.
func answers(b []byte, o sign.Options) string {
	rep, err := sign.Validate(context.Background(), bytes.NewReader(b), int64(len(b)), o)
	if err != nil {
		return err.Error()
	}
	var out strings.Builder
	for i := range rep.Signatures {
		s := &rep.Signatures[i]
		permitted := "-"
		if s.Permitted != nil {
			permitted = fmt.Sprint(*s.Permitted)
		}
		fmt.Fprintf(&out, "%s %d %s %s %s %s\n", s.Field, s.Revision, s.Changes, permitted, s.Indication, codes(s.Reasons))
		for _, c := range s.ChangeList {
			fmt.Fprintf(&out, "  %+v\n", c)
		}
	}
	return out.String()
}

// sameAnswers holds the walk that is confined to what an update can be met from
// against the walk of the whole document.
func sameAnswers(t *testing.T, name string, b []byte, o sign.Options) bool {
	t.Helper()
	want, got := strings.Split(answers(b, sign.WalkAll(o)), "\n"), strings.Split(answers(b, o), "\n")
	missing := less(want, got)
	more := less(got, want)
	return assert.Equal(t, strings.Join(missing, "\n"), strings.Join(more, "\n"), name) && assert.Equal(t, want, got, name)
}

// less returns what a has and b has not.
func less(a, b []string) (out []string) {
	for _, x := range a {
		if !slices.Contains(b, x) {
			out = append(out, x)
		}
	}
	return out
}

func TestGroundCatalogue(t *testing.T) {
	cases, err := attacks.Catalogue()
	require.NoError(t, err)
	for _, c := range cases {
		b, err := c.Make()
		require.NoError(t, err)
		sameAnswers(t, c.Name, b, sign.Options{})
	}
}

func TestGroundCorpus(t *testing.T) {
	dir, rows := corpus(t)
	rng := rand.New(rand.NewPCG(3, 4))
	for _, r := range rows {
		b, err := os.ReadFile(filepath.Join(dir, r.file))
		require.NoError(t, err)
		sameAnswers(t, r.file, b, sign.Options{})
		if len(b) > 300_000 {
			continue
		}
		for range 6 {
			d := bytes.Clone(b)
			for range 1 + rng.IntN(12) {
				// Digits, so that references lead elsewhere.
				if i := rng.IntN(len(d)); d[i] >= '0' && d[i] <= '9' {
					d[i] = byte('0' + rng.IntN(10))
				} else if rng.IntN(4) == 0 {
					d[i] = byte(rng.IntN(256))
				}
			}
			sameAnswers(t, r.file, d, sign.Options{})
		}
	}
}

// TestGroundUpdates: chains of arbitrary updates, with roles that come, go and
// overlap.
func TestGroundUpdates(t *testing.T) {
	p := testPKI()
	rounds := 400
	if testing.Short() {
		rounds = 60
	}
	for seed := range rounds {
		rng := rand.New(rand.NewPCG(uint64(seed), 7))
		b := rich()
		for i := range 2 + rng.IntN(5) {
			if i == 0 || rng.IntN(3) == 0 {
				o := signtest.Options{Time: signed, Reserve: 3000}
				if rng.IntN(2) == 0 {
					o.Page, o.Box, o.Lines = 1+rng.IntN(2), stamp, []string{"x"}
				}
				if out, err := signtest.Sign(b, p.person, o); err == nil {
					b = out
				}
				continue
			}
			u, err := signtest.NewUpdate(b)
			if err != nil {
				break
			}
			for range 1 + rng.IntN(3) {
				arbitrary(rng, u)
			}
			b = u.Bytes()
		}
		if !sameAnswers(t, fmt.Sprint("seed ", seed), b, sign.Options{Trust: p.full}) {
			return
		}
	}
}

// arbitrary changes an object of rich, or what was added to it.
func arbitrary(rng *rand.Rand, u *signtest.Update) {
	some := func() int {
		if rng.IntN(3) == 0 {
			return 60 + rng.IntN(8)
		}
		return 1 + rng.IntN(24)
	}
	ref := func() string { return fmt.Sprintf("%d 0 R", some()) }
	list := func(o pdf.Object) string {
		a := u.View.Array(o)
		switch rng.IntN(5) {
		case 4: // a field or an annotation that is direct, or more of it
			more := fmt.Sprintf("<</Subtype /%s /T (d) /V %s /AP <</N %s>> /Parent %s /Kids [%s]>>", []string{"Widget", "Stamp"}[rng.IntN(2)], ref(), ref(), ref(), ref())
			old := signtest.Format(append(pdf.Array{}, a...))
			return old[:len(old)-1] + " " + more + "]"
		case 0:
			return signtest.Format(append(append(pdf.Array{}, a...), pdf.Ref{Num: some()}))
		case 1:
			if len(a) > 0 {
				i := rng.IntN(len(a))
				return signtest.Format(append(append(pdf.Array{}, a[:i]...), a[i+1:]...))
			}
		case 2:
			if len(a) > 1 {
				c := append(pdf.Array{}, a...)
				i, j := rng.IntN(len(c)), rng.IntN(len(c))
				c[i], c[j] = c[j], c[i]
				return signtest.Format(c)
			}
		}
		return fmt.Sprintf("[%s %s]", ref(), ref())
	}
	value := func(k pdf.Name, o pdf.Object) string {
		switch k {
		case "Kids", "Fields", "Annots", "K", "Nums":
			if rng.IntN(5) == 0 {
				n := u.New(list(o))
				return fmt.Sprintf("%d 0 R", n)
			}
			return list(o)
		}
		switch rng.IntN(6) {
		case 0, 1:
			return ref()
		case 2:
			return ""
		case 3:
			return fmt.Sprintf("[%s 1 (x) %s]", ref(), ref())
		case 4:
			return fmt.Sprintf("<</A %s /P %s>>", ref(), ref())
		}
		return fmt.Sprintf("(%d)", rng.IntN(100))
	}
	num := some()
	ob := u.View.Resolve(pdf.Ref{Num: num})
	d, ok := ob.(*pdf.Dict)
	switch n := rng.IntN(12); {
	case n == 0 && num != oCatalog && num != oPages:
		u.Free(num)
	case n == 1 && num != oCatalog && num != oPages:
		u.Replace(num, ref())
	case n == 2 && num != oCatalog:
		u.ReplaceStream(num, "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <</XObject <</A "+ref()+">>>>", "/A Do")
	case n == 3 && num > 24:
		u.Replace(num, fmt.Sprintf("<</Type /Annot /Subtype /Text /Rect [0 0 9 9] /Popup %s /P %s>>", ref(), ref()))
	case n == 4 && num > 24:
		u.Replace(num, fmt.Sprintf("<</S /P /P %s /K [%s %s]>>", ref(), ref(), ref()))
	case n == 5 && num > 24:
		u.Replace(num, fmt.Sprintf("<</FT /Tx /T (f%d) /V (1) /Kids [%s] /Parent %s>>", num, ref(), ref()))
	case ok && d.Len() > 0:
		keys := d.Keys()
		k := keys[rng.IntN(len(keys))]
		if rng.IntN(4) == 0 {
			k = []pdf.Name{"Kids", "Annots", "K", "Resources", "Contents", "AP", "Parent", "P", "V", "Popup", "A", "Type", "AcroForm", "StructTreeRoot"}[rng.IntN(14)]
		}
		u.Replace(num, signtest.With(d, map[pdf.Name]string{k: value(k, d.Get(k))}))
	default:
		u.Replace(num, fmt.Sprintf("[%s %s]", ref(), ref()))
	}
}
