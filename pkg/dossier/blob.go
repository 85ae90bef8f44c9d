package dossier

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"strings"
)

// maxBuffered bounds what is read into memory of a file that its file system
// cannot read at an offset, in bytes.
const maxBuffered = 256 << 20

// blob is a file in a file system.
type blob struct {
	fsys fs.FS
	path string
}

func (b blob) Open() (File, error) {
	f, err := b.fsys.Open(b.path)
	if err != nil {
		return nil, err
	}
	if file, ok := f.(File); ok {
		return file, nil
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxBuffered+1))
	if err != nil {
		return nil, err
	}
	if len(data) > maxBuffered {
		return nil, fmt.Errorf("%s: larger than %d MiB and not seekable", b.path, maxBuffered>>20)
	}
	return memory{bytes.NewReader(data)}, nil
}

type memory struct{ io.ReaderAt }

func (memory) Close() error { return nil }

// reader is a Blob over bytes that the caller holds open.
type reader struct{ r io.ReaderAt }

func (b reader) Open() (File, error) { return memory{b.r}, nil }

// Single is a source of one dossier with one result: the check before an
// upload. The name is what findings will call the file; a code in it, or in the
// folders of it, is that of the dossier, as it is for [Open].
func Single(name string, r io.ReaderAt, size int64, procedure string) Source {
	formats := CodeFormats()
	g := newGrouping(nil, Options{Formats: formats})
	b := g.byCode(strings.ReplaceAll(name, `\`, "/"))
	d := &Dossier{ID: cmp.Or(b.id, name), Procedure: procedure}
	d.Code, _, _ = FindCode(b.id, formats)
	d.Documents = []*Document{{Path: name, Size: size, Role: Result, OtherCode: b.other, Blob: reader{r}}}
	return single{d}
}

type single struct{ d *Dossier }

func (s single) Dossiers(context.Context) iter.Seq2[*Dossier, error] {
	return func(yield func(*Dossier, error) bool) { yield(s.d, nil) }
}
