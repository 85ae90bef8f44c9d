package pdf

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"encoding/binary"
	"errors"
	"slices"
)

// crypter decrypts with the file key that the empty user password gives
// (ISO 32000-2 7.6.4). Such files open without a question in every viewer, so
// for us they are readable files.
type crypter struct {
	key      []byte
	v5       bool // the file key serves all objects
	strings  method
	streams  method
	metadata bool // /Metadata is encrypted too
}

type method int

const (
	methodNone method = iota
	methodRC4
	methodAES
)

var errCrypt = errors.New("encrypted data malformed")

// openEncryption looks for /Encrypt and tries the empty user password.
func (f *File) openEncryption() {
	f.enc, f.crypt = nil, nil
	var id []byte
	for _, v := range f.views {
		for _, s := range v.secs {
			d := v.Dict(s.trailer.Get("Encrypt"))
			if d == nil {
				continue
			}
			f.enc = d
			if s, ok := firstString(v, s.trailer.Get("ID")); ok {
				id = s
			}
		}
	}
	if f.enc != nil {
		f.crypt = f.newCrypter(f.Latest(), f.enc, id)
	}
}

func firstString(v *View, o Object) ([]byte, bool) {
	a := v.Array(o)
	if len(a) == 0 {
		return nil, false
	}
	s, ok := v.Resolve(a[0]).(String)
	return s.Value, ok
}

func (f *File) newCrypter(v *View, d *Dict, id []byte) *crypter {
	if v.Name(d.Get("Filter")) != "Standard" {
		return nil // public-key security: there is no password to try
	}
	num := func(k Name, def int64) int64 {
		if n, ok := v.Resolve(d.Get(k)).(Integer); ok {
			return int64(n)
		}
		return def
	}
	str := func(k Name) []byte { s, _ := v.Resolve(d.Get(k)).(String); return s.Value }
	ver, rev := num("V", 0), num("R", 0)
	c := &crypter{metadata: true, strings: methodRC4, streams: methodRC4}
	if b, ok := v.Resolve(d.Get("EncryptMetadata")).(Bool); ok {
		c.metadata = bool(b)
	}
	bits := num("Length", 40)
	if ver >= 4 {
		cf := v.Dict(d.Get("CF"))
		c.streams = cryptMethod(v, cf, v.Name(d.Get("StmF")))
		c.strings = cryptMethod(v, cf, v.Name(d.Get("StrF")))
		bits = 128
	}
	if ver == 1 {
		bits = 40
	}
	o, u := str("O"), str("U")
	switch {
	case rev >= 5:
		c.v5 = true
		if c.key = keyR5(u, str("UE"), rev); c.key == nil {
			return nil
		}
	case rev >= 2 && len(o) >= 32 && len(u) >= 32 && bits >= 40 && bits <= 128 && bits%8 == 0:
		c.key = keyR4(o, uint32(num("P", 0)), id, int(rev), int(bits/8), c.metadata)
		if !userR4(c.key, u, id, int(rev)) {
			return nil
		}
	default:
		return nil
	}
	return c
}

func cryptMethod(v *View, cf *Dict, name Name) method {
	if name == "" || name == "Identity" {
		return methodNone
	}
	switch v.Name(v.Dict(cf.Get(name)).Get("CFM")) {
	case "V2":
		return methodRC4
	case "AESV2", "AESV3":
		return methodAES
	}
	return methodNone
}

// padding stands for the empty password (ISO 32000-2 algorithm 2).
var padding = []byte("\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A")

func keyR4(o []byte, p uint32, id []byte, rev, n int, metadata bool) []byte {
	h := md5.New()
	h.Write(padding)
	h.Write(o[:32])
	h.Write(binary.LittleEndian.AppendUint32(nil, p))
	h.Write(id)
	if rev >= 4 && !metadata {
		h.Write([]byte{255, 255, 255, 255})
	}
	key := h.Sum(nil)
	if rev >= 3 {
		for range 50 {
			s := md5.Sum(key[:n])
			key = s[:]
		}
	} else {
		n = 5
	}
	return key[:n]
}

