package signtest

import (
	"crypto"
	"crypto/rsa"
	"encoding/binary"
	"fmt"
	"math/big"
)

// signPSS makes an RSASSA-PSS signature (RFC 8017 clause 8.1). crypto/rsa takes
// its salt from the system, and has one digest for the message and the mask;
// here the salt comes from the message and the digests may differ.
func signPSS(k *rsa.PrivateKey, h, mgf crypto.Hash, digest []byte) ([]byte, error) {
	bits := k.N.BitLen() - 1
	em := make([]byte, (bits+7)/8)
	salt := newStream("salt" + string(digest)).bytes(h.Size())
	if len(em) < 2*h.Size()+2 {
		return nil, fmt.Errorf("signtest: key of %d bits is too small for PSS with %v", bits, h)
	}
	w := h.New()
	w.Write(make([]byte, 8))
	w.Write(digest)
	w.Write(salt)
	sum := w.Sum(nil)
	db := em[:len(em)-h.Size()-1]
	db[len(db)-len(salt)-1] = 1
	copy(db[len(db)-len(salt):], salt)
	mask(db, mgf, sum)
	db[0] &= 0xff >> (8*len(em) - bits)
	copy(em[len(db):], sum)
	em[len(em)-1] = 0xbc
	return rawRSA(k, em), nil
}

// mask applies MGF1 (RFC 8017 B.2.1).
func mask(out []byte, h crypto.Hash, seed []byte) {
	for i := 0; i*h.Size() < len(out); i++ {
		w := h.New()
		w.Write(seed)
		w.Write(binary.BigEndian.AppendUint32(nil, uint32(i)))
		for j, b := range w.Sum(nil) {
			if n := i*h.Size() + j; n < len(out) {
				out[n] ^= b
			}
		}
	}
}

func rawRSA(k *rsa.PrivateKey, em []byte) []byte {
	s := new(big.Int).Exp(new(big.Int).SetBytes(em), k.D, k.N)
	return s.FillBytes(make([]byte, (k.N.BitLen()+7)/8))
}
