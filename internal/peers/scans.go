package main

import (
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"time"

	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// makeScans writes n distinct signed scans of about size bytes: a page for each
// begun megabyte, of random data in the place of JPEG streams, which no
// verifier decodes; RSA-2048, SHA-256, adbe.pkcs7.detached.
func makeScans(dir string, n, size int) error {
	root, err := signtest.NewAuthority("peers", signtest.Subject{CommonName: "Peers Root (SAMPLE)"})
	if err != nil {
		return err
	}
	agency, err := root.Issue(signtest.Subject{CommonName: "ỦY BAN NHÂN DÂN PHƯỜNG 3"})
	if err != nil {
		return err
	}
	pages := max(1, (size+1<<19)>>20)
	images := make([]signtest.Image, pages)
	for i := range n {
		var seed [32]byte
		binary.LittleEndian.PutUint64(seed[:], uint64(i))
		rng := rand.NewChaCha8(seed)
		for k := range images {
			data := make([]byte, size/pages)
			_, _ = rng.Read(data) // never fails
			images[k] = signtest.Image{W: 1654, H: 2339, Filter: "DCTDecode", Space: "DeviceRGB", Data: data}
		}
		signed, err := signtest.Sign(signtest.Scan(images...), agency, signtest.Options{SubFilter: signtest.PKCS7, Time: time.Date(2025, 3, 4, 8, 0, 0, 0, time.UTC)})
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("scan-%05d.pdf", i+1)), signed, 0o644); err != nil {
			return err
		}
	}
	return nil
}
