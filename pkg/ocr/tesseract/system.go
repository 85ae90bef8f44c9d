package tesseract

import (
	"context"
	"errors"

	"github.com/tetratelabs/wazero/api"
)

// Error numbers, in Emscripten those of WASI.
const (
	wasiNotSupported = 52
	wasiSeekPipe     = 70
	notPermitted     = -63
)

// environment is all that the module sees of one. Tesseract chooses by it the
// code for its matrix products; the module has no means to ask the processor.
const environment = "DOTPRODUCT=sse\x00"

// systemImports are what the module takes for an operating system. There are no
// files, the time stands still, and what is printed goes nowhere.
func systemImports() []hostImport {
	answer := func(n int32) hostFunc {
		return func(_ context.Context, _ *host, s []uint64) { s[0] = api.EncodeI32(n) }
	}
	zero := func(_ context.Context, _ *host, s []uint64) { s[0] = 0 }
	return []hostImport{
		{"h", "abort", "", "", func(context.Context, *host, []uint64) {
			panic(errors.New("the module gave up"))
		}},
		{"e", "__cxa_throw", "iii", "", func(context.Context, *host, []uint64) {
			panic(errors.New("the module threw an exception"))
		}},
		{"A", "emscripten_resize_heap", "i", "i", resizeHeap},
		{"O", "emscripten_memcpy_big", "iii", "", func(_ context.Context, h *host, s []uint64) {
			copy(h.bytes(arg(s, 0), arg(s, 2)), h.bytes(arg(s, 1), arg(s, 2)))
		}},
		{"E", "environ_sizes_get", "ii", "i", func(_ context.Context, h *host, s []uint64) {
			h.putUint32(arg(s, 0), 1)
			h.putUint32(arg(s, 1), uint32(len(environment)))
			s[0] = 0
		}},
		{"D", "environ_get", "ii", "i", func(_ context.Context, h *host, s []uint64) {
			h.putUint32(arg(s, 0), arg(s, 1))
			copy(h.bytes(arg(s, 1), uint32(len(environment))), environment)
			s[0] = 0
		}},
		{"r", "fd_write", "iiii", "i", discard},
		{"n", "fd_close", "i", "i", answer(wasiNotSupported)},
		{"G", "fd_read", "iiii", "i", answer(wasiNotSupported)},
		{"x", "fd_seek", "iiiii", "i", answer(wasiSeekPipe)},
		{"s", "__syscall_fcntl64", "iii", "i", answer(notPermitted)},
		{"F", "__syscall_getcwd", "ii", "i", answer(notPermitted)},
		{"H", "__syscall_ioctl", "iii", "i", answer(notPermitted)},
		{"t", "__syscall_openat", "iiii", "i", answer(notPermitted)},
		{"B", "__syscall_rmdir", "i", "i", answer(notPermitted)},
		{"C", "__syscall_unlinkat", "iii", "i", answer(notPermitted)},
		{"J", "_emscripten_get_now_is_monotonic", "", "i", zero},
		{"l", "emscripten_date_now", "", "d", zero},
		{"I", "emscripten_get_now", "", "d", zero},
		{"N", "_tzset_js", "iii", "", nothing},
		{"K", "_gmtime_js", "ii", "", noTime},
		{"L", "_localtime_js", "ii", "", noTime},
		{"M", "_mktime_js", "i", "i", zero},
		{"S", "strftime", "iiii", "i", zero},
		{"z", "strftime_l", "iiiii", "i", zero},
	}
}

// resizeHeap grows the memory to at least the size asked for, and by a fifth at
// least so that this is rare. The limit is that of the runtime.
func resizeHeap(_ context.Context, h *host, s []uint64) {
	const page = 1 << 16
	m := h.mod.Memory()
	want, have := uint64(arg(s, 0)), uint64(m.Size())
	s[0] = 0
	for _, size := range []uint64{max(want, have+have/5), want} {
		if size <= have {
			continue
		}
		if _, ok := m.Grow(uint32((size - have + page - 1) / page)); ok {
			s[0] = 1
			return
		}
	}
}

// discard says that everything has been written.
func discard(_ context.Context, h *host, s []uint64) {
	pieces := h.uint32s(2*arg(s, 2), arg(s, 1))
	n := uint32(0)
	for i := 1; i < len(pieces); i += 2 {
		n += pieces[i]
	}
	h.putUint32(arg(s, 3), n)
	s[0] = 0
}

// noTime clears a struct tm.
func noTime(_ context.Context, h *host, s []uint64) { clear(h.bytes(arg(s, 1), 44)) }

// reportProgress is called by the module between words: where a run whose
// context is done ends.
func reportProgress(ctx context.Context) {
	if err := ctx.Err(); err != nil {
		panic(err)
	}
}
