package signtest

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rsa"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math/big"
	"sync"
)

// Key is a kind of key.
type Key string

// Kinds of key. The zero value means RSA2048.
const (
	RSA1024 Key = "rsa1024"
	RSA2048 Key = "rsa2048"
	RSA3072 Key = "rsa3072"
	RSAExp3 Key = "rsa2048e3" // public exponent 3, which careless verifiers of PKCS #1 v1.5 do not survive
	P256    Key = "p256"
	P384    Key = "p384"
	P521    Key = "p521"
	Ed25519 Key = "ed25519"
)

// stream is SHA-256 in counter mode over a seed. crypto/rsa no longer takes its
// randomness from the caller, so that keys that come out the same every time
// have to be made by hand.
type stream struct {
	seed [32]byte
	n    uint64
	buf  []byte
}

func newStream(seed string) *stream { return &stream{seed: sha256.Sum256([]byte(seed))} }

func (s *stream) Read(p []byte) (int, error) {
	for i := range p {
		if len(s.buf) == 0 {
			h := sha256.Sum256(binary.BigEndian.AppendUint64(s.seed[:], s.n))
			s.n++
			s.buf = h[:]
		}
		p[i], s.buf = s.buf[0], s.buf[1:]
	}
	return len(p), nil
}

func (s *stream) bytes(n int) []byte {
	b := make([]byte, n)
	_, _ = s.Read(b)
	return b
}

// keys holds those made so far: the same seeds come up again and again, and an RSA
// key takes a sixth of a second.
var keys sync.Map

type keyID struct {
	kind Key
	seed [32]byte
}

// newKey makes the key of a fresh stream.
func newKey(kind Key, s *stream) (crypto.Signer, error) {
	id := keyID{kind, s.seed}
	if k, ok := keys.Load(id); ok {
		return k.(crypto.Signer), nil
	}
	k, err := makeKey(kind, s)
	if err == nil {
		keys.Store(id, k)
	}
	return k, err
}

func makeKey(kind Key, s *stream) (crypto.Signer, error) {
	switch kind {
	case "", RSA2048:
		return rsaKey(2048, 65537, s)
	case RSA1024:
		return rsaKey(1024, 65537, s)
	case RSA3072:
		return rsaKey(3072, 65537, s)
	case RSAExp3:
		return rsaKey(2048, 3, s)
	case P256:
		return ecKey(elliptic.P256(), s)
	case P384:
		return ecKey(elliptic.P384(), s)
	case P521:
		return ecKey(elliptic.P521(), s)
	case Ed25519:
		return ed25519.NewKeyFromSeed(s.bytes(32)), nil
	}
	return nil, fmt.Errorf("signtest: unknown kind of key %q", kind)
}

func ecKey(c elliptic.Curve, s *stream) (crypto.Signer, error) {
	n := (c.Params().BitSize + 7) / 8
	for {
		b := s.bytes(n)
		if c.Params().BitSize == 521 {
			b[0] &= 1
		}
		if k, err := ecdsa.ParseRawPrivateKey(c, b); err == nil {
			return k, nil
		}
	}
}

func rsaKey(bits, exponent int, s *stream) (crypto.Signer, error) {
	e := big.NewInt(int64(exponent))
	one := big.NewInt(1)
	for {
		p, q := prime(bits/2, s), prime(bits/2, s)
		n := new(big.Int).Mul(p, q)
		if p.Cmp(q) == 0 || n.BitLen() != bits {
			continue
		}
		phi := new(big.Int).Mul(new(big.Int).Sub(p, one), new(big.Int).Sub(q, one))
		d := new(big.Int).ModInverse(e, phi)
		if d == nil {
			continue
		}
		k := &rsa.PrivateKey{PublicKey: rsa.PublicKey{N: n, E: exponent}, D: d, Primes: []*big.Int{p, q}}
		k.Precompute()
		if bits >= 1024 {
			if err := k.Validate(); err != nil {
				return nil, fmt.Errorf("signtest: %w", err)
			}
		}
		return k, nil
	}
}

func prime(bits int, s *stream) *big.Int {
	for {
		b := s.bytes(bits / 8)
		b[0] |= 0xC0
		b[len(b)-1] |= 1
		if p := new(big.Int).SetBytes(b); p.ProbablyPrime(20) {
			return p
		}
	}
}
