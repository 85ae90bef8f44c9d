package pdfium

import "github.com/tetratelabs/wazero/experimental"

// reserve hands out the memory of an instance in one piece, so that it need not
// be copied to a larger one each time it grows: the copies would be most of
// what is in use. The system gives pages to it as they are touched; but the
// garbage collector counts it as a whole, which a program that does more than
// draw would pay for.
func reserve(_, limit uint64) experimental.LinearMemory {
	return &memory{make([]byte, 0, min(limit, memoryPages<<16))}
}

type memory struct{ bytes []byte }

// Reallocate grows the memory to size; nil means that it cannot.
func (m *memory) Reallocate(size uint64) []byte {
	if size > uint64(cap(m.bytes)) {
		return nil
	}
	m.bytes = m.bytes[:size]
	return m.bytes
}

// Free lets go of the memory.
func (m *memory) Free() { m.bytes = nil }
