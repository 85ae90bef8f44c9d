package main

import (
	"fmt"
	"image"
	"os"
	"path/filepath"
	"strings"

	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/report/overlay"
)

// gallery writes pictures of pages with what was read on them. A nil gallery
// writes none.
type gallery struct {
	path   string
	folder bool // path is a folder; each file gets pictures of its own name
}

// newGallery takes a folder that is there, or for one file the name of a
// picture.
func newGallery(path string, several bool) (*gallery, error) {
	if path == "" {
		return nil, nil
	}
	info, err := os.Stat(path)
	folder := err == nil && info.IsDir()
	if several && !folder {
		return nil, &userError{what: textPNGSeveral.With("path", path), remedy: textPNGSeveralRemedy.With()}
	}
	return &gallery{path, folder}, nil
}

// show is the pictures of one file. That of its only page has the plain name;
// where there are several they are numbered.
type show struct {
	plain string // path
	first string // path of the first picture, numbered
	drawn int
}

func (g *gallery) file(name string) *show {
	switch {
	case g == nil:
		return nil
	case g.folder:
		return &show{plain: filepath.Join(g.path, pictureName(strings.TrimPrefix(filepath.ToSlash(name), "/")))}
	}
	return &show{plain: g.path}
}

func (s *show) add(p *check.InspectedPage) error {
	if s == nil || p.Picture == nil {
		return nil
	}
	ext := filepath.Ext(s.plain)
	path := fmt.Sprintf("%s-%d%s", strings.TrimSuffix(s.plain, ext), p.Page, ext)
	if s.drawn++; s.drawn == 1 {
		s.first = path
	}
	return writePicture(path, func(f *os.File) error {
		return overlay.Encode(f, overlay.Draw(p.Picture, p.Reading, overlay.Options{MaxWidth: inspectWidth}))
	})
}

// inspectWidth is that of an A4 page at 200 dpi in pixels.
const inspectWidth = 1700

func (s *show) finish() error {
	if s == nil || s.drawn != 1 {
		return nil
	}
	if err := os.Rename(s.first, s.plain); err != nil {
		return cannotWrite(err)
	}
	return nil
}

// writePicture writes a file that is there whole or not at all.
func writePicture(path string, write func(*os.File) error) error {
	file, err := os.Create(path)
	if err != nil {
		return cannotWrite(err)
	}
	err = write(file)
	if cerr := file.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		_ = os.Remove(path)
		return cannotWrite(err)
	}
	return nil
}

// drawSmall writes a picture for documents.
func drawSmall(path string, im image.Image) error {
	return writePicture(path, func(f *os.File) error { return overlay.EncodeSmall(f, im) })
}
