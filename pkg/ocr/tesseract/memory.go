package tesseract

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
)

var (
	errOutside = errors.New("an address is outside the memory of the module")
	errFull    = errors.New("the module has no memory left")
)

// bytes returns a piece of the module's memory, to be used before the module
// runs again.
func (h *host) bytes(at, n uint32) []byte {
	b, ok := h.mod.Memory().Read(at, n)
	if !ok {
		panic(errOutside)
	}
	return b
}

func (h *host) uint32(at uint32) uint32 { return binary.LittleEndian.Uint32(h.bytes(at, 4)) }

func (h *host) putUint32(at, v uint32) { binary.LittleEndian.PutUint32(h.bytes(at, 4), v) }

// uint32s returns n numbers in a row.
func (h *host) uint32s(n, at uint32) []uint32 {
	if uint64(n)*4 > uint64(h.mod.Memory().Size()) {
		panic(errOutside)
	}
	b := h.bytes(at, 4*n)
	all := make([]uint32, n)
	for i := range all {
		all[i] = binary.LittleEndian.Uint32(b[4*i:])
	}
	return all
}

// cString returns the text up to the next zero byte.
func (h *host) cString(at uint32) string {
	m := h.mod.Memory()
	b := h.bytes(at, m.Size()-min(at, m.Size()))
	n := bytes.IndexByte(b, 0)
	if n < 0 {
		panic(errOutside)
	}
	return string(b[:n])
}

// The names that the exports of the module have had their names shortened to.
const (
	exportConstructors = "V" // __wasm_call_ctors
	exportMalloc       = "W"
	exportFree         = "Y"
	exportBindings     = "_" // __embind_initialize_bindings
)

func (h *host) malloc(ctx context.Context, n int) uint32 {
	at := h.exported(ctx, exportMalloc, uint64(n))
	if at == 0 {
		panic(errFull)
	}
	return at
}

func (h *host) free(ctx context.Context, at uint32) { h.exported(ctx, exportFree, uint64(at)) }

// newString returns the address of a text as embind passes it: its length,
// then its bytes. The caller frees it.
func (h *host) newString(ctx context.Context, text string) uint32 {
	at := h.malloc(ctx, 4+len(text)+1)
	h.putUint32(at, uint32(len(text)))
	b := h.bytes(at+4, uint32(len(text))+1)
	b[copy(b, text)] = 0
	return at
}
