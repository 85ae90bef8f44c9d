package tesseract

import (
	"context"

	"github.com/tetratelabs/wazero/api"
)

// wireType says how a value of a type of the module is taken over.
type wireType struct {
	name string
	// result takes over what a function returned.
	result func(ctx context.Context, h *host, wire uint64) any
	// at takes over what lies at an address; nil for types that the module
	// hands over as results only.
	at func(ctx context.Context, h *host, at uint32) any
}

// memoryView is a piece of the module's memory.
type memoryView struct{ at, n uint32 }

// object is a value of a C++ structure, by the names of its fields.
type object map[string]any

func registerVoid(h *host, typ uint32) {
	h.types[typ] = &wireType{name: "void", result: func(context.Context, *host, uint64) any { return nil }}
}

// registerNumber serves booleans, integers of up to 32 bits and enumerations.
func registerNumber(h *host, typ, name uint32) {
	h.types[typ] = &wireType{
		name:   h.cString(name),
		result: func(_ context.Context, _ *host, wire uint64) any { return int(api.DecodeI32(wire)) },
	}
}

func registerFloat(h *host, typ, name uint32) {
	h.types[typ] = &wireType{
		name:   h.cString(name),
		result: func(_ context.Context, _ *host, wire uint64) any { return api.DecodeF64(wire) },
	}
}

// registerString serves std::string, which comes as the address of its length
// and its bytes, to be freed by who receives it.
func registerString(h *host, typ, name uint32) {
	h.types[typ] = &wireType{
		name: h.cString(name),
		result: func(ctx context.Context, h *host, wire uint64) any {
			at := uint32(wire)
			text := string(h.bytes(at+4, h.uint32(at)))
			h.free(ctx, at)
			return text
		},
	}
}

func registerMemoryView(h *host, typ, name uint32) {
	h.types[typ] = &wireType{
		name: h.cString(name),
		at: func(_ context.Context, h *host, at uint32) any {
			return memoryView{h.uint32(at + 4), h.uint32(at)}
		},
	}
}

// registerValue serves emscripten::val, a value that the host keeps and the
// module knows by a handle.
func registerValue(h *host, typ, name uint32) {
	h.types[typ] = &wireType{
		name: h.cString(name),
		result: func(_ context.Context, h *host, wire uint64) any {
			value := h.values.get(uint32(wire))
			h.values.release(uint32(wire))
			return value
		},
	}
}
