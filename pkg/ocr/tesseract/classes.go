package tesseract

import (
	"context"
	"fmt"
)

// class is a C++ class that the module offers.
type class struct {
	name        string
	destructor  function
	constructor method
	methods     map[string]method
}

// method is a constructor or a method: the module has one invoker for all
// methods with the same parameters, which is told which one is meant.
type method struct {
	invoker function
	target  uint32
	result  uint32 // type
}

// cppObject is a C++ object in the module.
type cppObject struct {
	class *class
	at    uint32
}

func registerClass(h *host, typ, pointer, constPointer, name, destructorSignature, destructor uint32) {
	c := &class{name: h.cString(name), destructor: h.function(destructorSignature, destructor), methods: map[string]method{}}
	h.classes[c.name], h.byType[typ] = c, c
	for _, t := range []uint32{typ, pointer, constPointer} {
		h.types[t] = &wireType{
			name:   c.name,
			result: func(_ context.Context, _ *host, wire uint64) any { return cppObject{c, uint32(wire)} },
		}
	}
}

func registerConstructor(h *host, typ, count, types, signature, invoker, target uint32) {
	h.byType[typ].constructor = method{h.function(signature, invoker), target, h.uint32s(count, types)[0]}
}

func registerMethod(h *host, typ, name, count, types, signature, invoker, target uint32) {
	h.byType[typ].methods[h.cString(name)] = method{h.function(signature, invoker), target, h.uint32s(count, types)[0]}
}

// typed returns a registered type.
func (h *host) typed(typ uint32) *wireType {
	if t := h.types[typ]; t != nil && t.result != nil {
		return t
	}
	panic(fmt.Errorf("type %#x of the module is not known as a result", typ))
}

// construct makes an object of a class, which the caller destroys.
func (h *host) construct(ctx context.Context, name string, args ...uint64) cppObject {
	c := h.classes[name]
	if c == nil {
		panic(fmt.Errorf("the module has no class %s", name))
	}
	return cppObject{c, uint32(c.constructor.call(ctx, args...))}
}

// call calls a method; args are numbers, and addresses of what is no number.
func (o cppObject) call(ctx context.Context, h *host, name string, args ...uint64) any {
	m, ok := o.class.methods[name]
	if !ok {
		panic(fmt.Errorf("class %s has no method %s", o.class.name, name))
	}
	wire := m.call(ctx, append([]uint64{uint64(o.at)}, args...)...)
	return h.typed(m.result).result(ctx, h, wire)
}

func (o cppObject) destroy(ctx context.Context) { o.class.destructor.call(ctx, uint64(o.at)) }

func (m method) call(ctx context.Context, args ...uint64) uint64 {
	return m.invoker.call(ctx, append([]uint64{uint64(m.target)}, args...)...)
}
