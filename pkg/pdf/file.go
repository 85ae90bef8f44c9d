package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"sync"
	"sync/atomic"
)

// File is an open PDF. Its methods, and those of its views, may be called
// concurrently. The reader it was opened on must stay readable.
type File struct {
	r       io.ReaderAt
	size    int64
	lim     Limits
	base    int64 // what is added to offsets in cross-references
	header  int64
	version string
	revs    []Revision
	views   []*View
	enc     *Dict
	crypt   *crypter // nil when not encrypted or not to be opened

	mu       sync.Mutex
	repairs  []Repair
	cache    map[cacheKey]Object
	stms     map[stmKey]*objStm
	stmSize  int
	entered  map[int64]int // object streams that are being read, by offset
	weight   int           // values in cache
	scanned  *scan
	bufs     sync.Pool
	work     atomic.Int64 // bytes read beyond the first look at an object
	reached  atomic.Int64 // values walked to tell what is in use, over all revisions
	kept     int          // pages kept by views
	index    []numbered   // entries by number, in files with many sections
	boxes    *containers  // object streams of all revisions, once asked for
	writ     map[int64]written
	readings map[readingKey]reading
}

// Repair is a departure from the format that the reader worked around.
type Repair struct {
	Code   string // one of the Repair codes
	Offset int64  // where, -1 for the file as a whole
}

// Codes of repairs.
const (
	RepairHeaderOffset   = "header-offset"       // data before the header
	RepairStartXRef      = "startxref"           // startxref missing or wrong
	RepairXRefRebuilt    = "xref-rebuilt"        // cross-references rebuilt by scanning
	RepairPrevBroken     = "prev-broken"         // an older cross-reference section cannot be read
	RepairPrevLoop       = "prev-loop"           // /Prev leads in a circle
	RepairPrevRelinked   = "prev-relinked"       // /Prev leads nowhere; all readings of the file agree on what comes before
	RepairObjectOffset   = "object-offset"       // an object is not where its entry says
	RepairStreamLength   = "stream-length"       // /Length is wrong
	RepairEOFMissing     = "eof-missing"         // no %%EOF where a revision ends
	RepairTrailingData   = "trailing-data"       // data after the end of the last revision
	RepairUnlinkedData   = "unlinked-data"       // data between two revisions that belongs to none
	RepairHybridMismatch = "hybrid-inconsistent" // table and /XRefStm disagree about an object in use
)

// Open reads the structure of the PDF in r, size bytes long. It reads no page
// and no picture, and keeps r.
//
// Errors: [ErrNotPDF] when there is no header, *[SyntaxError] when neither the
// cross-references nor a scan find a document catalog (a truncated file, for
// one), or what r returned. An encrypted file opens; see [File.Encrypted].
func Open(r io.ReaderAt, size int64, l Limits) (f *File, err error) {
	defer func() {
		// The parser is fuzzed, but a bad file must never end the caller.
		if p := recover(); p != nil {
			f, err = nil, &SyntaxError{Offset: -1, Msg: fmt.Sprintf("internal: %v", p)}
		}
	}()
	f = &File{r: r, size: size, lim: l.withDefaults(size), cache: make(map[cacheKey]Object), stms: make(map[stmKey]*objStm)}
	if err := f.readHeader(); err != nil {
		return nil, err
	}
	secs, err := f.readChain()
	if err == nil {
		f.setRevisions(groupSections(secs))
		f.openEncryption()
		if f.pagesReadable() {
			f.noteTrailing()
			return f, nil
		}
		if f.Locked() {
			return nil, ErrEncrypted
		}
		err = &SyntaxError{Offset: -1, Msg: "document catalog or page tree not found"}
	}
	var se *SyntaxError
	if !errors.As(err, &se) {
		return nil, err // the reader failed, scanning would as well
	}
	if f.relink() {
		f.noteTrailing()
		return f, nil
	}
	if err2 := f.rebuild(); err2 != nil {
		if errors.As(err2, &se) {
			return nil, &SyntaxError{Offset: -1, Msg: "unreadable or truncated", Err: err}
		}
		return nil, err2
	}
	f.noteTrailing()
	return f, nil
}

// Size returns the size of the file in bytes.
func (f *File) Size() int64 { return f.size }

// HeaderOffset returns where "%PDF-" stands; it should be 0.
func (f *File) HeaderOffset() int64 { return f.header }

