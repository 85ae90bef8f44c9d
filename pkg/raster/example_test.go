package raster_test

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/tthclint/tthclint/pkg/raster"
)

// Draw each page of a file. A page that is no scan is told from a file that is
// broken.
func Example() {
	f, err := os.Open("ket-qua.pdf")
	if err != nil {
		return
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return
	}
	ctx := context.Background()
	d, err := raster.Open(ctx, f, info.Size(), raster.Limits{})
	if errors.Is(err, raster.ErrEncrypted) || errors.Is(err, raster.ErrUnreadable) {
		return // a finding: nobody can read this file
	}
	if err != nil {
		return
	}
	defer d.Close()
	for n := 1; n <= d.Facts().Pages; n++ {
		page, err := d.Render(ctx, n)
		var why *raster.UnsupportedError
		if errors.As(err, &why) {
			fmt.Println("page", n, "was not checked:", why.Reason)
			continue
		}
		if err != nil {
			return
		}
		fmt.Println("page", n, page.Image.W, "×", page.Image.H, page.Mode, page.DPI)
	}
}
