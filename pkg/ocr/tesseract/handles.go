package tesseract

import (
	"context"
	"fmt"
)

// handles are the values that the host keeps for the module, each with the
// number of its users. Handles up to lastFixed stand for fixed values and are
// never released; 1 is undefined.
type handles struct {
	values map[uint32]*handle
	next   uint32
}

type handle struct {
	value any
	users int
}

const (
	undefined = 1
	lastFixed = 4
)

// add keeps a value for one user.
func (h *handles) add(value any) uint32 {
	if h.values == nil {
		h.values, h.next = map[uint32]*handle{}, lastFixed+1
	}
	n := h.next
	h.next++
	h.values[n] = &handle{value, 1}
	return n
}

func (h *handles) get(n uint32) any {
	if v := h.values[n]; v != nil {
		return v.value
	}
	return nil
}

func (h *handles) retain(n uint32) {
	if v := h.values[n]; v != nil {
		v.users++
	}
}

func (h *handles) release(n uint32) {
	if v := h.values[n]; v != nil {
		if v.users--; v.users == 0 {
			delete(h.values, n)
		}
	}
}

// takeValue takes over a value of a type from an address, or from the number
// that stands for it.
func (h *host) takeValue(ctx context.Context, typ, at uint32) any {
	if t := h.types[typ]; t != nil && t.at != nil {
		return t.at(ctx, h, at)
	}
	panic(fmt.Errorf("type %#x of the module is not known as a value", typ))
}
