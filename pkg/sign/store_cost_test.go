package sign_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// TestStoreBombs: security stores of streams that blow up, and of more items
// than anybody needs, cost a bounded amount of memory and leave the verdict on
// the signature itself alone.
func TestStoreBombs(t *testing.T) {
	p := testPKI()
	var z bytes.Buffer
	w := zlib.NewWriter(&z)
	for range 48 {
		_, _ = w.Write(make([]byte, 1<<20))
	}
	_ = w.Close()
	base := mustSign(t, signtest.Blank(1), p.person, signtest.Options{Time: signed})
	out := update(t, base, func(u *signtest.Update) {
		bomb := u.NewStream("/Filter /FlateDecode", z.String())
		var list bytes.Buffer
		for range 40 {
			fmt.Fprintf(&list, "%d 0 R ", u.NewStream("/Filter /FlateDecode", z.String()))
		}
		small := u.NewStream("", "no CRL")
		for range 5000 {
			fmt.Fprintf(&list, "%d 0 R ", small)
		}
		dss := u.New(fmt.Sprintf("<</Certs [%d 0 R %s] /CRLs [%s] /OCSPs [%s] /VRI <</A <</CRL [%s]>> /B <</CRL %d 0 R>>>>>>", bomb, &list, &list, &list, &list, bomb))
		num, cat := u.Catalog()
		u.Replace(num, signtest.With(cat, map[pdf.Name]string{"DSS": fmt.Sprintf("%d 0 R", dss)}))
	})
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	s := validate(t, out, sign.Options{Trust: p.full, AsOf: today}).Signatures[0]
	runtime.ReadMemStats(&after)
	assert.Equal(t, sign.Intact, s.Integrity)
	assert.Equal(t, sign.RevocationUnknown, s.Revocation)
	assert.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(1<<30))
}
