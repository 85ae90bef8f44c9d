package raster

import "testing"

// FuzzJPEGHeader wants an answer about any bytes.
func FuzzJPEGHeader(f *testing.F) {
	f.Add([]byte("\xff\xd8\xff\xdb\x00\x43\x00" + string(make([]byte, 64)) + "\xff\xc0\x00\x0b\x08\x00\x10\x00\x10\x01\x01\x11\x00"))
	f.Add([]byte("\xff\xd8\xff\xdb\x00\x84\x11" + string(make([]byte, 130))))
	f.Add([]byte("\xff\xd8\xff\xdb\x00\x43\xe0" + string(make([]byte, 64)))) // no such precision
	f.Add([]byte("\xff\xd8\xff\xe1\x00\x1cExif\x00\x00II*\x00\x08\x00\x00\x00\x01\x00\x9a\x82\x05\x00\x01\x00\x00\x00"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if info := jpegHeader(b); info.luma != nil && len(b) < 64 {
			t.Fatal("no table is that short")
		}
	})
}
