// Package ocrtest spares tests that read the same sample pages over and over the
// most of their time.
package ocrtest

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	"github.com/tthclint/tthclint/internal/wasmtest"
	"github.com/tthclint/tthclint/pkg/ocr"
)

// Remember returns an engine that answers as e does, and keeps the answers in a
// folder that all test binaries of this user share: a picture is read once, until
// the picture, the layout or the engine changes, its source included. It is for
// samples, which are invented; nothing else may be written down.
func Remember(e ocr.Engine) ocr.Engine {
	return &remembering{Engine: e, dir: wasmtest.Shared("ocr"), source: sync.OnceValue(source)}
}

type remembering struct {
	ocr.Engine
	dir    string
	source func() string // of the engine; empty where it is not at hand
}

func (r *remembering) Read(ctx context.Context, p *ocr.Picture, l ocr.Layout) ([]ocr.Line, error) {
	if r.source() == "" {
		return r.Engine.Read(ctx, p, l)
	}
	path := filepath.Join(r.dir, r.key(p, l))
	if data, err := os.ReadFile(path); err == nil {
		var lines []ocr.Line
		if json.Unmarshal(data, &lines) == nil {
			return lines, ctx.Err()
		}
	}
	lines, err := r.Engine.Read(ctx, p, l)
	if err == nil {
		r.keep(path, lines)
	}
	return lines, err
}

// key stands for everything that an answer depends on.
func (r *remembering) key(p *ocr.Picture, l ocr.Layout) string {
	h := sha256.New()
	h.Write([]byte(r.source() + r.Version()))
	_ = binary.Write(h, binary.LittleEndian, []float64{float64(p.W), float64(p.H), p.DPI, float64(l)}) // a hash takes everything
	h.Write(p.Pix)
	return hex.EncodeToString(h.Sum(nil)[:20])
}

// keep writes an answer, whole or not at all: other tests read and write beside
// this one. Without it the picture is read again.
func (r *remembering) keep(path string, lines []ocr.Line) {
	data, err := json.Marshal(lines)
	if err != nil || os.MkdirAll(r.dir, 0o700) != nil {
		return
	}
	file, err := os.CreateTemp(r.dir, "*.tmp")
	if err != nil {
		return
	}
	_, err = file.Write(data)
	if closing := file.Close(); err == nil {
		err = closing
	}
	if err != nil || os.Rename(file.Name(), path) != nil {
		_ = os.Remove(file.Name())
	}
}

// source returns a digest of the source of the built-in engine with the digests of
// its assets, or nothing where tests run without it.
func source() string {
	_, here, _, ok := runtime.Caller(0)
	if !ok {
		return ""
	}
	engine := filepath.Join(filepath.Dir(here), "..", "..", "pkg", "ocr", "tesseract")
	files, err := filepath.Glob(filepath.Join(engine, "*.go"))
	if err != nil || len(files) == 0 {
		return ""
	}
	h := sha256.New()
	for _, file := range append(files, filepath.Join(engine, "ASSETS")) {
		data, err := os.ReadFile(file)
		if err != nil {
			return ""
		}
		_ = binary.Write(h, binary.LittleEndian, int64(len(data)))
		h.Write(data)
	}
	return string(h.Sum(nil))
}
