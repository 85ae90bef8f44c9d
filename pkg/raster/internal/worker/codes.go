package worker

import (
	"errors"
	"fmt"

	"github.com/tthclint/tthclint/pkg/raster/internal/pdfium"
)

// codes name the errors of a drawing on the wire.
func codes() map[string]error {
	return map[string]error{
		"open": pdfium.ErrOpen, "pages": pdfium.ErrPages, "shape": pdfium.ErrShape,
		"image": pdfium.ErrImage, "images": pdfium.ErrImages, "failed": pdfium.ErrFailed, "invalid": pdfium.ErrInvalid,
	}
}

func codeOf(err error) string {
	for code, known := range codes() {
		if errors.Is(err, known) {
			return code
		}
	}
	return "failed"
}

func errorOf(code []byte) error {
	if err, ok := codes()[string(code)]; ok {
		return err
	}
	return fmt.Errorf("%w: unknown code", ErrProtocol)
}
