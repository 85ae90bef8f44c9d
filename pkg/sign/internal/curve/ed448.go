package curve

import (
	"bytes"
	"crypto/sha3"
	"math/big"
	"slices"
)

// Ed448PublicKey is an encoded point (RFC 8032 clause 5.2.2), 57 bytes.
type Ed448PublicKey []byte

// Sizes of RFC 8032 clause 5.2.
const (
	Ed448KeySize       = 57
	Ed448SignatureSize = 114
)

// x² + y² = 1 + dx²y² over the integers modulo p; base point and order (RFC 8032
// clause 5.2).
var (
	ed448P = new(big.Int).Sub(new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 448), new(big.Int).Lsh(big.NewInt(1), 224)), big.NewInt(1))
	ed448D = new(big.Int).Sub(ed448P, big.NewInt(39081))
	ed448X = decimal("224580040295924300187604334099896036246789641632564134246125461686950415467406032909029192869357953282578032075146446173674602635247710")
	ed448Y = decimal("298819210078481492676017930443930673437544040154080242095928241372331506189835876003536878655418784733982303233503462500531545062832660")
	ed448L = new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 446), decimal("13818066809895115352007386748515426880336692474882178609894547503885"))
)

func decimal(s string) *big.Int { v, _ := new(big.Int).SetString(s, 10); return v }

// VerifyEd448 verifies a signature of a message with an empty context.
func VerifyEd448(key Ed448PublicKey, message, sig []byte) bool {
	if len(key) != Ed448KeySize || len(sig) != Ed448SignatureSize {
		return false
	}
	a, ok1 := decodePoint(key)
	r, ok2 := decodePoint(sig[:57])
	s := littleEndian(sig[57:])
	if !ok1 || !ok2 || s.Cmp(ed448L) >= 0 {
		return false
	}
	h := sha3.NewSHAKE256()
	for _, b := range [][]byte{[]byte("SigEd448"), {0, 0}, sig[:57], key, message} {
		_, _ = h.Write(b)
	}
	sum := make([]byte, 114)
	_, _ = h.Read(sum)
	k := littleEndian(sum)
	k.Mod(k, ed448L)
	left := multiplyPoint(s, projective{ed448X, ed448Y, big.NewInt(1)})
	right := addPoints(r, multiplyPoint(k, a))
	// The cofactor is 4: both sides are compared after multiplying by it.
	for range 2 {
		left, right = addPoints(left, left), addPoints(right, right)
	}
	return samePoint(left, right)
}

func littleEndian(b []byte) *big.Int {
	b = bytes.Clone(b)
	slices.Reverse(b)
	return new(big.Int).SetBytes(b)
}

// projective is the point (x/z, y/z).
type projective struct{ x, y, z *big.Int }

func mod448(v *big.Int) *big.Int { return v.Mod(v, ed448P) }

func mul448(a, b *big.Int) *big.Int { return mod448(new(big.Int).Mul(a, b)) }

func decodePoint(b []byte) (p projective, ok bool) {
	sign := b[56] >> 7
	if b[56]&0x7f != 0 {
		return p, false
	}
	y := littleEndian(b[:56])
	if y.Cmp(ed448P) >= 0 {
		return p, false
	}
	yy := mul448(y, y)
	u := mod448(new(big.Int).Sub(yy, big.NewInt(1)))
	v := mod448(new(big.Int).Sub(mul448(ed448D, yy), big.NewInt(1)))
	vi := new(big.Int).ModInverse(v, ed448P)
	if vi == nil {
		return p, false
	}
	x := new(big.Int).ModSqrt(mul448(u, vi), ed448P)
	if x == nil || x.Sign() == 0 && sign == 1 {
		return p, false
	}
	if byte(x.Bit(0)) != sign {
		x.Sub(ed448P, x)
	}
	return projective{x, y, big.NewInt(1)}, true
}

// addPoints is complete: it holds for equal points and for the neutral one (RFC
// 8032 clause 5.2.4).
func addPoints(p, q projective) projective {
	a := mul448(p.z, q.z)
	b := mul448(a, a)
	c, d := mul448(p.x, q.x), mul448(p.y, q.y)
	e := mul448(ed448D, mul448(c, d))
	f, g := mod448(new(big.Int).Sub(b, e)), mod448(new(big.Int).Add(b, e))
	h := mul448(new(big.Int).Add(p.x, p.y), new(big.Int).Add(q.x, q.y))
	h = mod448(h.Sub(h, c).Sub(h, d))
	return projective{mul448(a, mul448(f, h)), mul448(a, mul448(g, mod448(new(big.Int).Sub(d, c)))), mul448(f, g)}
}

func multiplyPoint(k *big.Int, p projective) projective {
	r := projective{new(big.Int), big.NewInt(1), big.NewInt(1)}
	for i := k.BitLen() - 1; i >= 0; i-- {
		if r = addPoints(r, r); k.Bit(i) == 1 {
			r = addPoints(r, p)
		}
	}
	return r
}

func samePoint(p, q projective) bool {
	return mul448(p.x, q.z).Cmp(mul448(q.x, p.z)) == 0 && mul448(p.y, q.z).Cmp(mul448(q.y, p.z)) == 0
}
