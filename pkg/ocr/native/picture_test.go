package native_test

import (
	"image"
	"image/png"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/ocr"
)

func picture(t *testing.T, name string) *ocr.Picture {
	t.Helper()
	f, err := os.Open(name)
	require.NoError(t, err)
	defer f.Close()
	img, err := png.Decode(f)
	require.NoError(t, err)
	g := img.(*image.Gray)
	return &ocr.Picture{W: g.Rect.Dx(), H: g.Rect.Dy(), Pix: g.Pix, DPI: 150}
}
