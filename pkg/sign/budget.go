package sign

import (
	"crypto"
	//lint:ignore SA1019 old documents are signed with it
	"crypto/dsa"
	"crypto/ecdsa"
	"crypto/rsa"
	"math/bits"

	"github.com/tthclint/tthclint/pkg/sign/internal/curve"
)

// budget bounds the work of verifying signatures with the keys that one file
// brings along. A file of half a megabyte holds thousands of candidates, with
// keys of any size.
type budget struct{ spent int }

// maxWork is some two seconds, in units of about ten microseconds: verifying
// with RSA 2048 takes four.
const maxWork = 200_000

// spend tells whether there may be one more verification with a key.
func (b *budget) spend(key crypto.PublicKey) bool {
	if b == nil {
		return true
	}
	b.spent += effort(key)
	return b.spent <= maxWork
}

// effort is the cost of one verification with a key, from measurements.
func effort(key crypto.PublicKey) int {
	switch k := key.(type) {
	case *rsa.PublicKey:
		n := k.N.BitLen()/1024 + 1
		// Squarings and, for each bit of the exponent that is set, a product.
		steps := bits.Len(uint(k.E)) + bits.OnesCount(uint(k.E))
		return n*n*steps/18 + 1
	case *ecdsa.PublicKey:
		if k.Curve.Params().BitSize > 256 {
			return 100
		}
		return 10
	case *curve.PublicKey:
		return 4 * k.Curve.Bits()
	case curve.Ed448PublicKey:
		return 1500
	case *dsa.PublicKey:
		n := k.P.BitLen()/1024 + 1
		return n * n * k.Q.BitLen() / 8
	}
	return 10
}
