package tesseract

import "context"

// registerStruct begins a structure that is passed by its fields.
func registerStruct(h *host, typ, name, destructorSignature, destructor uint32) {
	s := &structure{destructor: h.function(destructorSignature, destructor)}
	h.structs[typ] = s
	h.types[typ] = &wireType{
		name:   h.cString(name),
		result: func(ctx context.Context, h *host, wire uint64) any { return s.take(ctx, h, uint32(wire)) },
		at:     func(ctx context.Context, h *host, at uint32) any { return s.take(ctx, h, h.uint32(at)) },
	}
}

type structure struct {
	destructor function
	fields     []structField
}

type structField struct {
	name   string
	typ    uint32
	getter function
	member uint32 // what the getter wants to know of the field
}

func registerStructField(h *host, typ, name, fieldType, getterSignature, getter, member uint32) {
	s := h.structs[typ]
	s.fields = append(s.fields, structField{h.cString(name), fieldType, h.function(getterSignature, getter), member})
}

// take returns the structure at an address, which it destroys.
func (s *structure) take(ctx context.Context, h *host, at uint32) object {
	o := object{}
	for _, f := range s.fields {
		o[f.name] = h.typed(f.typ).result(ctx, h, f.getter.call(ctx, uint64(f.member), uint64(at)))
	}
	s.destructor.call(ctx, uint64(at))
	return o
}