// HeaderVersion returns the version in the header, such as "1.7".
func (f *File) HeaderVersion() string { return f.version }

// Version returns the version that counts: the later of the header and the
// catalog's /Version (ISO 32000-2 7.5.2).
func (f *File) Version() string {
	v, _ := f.Latest().Resolve(f.Latest().Catalog().Get("Version")).(Name)
	if len(v) == 3 && v[1] == '.' && string(v) > f.version {
		return string(v)
	}
	return f.version
}

// Encrypted tells whether the file has an encryption dictionary. What the empty
// user password opens is then read as if it were not; otherwise strings are as
// stored and compressed objects end in [ErrEncrypted].
func (f *File) Encrypted() bool { return f.enc != nil }

// Locked tells whether the file is encrypted and the empty user password does
// not open it.
func (f *File) Locked() bool { return f.enc != nil && f.crypt == nil }

// Repairs returns what was worked around up to now: reading more objects may
// add to it.
func (f *File) Repairs() []Repair {
	f.mu.Lock()
	defer f.mu.Unlock()
	return append([]Repair(nil), f.repairs...)
}

func (f *File) repaired(code string, off int64) {
	f.mu.Lock()
	defer f.mu.Unlock()
	// The same place may be read more than once, and a hostile file may need
	// no end of repairs.
	if len(f.repairs) >= 100 {
		return
	}
	for _, r := range f.repairs {
		if r.Code == code && r.Offset == off {
			return
		}
	}
	f.repairs = append(f.repairs, Repair{code, off})
}

// readHeader finds "%PDF-" in the first KiB (ISO 32000-2 annex I, note 13 of
// older editions: readers accept a header there).
func (f *File) readHeader() error {
	b, err := f.read(0, 1024+16)
	if err != nil {
		return err
	}
	i := bytes.Index(b, []byte("%PDF-"))
	if i < 0 {
		return ErrNotPDF
	}
	f.header = int64(i)
	if i > 0 {
		f.repaired(RepairHeaderOffset, 0)
	}
	v := b[i+5:]
	n := 0
	for n < len(v) && n < 8 && (isDigit(v[n]) || v[n] == '.') {
		n++
	}
	f.version = string(v[:n])
	return nil
}

// read returns up to n bytes at off; fewer only at the end of the file.
func (f *File) read(off int64, n int) ([]byte, error) {
	if off < 0 || off > f.size {
		return nil, syntax(off, "offset outside the file")
	}
	b := make([]byte, min(int64(n), f.size-off))
	return b, f.readFull(b, off)
}

func (f *File) readFull(b []byte, off int64) error {
	if len(b) == 0 {
		return nil
	}
	n, err := f.r.ReadAt(b, off)
	if n == len(b) {
		return nil
	}
	if err == nil || err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return fmt.Errorf("pdf: read at %d: %w", off, err)
}

// spend counts bytes that are read over and over: a file in which every object
// runs to the end of the file would otherwise cost the square of its size.
func (f *File) spend(n, off int64) error {
	if f.work.Add(n) > f.lim.Work {
		return &SyntaxError{Offset: off, Msg: "too much work", Err: ErrLimit}
	}
	return nil
}

// firstWindow is what is read of an object at first; most are smaller.
const firstWindow = 2048

// parseAt calls fn with a lexer at off, again with a larger window as long as
// fn meets the end of the window. Nothing may keep the lexer's bytes.
func (f *File) parseAt(off int64, fn func(*lexer) error) error {
	if off < 0 || off >= f.size {
		return syntax(off, "offset outside the file")
	}
	for n := int64(firstWindow); ; n *= 4 {
		n = min(n, f.size-off)
		if n > firstWindow {
			if err := f.spend(n, off); err != nil {
				return err
			}
		}
		buf, _ := f.bufs.Get().(*[]byte)
		if buf == nil || int64(cap(*buf)) < n {
			b := make([]byte, n)
			buf = &b
		}
		b := (*buf)[:n]
		if err := f.readFull(b, off); err != nil {
			return err
		}
		x := lexer{b: b, base: off, eof: off+n == f.size, depth: f.lim.Depth, token: f.lim.Token}
		err := fn(&x)
		if n <= 1<<20 {
			f.bufs.Put(buf)
		}
		if !x.more || x.eof {
			return err
		}
		if n >= f.lim.Object {
			return &SyntaxError{Offset: off, Msg: "object too large", Err: ErrLimit}
		}
	}
}
