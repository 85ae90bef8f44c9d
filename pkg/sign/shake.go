package sign

import (
	"crypto"
	"crypto/sha3"
	"hash"
)

// shake256 stands for SHAKE256 with 512 bits of output, the digest of Ed448
// signatures (RFC 8419 clause 2.3), which crypto.Hash has no number for.
const shake256 crypto.Hash = 1 << 16

func newHash(h crypto.Hash) hash.Hash {
	if h == shake256 {
		return &shake{sha3.NewSHAKE256()}
	}
	return h.New()
}

func available(h crypto.Hash) bool { return h == shake256 || h != 0 && h.Available() }

func sum(h crypto.Hash, b []byte) []byte {
	w := newHash(h)
	w.Write(b)
	return w.Sum(nil)
}

// shake is SHAKE256 as a digest of fixed size.
type shake struct{ s *sha3.SHAKE }

func (k *shake) Write(p []byte) (int, error) { return k.s.Write(p) }
func (k *shake) Reset()                      { k.s.Reset() }
func (k *shake) Size() int                   { return 64 }
func (k *shake) BlockSize() int              { return k.s.BlockSize() }

func (k *shake) Sum(b []byte) []byte {
	out := make([]byte, 64)
	state, err := k.s.MarshalBinary()
	if err != nil {
		return nil
	}
	c := sha3.NewSHAKE256()
	if c.UnmarshalBinary(state) != nil {
		return nil
	}
	_, _ = c.Read(out)
	return append(b, out...)
}