// userR4 checks the password (ISO 32000-2 algorithms 4 to 6).
func userR4(key, u, id []byte, rev int) bool {
	if rev == 2 {
		return slices.Equal(rc4Bytes(key, padding), u[:32])
	}
	h := md5.New()
	h.Write(padding)
	h.Write(id)
	s := h.Sum(nil)
	for i := range 20 {
		k := make([]byte, len(key))
		for j := range key {
			k[j] = key[j] ^ byte(i)
		}
		s = rc4Bytes(k, s)
	}
	return slices.Equal(s, u[:16])
}

func rc4Bytes(key, b []byte) []byte {
	c, err := rc4.NewCipher(key)
	if err != nil {
		return b
	}
	out := make([]byte, len(b))
	c.XORKeyStream(out, b)
	return out
}

// objectKey is the key for one object (ISO 32000-2 algorithm 1).
func (c *crypter) objectKey(ref Ref, m method) []byte {
	if c.v5 {
		return c.key
	}
	b := append(slices.Clone(c.key), byte(ref.Num), byte(ref.Num>>8), byte(ref.Num>>16), byte(ref.Gen), byte(ref.Gen>>8))
	if m == methodAES {
		b = append(b, "sAlT"...)
	}
	s := md5.Sum(b)
	return s[:min(len(c.key)+5, 16)]
}

func (c *crypter) bytes(b []byte, ref Ref, m method) ([]byte, error) {
	switch m {
	case methodRC4:
		return rc4Bytes(c.objectKey(ref, m), b), nil
	case methodAES:
		return aesCBC(c.objectKey(ref, m), b)
	}
	return b, nil
}

// aesCBC decrypts with the vector in front and PKCS #7 padding behind.
func aesCBC(key, b []byte) ([]byte, error) {
	blk, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	if len(b) < 16 {
		return nil, errCrypt
	}
	iv, body := b[:16], slices.Clone(b[16:len(b)-len(b)%16])
	if len(body) == 0 {
		return nil, nil
	}
	cipher.NewCBCDecrypter(blk, iv).CryptBlocks(body, body)
	if n := int(body[len(body)-1]); n >= 1 && n <= 16 && n <= len(body) {
		body = body[:len(body)-n]
	}
	return body, nil
}

// decrypted returns o with its strings decrypted. The /Contents of a signature
// is never encrypted (ISO 32000-2 7.6.2), nor is the encryption dictionary.
func (f *File) decrypted(o Object, ref Ref) Object {
	if f.crypt == nil || f.crypt.strings == methodNone {
		return o
	}
	switch x := o.(type) {
	case String:
		b, err := f.crypt.bytes(x.Value, ref, f.crypt.strings)
		if err != nil {
			return o
		}
		x.Value = b
		return x
	case Array:
		for i := range x {
			x[i] = f.decrypted(x[i], ref)
		}
	case *Dict:
		if x.Get("O") != nil && x.Get("U") != nil && x.Get("P") != nil && x.Get("Filter") != nil {
			return o
		}
		signature := x.Get("ByteRange") != nil
		for i := range x.entries {
			if signature && x.entries[i].key == "Contents" {
				continue
			}
			x.entries[i].value = f.decrypted(x.entries[i].value, ref)
		}
	case *Stream:
		if x.Dict.Get("Type") != Name("XRef") {
			f.decrypted(x.Dict, ref)
		}
	}
	return o
}

// decryptStream decrypts the data of a stream.
func (f *File) decryptStream(s *Stream, data []byte) ([]byte, error) {
	typ := s.Dict.Get("Type")
	if f.enc == nil || typ == Name("XRef") {
		return data, nil
	}
	if f.crypt == nil {
		return nil, ErrEncrypted
	}
	m := f.crypt.streams
	if typ == Name("Metadata") && !f.crypt.metadata {
		return data, nil
	}
	// An own crypt filter is Identity in practice (7.6.6).
	switch fl := s.Dict.Get("Filter").(type) {
	case Name:
		if fl == "Crypt" {
			return data, nil
		}
	case Array:
		if len(fl) > 0 && fl[0] == Name("Crypt") {
			return data, nil
		}
	}
	return f.crypt.bytes(data, s.ref, m)
}
