package pdf

// crypter decrypts with the file key of the empty user password.
type crypter struct{}

func (f *File) openEncryption() {
	f.enc, f.crypt = nil, nil
	for _, v := range f.views {
		if d := v.Dict(v.trailer.Get("Encrypt")); d != nil {
			f.enc = d
		}
	}
}

func (f *File) decrypted(o Object, ref Ref) Object { return o }

func (f *File) decryptStream(s *Stream, data []byte) ([]byte, error) {
	if f.enc == nil {
		return data, nil
	}
	return nil, ErrEncrypted
}
