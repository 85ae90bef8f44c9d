package tesseract

import "github.com/tthclint/tthclint/pkg/ocr"

func maxPixels(l ocr.Layout) int {
	if l == ocr.Single {
		return MaxLinePixels
	}
	return MaxPixels
}

// tooSmall reports whether no letter fits into a picture.
func tooSmall(p *ocr.Picture) bool { return p.W < 3 || p.H < 3 }

// resolution returns the pixels per inch that Tesseract is told, 0 if unknown:
// it then guesses from the heights of letters.
func resolution(p *ocr.Picture) int {
	if p.DPI < 70 || p.DPI > 2400 { // Tesseract takes nothing else
		return 0
	}
	return int(p.DPI + 0.5)
}
