package tesseract

import (
	"context"
	"fmt"

	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental/table"
)

// host is what the outside of one instance of the module knows about it: the
// memory, and what the module has registered by embind, Emscripten's way to
// describe C++ classes. A module runs on one goroutine at a time, and so do the
// methods of its host.
//
// The methods fail by a panic with an error. Most of them run inside a call of
// the module, where that is how a host ends the call; what uses them otherwise
// does so under [caught].
type host struct {
	mod     api.Module
	types   map[uint32]*wireType
	classes map[string]*class
	byType  map[uint32]*class
	structs map[uint32]*structure
	enums   map[string]uint32 // by name of the enumeration, a dot, name of the value
	values  handles
}

func newHost() *host {
	return &host{
		types:   map[uint32]*wireType{},
		classes: map[string]*class{},
		byType:  map[uint32]*class{},
		structs: map[uint32]*structure{},
		enums:   map[string]uint32{},
	}
}

type hostKey struct{}

// hostOf returns the host that a call of an instance carries with it.
func hostOf(ctx context.Context) *host { return ctx.Value(hostKey{}).(*host) }

// function is a function of the module that is known by its place in the
// module's table.
type function struct {
	fn     api.Function
	result byte // of the signature
}

// wasmType are the WebAssembly types of the letters in an embind signature.
var wasmType = map[byte]api.ValueType{
	'i': api.ValueTypeI32, 'p': api.ValueTypeI32, 'j': api.ValueTypeI64, 'f': api.ValueTypeF32, 'd': api.ValueTypeF64,
}

// function looks up a function; the signature at an address names its result
// and then its parameters, one letter each.
func (h *host) function(signature, place uint32) function {
	s := h.cString(signature)
	var params, results []api.ValueType
	for i := range len(s) {
		t, ok := wasmType[s[i]]
		switch {
		case i == 0 && ok:
			results = append(results, t)
		case ok:
			params = append(params, t)
		case i > 0 || s[i] != 'v':
			panic(fmt.Errorf("signature %q", s))
		}
	}
	return function{table.LookupFunction(h.mod, 0, place, params, results), s[0]}
}

// call calls a function of the module. A result that is a float comes as a
// float64.
func (f function) call(ctx context.Context, args ...uint64) uint64 {
	results, err := f.fn.Call(ctx, args...)
	if err != nil {
		panic(err)
	}
	switch f.result {
	case 'v':
		return 0
	case 'f':
		return api.EncodeF64(float64(api.DecodeF32(results[0])))
	}
	return results[0]
}

// exported calls a function that the module exports by name.
func (h *host) exported(ctx context.Context, name string, args ...uint64) uint32 {
	results, err := h.mod.ExportedFunction(name).Call(ctx, args...)
	if err != nil {
		panic(err)
	}
	if len(results) == 0 {
		return 0
	}
	return uint32(results[0])
}

// caught turns a panic into the error of the function that defers it.
func caught(err *error) {
	switch r := recover().(type) {
	case nil:
	case error:
		*err = r
	default:
		*err = fmt.Errorf("%v", r)
	}
}
