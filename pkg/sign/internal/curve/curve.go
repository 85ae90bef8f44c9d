// Package curve verifies signatures on elliptic curves that the standard library
// does not have: ECDSA on the Brainpool curves (RFC 5639), which German trust
// services use, and Ed448 (RFC 8032).
//
// It only verifies, with public values, so it works with math/big and in
// variable time. All functions may be called concurrently.
package curve

import (
	"encoding/asn1"
	"errors"
	"math/big"
)

// errPoint means that bytes are no point of the curve.
var errPoint = errors.New("curve: not a point of the curve")

// Curve is y² = x³ + ax + b over the integers modulo p, with a generator of
// prime order n and cofactor 1.
type Curve struct {
	Name       string
	p, a, b, n *big.Int
	gx, gy     *big.Int
}

// ByOID returns the curve with an identifier, or nil.
func ByOID(oid asn1.ObjectIdentifier) *Curve {
	if len(oid) != 10 || !oid[:9].Equal(asn1.ObjectIdentifier{1, 3, 36, 3, 3, 2, 8, 1, 1}) {
		return nil
	}
	d, ok := brainpool[oid[9]]
	if !ok {
		return nil
	}
	n := func(s string) *big.Int { v, _ := new(big.Int).SetString(s, 16); return v }
	return &Curve{Name: d.name, p: n(d.p), a: n(d.a), b: n(d.b), n: n(d.n), gx: n(d.x), gy: n(d.y)}
}

// Bits returns the size of the field in bits.
func (c *Curve) Bits() int { return c.p.BitLen() }

// PublicKey is a point of a curve, for ECDSA.
type PublicKey struct {
	Curve *Curve
	x, y  *big.Int
}

// Key returns the public key in an uncompressed or compressed point (SEC 1
// clause 2.3.4). Points that are not on the curve are an error.
func (c *Curve) Key(point []byte) (*PublicKey, error) {
	size := (c.p.BitLen() + 7) / 8
	k := &PublicKey{Curve: c}
	switch {
	case len(point) == 1+2*size && point[0] == 4:
		k.x, k.y = new(big.Int).SetBytes(point[1:1+size]), new(big.Int).SetBytes(point[1+size:])
	case len(point) == 1+size && (point[0] == 2 || point[0] == 3):
		k.x = new(big.Int).SetBytes(point[1:])
		if k.y = new(big.Int).ModSqrt(c.right(k.x), c.p); k.y == nil {
			return nil, errPoint
		}
		if byte(k.y.Bit(0)) != point[0]&1 {
			k.y.Sub(c.p, k.y)
		}
	default:
		return nil, errPoint
	}
	if k.x.Cmp(c.p) >= 0 || k.y.Cmp(c.p) >= 0 {
		return nil, errPoint
	}
	left := new(big.Int).Mul(k.y, k.y)
	if left.Mod(left, c.p).Cmp(c.right(k.x)) != 0 {
		return nil, errPoint
	}
	return k, nil
}

// right returns x³ + ax + b.
func (c *Curve) right(x *big.Int) *big.Int {
	r := new(big.Int).Mul(x, x)
	r.Add(r, c.a)
	r.Mul(r, x)
	r.Add(r, c.b)
	return r.Mod(r, c.p)
}

// Verify verifies an ECDSA signature of a digest (SEC 1 clause 4.1.4).
func (k *PublicKey) Verify(digest []byte, r, s *big.Int) bool {
	c := k.Curve
	if r.Sign() <= 0 || s.Sign() <= 0 || r.Cmp(c.n) >= 0 || s.Cmp(c.n) >= 0 {
		return false
	}
	e := new(big.Int).SetBytes(digest)
	if over := len(digest)*8 - c.n.BitLen(); over > 0 {
		e.Rsh(e, uint(over))
	}
	w := new(big.Int).ModInverse(s, c.n)
	if w == nil {
		return false
	}
	u1, u2 := e.Mul(e, w), new(big.Int).Mul(r, w)
	u1.Mod(u1, c.n)
	u2.Mod(u2, c.n)
	q := c.add(c.multiply(u1, c.gx, c.gy), c.multiply(u2, k.x, k.y))
	x, ok := q.affineX(c.p)
	return ok && x.Mod(x, c.n).Cmp(r) == 0
}

// jacobian is the point (x/z², y/z³); z is 0 at infinity.
type jacobian struct{ x, y, z *big.Int }

func infinity() jacobian { return jacobian{big.NewInt(1), big.NewInt(1), new(big.Int)} }

func (j jacobian) affineX(p *big.Int) (*big.Int, bool) {
	if j.z.Sign() == 0 {
		return nil, false
	}
	zi := new(big.Int).ModInverse(j.z, p)
	zi.Mul(zi, zi)
	zi.Mul(zi, j.x)
	return zi.Mod(zi, p), true
}

func (c *Curve) multiply(k, x, y *big.Int) jacobian {
	base := jacobian{x, y, big.NewInt(1)}
	r := infinity()
	for i := k.BitLen() - 1; i >= 0; i-- {
		if r = c.double(r); k.Bit(i) == 1 {
			r = c.add(r, base)
		}
	}
	return r
}

func (c *Curve) mul(a, b *big.Int) *big.Int { r := new(big.Int).Mul(a, b); return r.Mod(r, c.p) }
func (c *Curve) sub(a, b *big.Int) *big.Int { r := new(big.Int).Sub(a, b); return r.Mod(r, c.p) }

// double and add are the textbook formulas for Jacobian coordinates (Hankerson,
// Menezes, Vanstone, Guide to Elliptic Curve Cryptography, 3.2.2) for any a.
func (c *Curve) double(p jacobian) jacobian {
	if p.z.Sign() == 0 || p.y.Sign() == 0 {
		return infinity()
	}
	yy := c.mul(p.y, p.y)
	s := c.mul(big.NewInt(4), c.mul(p.x, yy))
	zz := c.mul(p.z, p.z)
	m := new(big.Int).Add(c.mul(big.NewInt(3), c.mul(p.x, p.x)), c.mul(c.a, c.mul(zz, zz)))
	x := c.sub(c.mul(m, m), new(big.Int).Lsh(s, 1))
	y := c.sub(c.mul(m, c.sub(s, x)), c.mul(big.NewInt(8), c.mul(yy, yy)))
	return jacobian{x, y, c.mul(big.NewInt(2), c.mul(p.y, p.z))}
}

func (c *Curve) add(p, q jacobian) jacobian {
	if p.z.Sign() == 0 {
		return q
	}
	if q.z.Sign() == 0 {
		return p
	}
	pz, qz := c.mul(p.z, p.z), c.mul(q.z, q.z)
	u1, u2 := c.mul(p.x, qz), c.mul(q.x, pz)
	s1, s2 := c.mul(p.y, c.mul(qz, q.z)), c.mul(q.y, c.mul(pz, p.z))
	h, r := c.sub(u2, u1), c.sub(s2, s1)
	if h.Sign() == 0 {
		if r.Sign() == 0 {
			return c.double(p)
		}
		return infinity()
	}
	hh := c.mul(h, h)
	hhh := c.mul(hh, h)
	v := c.mul(u1, hh)
	x := c.sub(c.sub(c.mul(r, r), hhh), new(big.Int).Lsh(v, 1))
	y := c.sub(c.mul(r, c.sub(v, x)), c.mul(s1, hhh))
	return jacobian{x, y, c.mul(h, c.mul(p.z, q.z))}
}
