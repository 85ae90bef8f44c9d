package pdf

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha256"
	"crypto/sha512"
)

// keyR5 returns the file key of revisions 5 and 6 for the empty user password,
// or nil when it is not the password (ISO 32000-2 algorithms 2.A and 11).
func keyR5(u, ue []byte, rev int64) []byte {
	if len(u) < 48 || len(ue) < 32 || rev > 6 {
		return nil
	}
	hash := func(salt []byte) []byte {
		if rev == 5 {
			h := sha256.Sum256(salt)
			return h[:]
		}
		return hash2B(salt)
	}
	if !bytes.Equal(hash(u[32:40]), u[:32]) {
		return nil
	}
	blk, err := aes.NewCipher(hash(u[40:48]))
	if err != nil {
		return nil
	}
	key := make([]byte, 32)
	cipher.NewCBCDecrypter(blk, make([]byte, 16)).CryptBlocks(key, ue[:32])
	return key
}

// hash2B is algorithm 2.B for the empty password and no user key.
func hash2B(salt []byte) []byte {
	h := sha256.Sum256(salt)
	k := h[:]
	for i := 0; ; i++ {
		e := bytes.Repeat(k, 64)
		blk, err := aes.NewCipher(k[:16])
		if err != nil {
			return nil
		}
		cipher.NewCBCEncrypter(blk, k[16:32]).CryptBlocks(e, e)
		mod := 0
		for _, c := range e[:16] {
			mod += int(c)
		}
		switch mod % 3 {
		case 0:
			s := sha256.Sum256(e)
			k = s[:]
		case 1:
			s := sha512.Sum384(e)
			k = s[:]
		default:
			s := sha512.Sum512(e)
			k = s[:]
		}
		if i >= 63 && int(e[len(e)-1]) <= i-31 {
			return k[:32]
		}
	}
}
