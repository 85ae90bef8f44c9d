package tesseract

import (
	"context"
	"encoding/binary"
	"fmt"
	"strconv"

	"github.com/tetratelabs/wazero"

	"github.com/tthclint/tthclint/pkg/ocr"
)

// reader is one instance of the module with the model loaded.
type reader struct {
	host   *host
	engine cppObject
	dpi    int
}

// settings of Tesseract for all pictures.
var settings = []struct{ name, value string }{
	{"tessedit_do_invert", "0"},       // light print on dark does not occur, and looking for it costs a fifth
	{"tessedit_enable_doc_dict", "0"}, // what one picture says must not change how the next is read
}

// newReader makes an instance, which takes about 50 ms.
func newReader(ctx context.Context, run wazero.Runtime, code wazero.CompiledModule) (r *reader, err error) {
	h := newHost()
	defer func() {
		if err != nil && h.mod != nil {
			h.mod.Close(ctx)
		}
	}()
	defer caught(&err)
	ctx = context.WithValue(ctx, hostKey{}, h)
	config := wazero.NewModuleConfig().WithName("").WithStartFunctions()
	if h.mod, err = run.InstantiateModule(ctx, code, config); err != nil {
		return nil, err
	}
	h.exported(ctx, exportConstructors)
	h.exported(ctx, exportBindings)
	r = &reader{host: h, engine: h.construct(ctx, "OCREngine")}
	data := h.newString(ctx, model)
	err = failed(r.engine.call(ctx, h, "loadModel", uint64(data)))
	h.free(ctx, data)
	if err != nil {
		return nil, fmt.Errorf("loading the model: %w", err)
	}
	for _, v := range settings {
		if err := r.set(ctx, v.name, v.value); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// failed returns the error that a method of the module reports.
func failed(result any) error {
	if o, ok := result.(object); ok && o["error"] == "" {
		return nil
	}
	return fmt.Errorf("the module reports %v", result)
}

// set sets a variable of Tesseract.
func (r *reader) set(ctx context.Context, name, value string) error {
	h := r.host
	n, v := h.newString(ctx, name), h.newString(ctx, value)
	err := failed(r.engine.call(ctx, h, "setVariable", uint64(n), uint64(v)))
	h.free(ctx, n)
	h.free(ctx, v)
	if err != nil {
		return fmt.Errorf("variable %s: %w", name, err)
	}
	return nil
}

// segmentation are Tesseract's names for the layouts.
var segmentation = map[ocr.Layout]string{ocr.Block: "6", ocr.Single: "7", ocr.Sparse: "11"}

// read reads a picture. After an error the reader must not be used again.
func (r *reader) read(ctx context.Context, p *ocr.Picture, l ocr.Layout) (lines []ocr.Line, err error) {
	defer caught(&err)
	ctx = context.WithValue(ctx, hostKey{}, r.host)
	mode, ok := segmentation[l]
	if !ok {
		return nil, fmt.Errorf("no layout %d", l)
	}
	if dpi := resolution(p); dpi != r.dpi {
		if err := r.set(ctx, "user_defined_dpi", strconv.Itoa(dpi)); err != nil {
			return nil, err
		}
		r.dpi = dpi
	}
	if err := r.load(ctx, p); err != nil {
		return nil, err
	}
	// After every picture, since loading one goes back to the default.
	if err := r.set(ctx, "tessedit_pageseg_mode", mode); err != nil {
		return nil, err
	}
	words := r.words(ctx)
	r.engine.call(ctx, r.host, "clearImage")
	return words, nil
}

// load hands the picture over.
func (r *reader) load(ctx context.Context, p *ocr.Picture) error {
	h := r.host
	r.engine.call(ctx, h, "clearImage")
	image := h.construct(ctx, "Image", uint64(p.W), uint64(p.H))
	view, ok := image.call(ctx, h, "data").(memoryView)
	if !ok || int(view.n) != len(p.Pix) {
		return fmt.Errorf("the module makes no picture of %d by %d px", p.W, p.H)
	}
	const opaque = 0xff << 24
	to := h.bytes(view.at, 4*view.n)
	for i, grey := range p.Pix {
		binary.LittleEndian.PutUint32(to[4*i:], opaque|uint32(grey)*0x010101)
	}
	err := failed(r.engine.call(ctx, h, "loadImage", uint64(image.at)))
	image.destroy(ctx)
	return err
}

// grown reports whether the instance holds so much memory that it is better
// given back: an instance never does that by itself.
func (r *reader) grown() bool { return r.host.mod.Memory().Size() > 128<<20 }

func (r *reader) close() { r.host.mod.Close(context.Background()) }
