package tesseract

import (
	"context"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
)

// importModule is the module that the WebAssembly module imports from.
const importModule = "a"

// hostFunc is a function that the module calls: it takes its parameters from
// the stack and leaves its result there.
type hostFunc func(ctx context.Context, h *host, stack []uint64)

// hostImport is an import of the module. Emscripten has shortened its name to a
// letter; the letters belong to this one build of the module, see lib.js of its
// package.
type hostImport struct {
	letter string
	name   string
	params string // one letter each, as in [wasmType]
	result string // likewise, or empty
	fn     hostFunc
}

func imports() []hostImport {
	return append(embindImports(), systemImports()...)
}

// arg returns a parameter that is a 32-bit number.
func arg(stack []uint64, i int) uint32 { return api.DecodeU32(stack[i]) }

func nothing(context.Context, *host, []uint64) {}

// embindImports are the functions by which the module describes its classes,
// and hands values over.
func embindImports() []hostImport {
	return []hostImport{
		{"R", "_embind_register_void", "ii", "", func(_ context.Context, h *host, s []uint64) {
			registerVoid(h, arg(s, 0))
		}},
		{"Q", "_embind_register_bool", "iiiii", "", func(_ context.Context, h *host, s []uint64) {
			registerNumber(h, arg(s, 0), arg(s, 1))
		}},
		{"d", "_embind_register_integer", "iiiii", "", func(_ context.Context, h *host, s []uint64) {
			registerNumber(h, arg(s, 0), arg(s, 1))
		}},
		{"y", "_embind_register_bigint", "iiiiiii", "", nothing},
		{"v", "_embind_register_float", "iii", "", func(_ context.Context, h *host, s []uint64) {
			registerFloat(h, arg(s, 0), arg(s, 1))
		}},
		{"u", "_embind_register_std_string", "ii", "", func(_ context.Context, h *host, s []uint64) {
			registerString(h, arg(s, 0), arg(s, 1))
		}},
		{"o", "_embind_register_std_wstring", "iii", "", nothing},
		{"b", "_embind_register_memory_view", "iii", "", func(_ context.Context, h *host, s []uint64) {
			registerMemoryView(h, arg(s, 0), arg(s, 2))
		}},
		{"P", "_embind_register_emval", "ii", "", func(_ context.Context, h *host, s []uint64) {
			registerValue(h, arg(s, 0), arg(s, 1))
		}},
		{"w", "_embind_register_enum", "iiii", "", func(_ context.Context, h *host, s []uint64) {
			registerNumber(h, arg(s, 0), arg(s, 1))
		}},
		{"q", "_embind_register_enum_value", "iii", "", func(_ context.Context, h *host, s []uint64) {
			h.enums[h.types[arg(s, 0)].name+"."+h.cString(arg(s, 1))] = arg(s, 2)
		}},
		{"i", "_embind_register_value_object", "iiiiii", "", func(_ context.Context, h *host, s []uint64) {
			registerStruct(h, arg(s, 0), arg(s, 1), arg(s, 4), arg(s, 5))
		}},
		{"c", "_embind_register_value_object_field", "iiiiiiiiii", "", func(_ context.Context, h *host, s []uint64) {
			registerStructField(h, arg(s, 0), arg(s, 1), arg(s, 2), arg(s, 3), arg(s, 4), arg(s, 5))
		}},
		{"g", "_embind_finalize_value_object", "i", "", nothing},
		{"k", "_embind_register_class", "iiiiiiiiiiiii", "", func(_ context.Context, h *host, s []uint64) {
			registerClass(h, arg(s, 0), arg(s, 1), arg(s, 2), arg(s, 10), arg(s, 11), arg(s, 12))
		}},
		{"j", "_embind_register_class_constructor", "iiiiii", "", func(_ context.Context, h *host, s []uint64) {
			registerConstructor(h, arg(s, 0), arg(s, 1), arg(s, 2), arg(s, 3), arg(s, 4), arg(s, 5))
		}},
		{"a", "_embind_register_class_function", "iiiiiiii", "", func(_ context.Context, h *host, s []uint64) {
			registerMethod(h, arg(s, 0), arg(s, 1), arg(s, 2), arg(s, 3), arg(s, 4), arg(s, 5), arg(s, 6))
		}},
		{"m", "_emval_take_value", "ii", "i", func(ctx context.Context, h *host, s []uint64) {
			s[0] = uint64(h.values.add(h.takeValue(ctx, arg(s, 0), arg(s, 1))))
		}},
		{"p", "_emval_incref", "i", "", func(_ context.Context, h *host, s []uint64) { h.values.retain(arg(s, 0)) }},
		{"f", "_emval_decref", "i", "", func(_ context.Context, h *host, s []uint64) { h.values.release(arg(s, 0)) }},
		{"T", "_emval_call", "iiii", "i", func(ctx context.Context, _ *host, s []uint64) {
			reportProgress(ctx)
			s[0] = undefined
		}},
	}
}

// instantiateImports makes the imports available to the modules of a runtime.
func instantiateImports(ctx context.Context, r wazero.Runtime) error {
	b := r.NewHostModuleBuilder(importModule)
	for _, i := range imports() {
		call := api.GoModuleFunc(func(ctx context.Context, _ api.Module, stack []uint64) {
			i.fn(ctx, hostOf(ctx), stack)
		})
		b.NewFunctionBuilder().WithName(i.name).
			WithGoModuleFunction(call, wasmTypes(i.params), wasmTypes(i.result)).Export(i.letter)
	}
	_, err := b.Instantiate(ctx)
	return err
}

func wasmTypes(letters string) []api.ValueType {
	types := make([]api.ValueType, len(letters))
	for i := range types {
		types[i] = wasmType[letters[i]]
	}
	return types
}
