// Bulk writes a folder of many signed one-page scans, for measuring how time
// and memory grow with a folder:
//
//	go run ./internal/bulk -n 10000 -o DIR [-same]
//
// Each file is the scan of a sample certificate, with a comment of its own in
// the picture so that all bytes differ, signed by a sample agency. With -same
// all files are copies of one.
package main

import (
	"bytes"
	"context"
	"encoding/binary"
	"flag"
	"fmt"
	"image"
	"image/jpeg"
	"os"
	"path/filepath"
	"time"

	"github.com/tthclint/tthclint/pkg/raster"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

func main() {
	n := flag.Int("n", 10000, "number of files")
	out := flag.String("o", "", "folder to write into")
	same := flag.Bool("same", false, "write copies of one file")
	from := flag.String("from", "examples/ho-so/000.16.30.H20-230911-0001/000.16.30.H20-230911-0001-KQ1.pdf", "a PDF that is one colour scan")
	flag.Parse()
	if err := run(*n, *out, *from, *same); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(n int, dir, from string, same bool) error {
	scan, size, err := jpegOf(from)
	if err != nil {
		return err
	}
	root, err := signtest.NewAuthority("bulk", signtest.Subject{CommonName: "Bulk Root (SAMPLE)"})
	if err != nil {
		return err
	}
	agency, err := root.Issue(signtest.Subject{CommonName: "ỦY BAN NHÂN DÂN PHƯỜNG 3"})
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	var content []byte
	for i := range n {
		if content == nil || !same {
			page := signtest.Scan(signtest.Image{
				Data: withComment(scan, i), W: size.X, H: size.Y, Filter: "DCTDecode", Space: "DeviceRGB",
			})
			content, err = signtest.Sign(page, agency, signtest.Options{Time: time.Date(2025, 3, 4, 8, 0, 0, 0, time.UTC)})
			if err != nil {
				return err
			}
		}
		name := fmt.Sprintf("H20.30-250304-%05d-KQ1.pdf", i+1)
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// jpegOf returns the first page of a scan as a JPEG, and its size in pixels.
func jpegOf(path string) ([]byte, image.Point, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, image.Point{}, err
	}
	doc, err := raster.Open(context.Background(), bytes.NewReader(data), int64(len(data)), raster.Limits{})
	if err != nil {
		return nil, image.Point{}, err
	}
	defer doc.Close()
	page, err := doc.Render(context.Background(), 1)
	if err != nil {
		return nil, image.Point{}, err
	}
	p := page.Image
	picture := &image.YCbCr{
		Y: p.Y, Cb: p.Cb, Cr: p.Cr, YStride: p.W, CStride: p.W,
		SubsampleRatio: image.YCbCrSubsampleRatio444, Rect: image.Rect(0, 0, p.W, p.H),
	}
	var out bytes.Buffer
	err = jpeg.Encode(&out, picture, &jpeg.Options{Quality: 65})
	return out.Bytes(), picture.Rect.Max, err
}

// withComment puts a COM segment (ITU-T T.81 B.2.4.5) behind the start of the
// picture.
func withComment(scan []byte, i int) []byte {
	text := fmt.Appendf(nil, "sheet %d", i)
	out := append([]byte{}, scan[:2]...)
	out = append(out, 0xff, 0xfe)
	out = binary.BigEndian.AppendUint16(out, uint16(len(text)+2))
	return append(append(out, text...), scan[2:]...)
}
