package sign

import (
	"crypto"
	"crypto/rsa"
	"crypto/subtle"
	"encoding/binary"
	"math/big"
)

// verifyPSS verifies RSASSA-PSS (RFC 8017 clause 8.1.2). crypto/rsa takes one
// hash for the message and for the mask; some signers leave the mask at SHA-1,
// which the standard allows.
func verifyPSS(key *rsa.PublicKey, p pssParams, digest, sig []byte) bool {
	if p.mgf == p.hash && p.hash != shake256 {
		return rsa.VerifyPSS(key, p.hash, digest, sig, &rsa.PSSOptions{SaltLength: p.salt}) == nil
	}
	bits := key.N.BitLen() - 1
	size := (bits + 7) / 8
	s := new(big.Int).SetBytes(sig)
	if len(sig) != key.Size() || s.Cmp(key.N) >= 0 || size < len(digest)+p.salt+2 {
		return false
	}
	em := s.Exp(s, big.NewInt(int64(key.E)), key.N)
	if em.BitLen() > 8*size {
		return false
	}
	return emsaPSS(em.FillBytes(make([]byte, size)), bits, p, digest)
}

// emsaPSS is EMSA-PSS-VERIFY (RFC 8017 clause 9.1.2).
func emsaPSS(em []byte, bits int, p pssParams, digest []byte) bool {
	h := len(digest)
	db, sum1 := em[:len(em)-h-1], em[len(em)-h-1:len(em)-1]
	top := byte(0xff >> (8*len(em) - bits))
	if em[len(em)-1] != 0xbc || db[0]&^top != 0 {
		return false
	}
	mask := mgf1(p.mgf, sum1, len(db))
	for i := range db {
		db[i] ^= mask[i]
	}
	db[0] &= top
	ones := len(db) - p.salt - 1
	for i := range ones {
		if db[i] != 0 {
			return false
		}
	}
	if db[ones] != 1 {
		return false
	}
	w := newHash(p.hash)
	w.Write(make([]byte, 8))
	w.Write(digest)
	w.Write(db[ones+1:])
	return subtle.ConstantTimeCompare(w.Sum(nil), sum1) == 1
}

func mgf1(h crypto.Hash, seed []byte, n int) []byte {
	var out []byte
	for i := uint32(0); len(out) < n; i++ {
		w := newHash(h)
		w.Write(seed)
		w.Write(binary.BigEndian.AppendUint32(nil, i))
		out = w.Sum(out)
	}
	return out[:n]
}
