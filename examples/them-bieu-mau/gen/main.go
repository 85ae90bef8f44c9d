// Command gen draws the scans of examples/them-bieu-mau again. Run it from the
// root of the repository:
//
//	go run ./examples/them-bieu-mau/gen
//
// It needs the fonts of Debian's fonts-liberation2; the pages it writes hold
// pictures only, and nobody on them is real.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"github.com/tthclint/tthclint/internal/sample/handover"
	"github.com/tthclint/tthclint/internal/sample/paper"
)

// scans are the files: five sheets to learn from, and four to test with, of
// other people, scanned otherwise.
var scans = map[string]handover.Spec{
	"quet/to-1.pdf": {Seed: 11, Giver: true, Receiver: true, Seal: true},
	"quet/to-2.pdf": {Seed: 12, Giver: true, Receiver: true, Seal: true, Skew: 0.4, Shift: true},
	"quet/to-3.pdf": {Seed: 13, Giver: true, Receiver: true, Seal: true, Skew: -0.3, Shift: true, Grey: true},
	"quet/to-4.pdf": {Seed: 14, Giver: true, Seal: true, Shift: true},
	"quet/to-5.pdf": {Seed: 15, Giver: true, Receiver: true, Seal: true, Skew: 0.2, Shift: true},

	"mau-rieng/thu-1.pdf": {Seed: 21, Giver: true, Receiver: true, Seal: true, Skew: -0.8, Shift: true},
	"mau-rieng/thu-2.pdf": {Seed: 22, Giver: true, Seal: true, Shift: true, DPI: 200, Quality: 35},
	"mau-rieng/thu-3.pdf": {Seed: 23, Receiver: true, Shift: true, Skew: 1.1, Grey: true},
	"mau-rieng/thu-4.pdf": {Seed: 24, Giver: true, Receiver: true, Rotation: 180, Shift: true},
}

func main() {
	fonts := flag.String("fonts", "/usr/share/fonts/truetype/liberation2", "folder with LiberationSerif-*.ttf")
	out := flag.String("out", "examples/them-bieu-mau", "folder to write into")
	flag.Parse()
	if err := write(*out, *fonts); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func write(out, fonts string) error {
	faces, err := paper.LoadFaces(fonts)
	if err != nil {
		return err
	}
	for name, spec := range scans {
		pdf, _, err := handover.Draw(faces, spec)
		if err != nil {
			return err
		}
		path := filepath.Join(out, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, pdf, 0o644); err != nil {
			return err
		}
	}
	return nil
}
