package main

import (
	"errors"
	"fmt"
	"image"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/report/overlay"
)

// gallery writes pictures of pages with what was read on them. A nil gallery
// writes none.
type gallery struct {
	path   string
	folder bool // path is a folder; each file gets pictures of its own name
	force  bool // pictures that are there from before may be written over
	lang   msg.Lang
	taken  map[string]bool // paths of this run, as a file system sees them that knows no case
}

// newGallery takes a folder that is there, or for one file the name of a
// picture.
func newGallery(path string, several, force bool, lang msg.Lang) (*gallery, error) {
	if path == "" {
		return nil, nil
	}
	info, err := os.Stat(path)
	folder := err == nil && info.IsDir()
	if several && !folder {
		return nil, &userError{what: textPNGSeveral.With("path", path), remedy: textPNGSeveralRemedy.With()}
	}
	return &gallery{path, folder, force, lang, map[string]bool{}}, nil
}

// show is the pictures of one file. That of its only page has the plain name;
// where there are several they are numbered.
type show struct {
	gallery *gallery
	plain   string      // path
	first   *image.RGBA // of the first page, as long as it is the only one
	page    int         // its number
	several bool
}

func (g *gallery) file(name string) *show {
	switch {
	case g == nil:
		return nil
	case g.folder:
		return &show{gallery: g, plain: filepath.Join(g.path, pictureName(strings.TrimPrefix(filepath.ToSlash(name), "/")))}
	}
	return &show{gallery: g, plain: g.path}
}

func (s *show) add(p *check.InspectedPage) error {
	if s == nil || p.Picture == nil {
		return nil
	}
	im := overlay.Draw(p.Picture, p.Reading, overlay.Options{MaxWidth: inspectWidth, Lang: s.gallery.lang})
	if s.first == nil && !s.several {
		s.first, s.page = im, p.Page
		return nil
	}
	if first := s.first; first != nil {
		s.first, s.several = nil, true
		if err := s.gallery.write(s.numbered(s.page), first); err != nil {
			return err
		}
	}
	return s.gallery.write(s.numbered(p.Page), im)
}

func (s *show) numbered(page int) string {
	ext := filepath.Ext(s.plain)
	return fmt.Sprintf("%s-%d%s", strings.TrimSuffix(s.plain, ext), page, ext)
}

// inspectWidth is that of an A4 page at 200 dpi in pixels.
const inspectWidth = 1700

func (s *show) finish() error {
	if s == nil || s.first == nil {
		return nil
	}
	return s.gallery.write(s.plain, s.first)
}

// write writes a picture under a name that no other of this run has.
func (g *gallery) write(path string, im image.Image) error {
	ext := filepath.Ext(path)
	free := path
	for n := 2; g.taken[strings.ToLower(free)]; n++ {
		free = fmt.Sprintf("%s (%d)%s", strings.TrimSuffix(path, ext), n, ext)
	}
	g.taken[strings.ToLower(free)] = true
	return writePicture(free, g.force, func(f *os.File) error { return overlay.Encode(f, im) })
}

// writePicture writes a file that is there whole or not at all. Only with force
// it may be there before.
func writePicture(path string, force bool, write func(*os.File) error) error {
	flags := os.O_WRONLY | os.O_CREATE | os.O_TRUNC
	if !force {
		flags |= os.O_EXCL
	}
	file, err := os.OpenFile(path, flags, 0o666)
	switch {
	case errors.Is(err, fs.ErrExist):
		return &userError{what: textPNGExists.With("path", path), remedy: textPNGExistsRemedy.With(), err: err}
	case errors.Is(err, fs.ErrNotExist):
		return &userError{what: textPNGNoFolder.With("folder", filepath.Dir(path)), remedy: textPNGSeveralRemedy.With(), err: err}
	case err != nil:
		return cannotCreate(path, err)
	}
	err = write(file)
	if cerr := file.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		_ = os.Remove(path)
		return cannotCreate(path, err)
	}
	return nil
}

// drawSmall writes a picture for documents.
func drawSmall(path string, im image.Image) error {
	return writePicture(path, true, func(f *os.File) error { return overlay.EncodeSmall(f, im) })
}
