package pdfwrite

import (
	"crypto/aes"
	stdcipher "crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"encoding/binary"
	"fmt"
)

// Encrypted writes the PDF so that it opens only with a password: the standard
// security handler, revision 4, with AES of 128 bits (ISO 32000-1 7.6).
func Encrypted(p Page, info Info, password string) []byte {
	return write(p, info, newCipher(password, fileID(p)))
}

// cipher encrypts the streams of one file. A nil cipher leaves them.
type cipher struct {
	key         []byte
	owner, user []byte
}

const permissions = -3904 // nothing but viewing

var padding = []byte("\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A")

func newCipher(password string, id []byte) *cipher {
	pw := append([]byte(password), padding...)[:32]
	c := &cipher{}

	// Algorithm 3: the owner's entry; the owner has the same password.
	sum := md5.Sum(pw)
	for range 50 {
		sum = md5.Sum(sum[:])
	}
	c.owner = rounds(sum[:], pw)

	// Algorithm 2: the key.
	h := md5.New()
	h.Write(pw)
	h.Write(c.owner)
	perm := int32(permissions)
	binary.Write(h, binary.LittleEndian, perm)
	h.Write(id)
	c.key = h.Sum(nil)
	for range 50 {
		sum := md5.Sum(c.key)
		c.key = sum[:]
	}

	// Algorithm 5: the user's entry.
	check := md5.Sum(append(append([]byte{}, padding...), id...))
	c.user = append(rounds(c.key, check[:]), make([]byte, 16)...)
	return c
}

// rounds is the twentyfold RC4 of algorithms 3 and 5.
func rounds(key, data []byte) []byte {
	out := append([]byte{}, data...)
	k := make([]byte, len(key))
	for i := range 20 {
		for j := range key {
			k[j] = key[j] ^ byte(i)
		}
		r, err := rc4.NewCipher(k)
		if err != nil {
			panic(err) // the key has 16 bytes
		}
		r.XORKeyStream(out, out)
	}
	return out
}

func (c *cipher) dictionary() string {
	return fmt.Sprintf("<</Filter /Standard /V 4 /R 4 /Length 128 /P %d /O <%x> /U <%x> /CF <</StdCF <</CFM /AESV2 /AuthEvent /DocOpen /Length 16>>>> /StmF /StdCF /StrF /StdCF>>", permissions, c.owner, c.user)
}

// encrypt encrypts the data of an object (algorithm 1). The initialization
// vector is fixed, so that the file is the same every time; nothing secret is
// in it.
func (c *cipher) encrypt(object int, data []byte) []byte {
	if c == nil {
		return data
	}
	key := md5.Sum(append(append([]byte{}, c.key...), byte(object), byte(object>>8), byte(object>>16), 0, 0, 's', 'A', 'l', 'T'))
	block, err := aes.NewCipher(key[:])
	if err != nil {
		panic(err) // the key has 16 bytes
	}
	pad := 16 - len(data)%16
	data = append([]byte{}, data...)
	for range pad {
		data = append(data, byte(pad))
	}
	iv := md5.Sum(fmt.Appendf(nil, "%x %d", c.user, object))
	stdcipher.NewCBCEncrypter(block, iv[:]).CryptBlocks(data, data)
	return append(iv[:], data...)
}
