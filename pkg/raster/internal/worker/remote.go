package worker

import (
	"errors"
	"io"
)

// blockSize is what is asked for at once: PDFium reads in small steps.
const blockSize = 64 << 10

// keptBlocks bounds what is kept of the document.
const keptBlocks = 16

// remote is the document as the process sees it: an io.ReaderAt that asks the
// caller. Not for use by several goroutines.
type remote struct {
	size   int64
	ask    func(at int64, n int) ([]byte, error)
	blocks []block // last used first
}

type block struct {
	at   int64
	data []byte
}

func (f *remote) ReadAt(p []byte, off int64) (n int, err error) {
	if off < 0 {
		return 0, errors.New("worker: negative offset")
	}
	for n < len(p) && off < f.size {
		data, err := f.block(off / blockSize * blockSize)
		if err != nil {
			return n, err
		}
		skip := off % blockSize
		if skip >= int64(len(data)) {
			return n, io.ErrUnexpectedEOF
		}
		k := copy(p[n:], data[skip:])
		n, off = n+k, off+int64(k)
	}
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

func (f *remote) block(at int64) ([]byte, error) {
	for i, b := range f.blocks {
		if b.at == at {
			copy(f.blocks[1:i+1], f.blocks[:i])
			f.blocks[0] = b
			return b.data, nil
		}
	}
	data, err := f.ask(at, int(min(blockSize, f.size-at)))
	if err != nil {
		return nil, err
	}
	if len(f.blocks) < keptBlocks {
		f.blocks = append(f.blocks, block{})
	}
	copy(f.blocks[1:], f.blocks)
	f.blocks[0] = block{at, data}
	return data, nil
}
