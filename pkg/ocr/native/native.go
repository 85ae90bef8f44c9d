// Package native reads print with the program tesseract where it is installed,
// for callers that ask for it; package tesseract next to it needs no program.
package native

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/tthclint/tthclint/pkg/ocr"
)

const language = "vie"

// Limits of a picture; see [ocr.PictureError].
const (
	MaxPixels = 100_000_000
	MaxSide   = 32_000 // px; Tesseract counts in 16 bits
)

// maxOutput bounds what is read of the program's output, in bytes.
const maxOutput = 16 << 20

// ErrMissing is wrapped by errors of [New] when something has to be installed.
var ErrMissing = errors.New("not installed")

// Engine is an [ocr.Engine]. It is safe for concurrent use; each Read runs one
// process with one thread.
type Engine struct {
	program, version string
}

var _ ocr.Engine = (*Engine)(nil)

// New returns an engine that runs a program: a path, or a name that is looked
// up where programs are. It asks the program for its version and languages; the
// error says what is missing.
func New(ctx context.Context, program string) (*Engine, error) {
	path, err := exec.LookPath(program)
	if err != nil {
		return nil, fmt.Errorf("program %s: %w", program, ErrMissing)
	}
	e := &Engine{program: path}
	said, err := e.run(ctx, nil, "--version")
	if err != nil {
		return nil, err
	}
	name, _, _ := strings.Cut(said, "\n")
	languages, err := e.run(ctx, nil, "--list-langs")
	if err != nil {
		return nil, err
	}
	sum, err := modelSum(languages)
	if err != nil {
		return nil, err
	}
	e.version = fmt.Sprintf("%s (native), %s (%s)", strings.TrimSpace(name), language, sum)
	return e, nil
}

var folder = regexp.MustCompile(`languages in "(.*)"`)

// modelSum returns the beginning of the hash of the model of the language, by
// what the program says of its languages and their folder.
func modelSum(languages string) (string, error) {
	missing := fmt.Errorf("language %s of tesseract: %w", language, ErrMissing)
	if !slices.Contains(strings.Fields(languages), language) {
		return "", missing
	}
	m := folder.FindStringSubmatch(languages)
	if m == nil {
		return "", errors.New("tesseract does not say where its languages are")
	}
	model, err := os.ReadFile(filepath.Join(m[1], language+".traineddata"))
	if err != nil {
		return "", fmt.Errorf("%w: %w", missing, err)
	}
	sum := sha256.Sum256(model)
	return fmt.Sprintf("%x", sum[:4]), nil
}

// Version implements [ocr.Engine].
func (e *Engine) Version() string { return e.version }

var segmentation = map[ocr.Layout]string{ocr.Block: "6", ocr.Single: "7", ocr.Sparse: "11"}

// Read implements [ocr.Engine]. Beyond what is said there, it returns an
// [ocr.PictureError] for a picture that is too large. The process is killed
// when ctx is done.
func (e *Engine) Read(ctx context.Context, p *ocr.Picture, l ocr.Layout) ([]ocr.Line, error) {
	if err := p.Check(MaxSide, MaxPixels); err != nil {
		return nil, err
	}
	mode, ok := segmentation[l]
	if !ok {
		return nil, fmt.Errorf("no layout %d", l)
	}
	if p.W < 3 || p.H < 3 { // no letter fits, and Tesseract fails
		return nil, ctx.Err()
	}
	args := []string{"stdin", "stdout", "-l", language, "--psm", mode, "-c", "tessedit_do_invert=0"}
	if p.DPI >= 70 && p.DPI <= 2400 { // it takes nothing else
		args = append(args, "--dpi", strconv.Itoa(int(p.DPI+0.5)))
	}
	out, err := e.run(ctx, p, append(args, "tsv")...)
	if err != nil {
		return nil, err
	}
	return parse(out)
}

// run runs the program, with a picture as its input unless nil, and returns its
// output.
func (e *Engine) run(ctx context.Context, p *ocr.Picture, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, e.program, args...)
	cmd.Env = append(os.Environ(), "OMP_THREAD_LIMIT=1") // threads make it slower, all in all
	cmd.WaitDelay = time.Second
	if p != nil {
		header := fmt.Sprintf("P5\n%d %d\n255\n", p.W, p.H)
		cmd.Stdin = io.MultiReader(strings.NewReader(header), bytes.NewReader(p.Pix))
	}
	var out, errs bounded
	cmd.Stdout, cmd.Stderr = &out, &errs
	err := cmd.Run()
	switch {
	case ctx.Err() != nil:
		return "", ctx.Err()
	case err != nil:
		said, _, _ := strings.Cut(strings.TrimSpace(errs.String()), "\n")
		return "", fmt.Errorf("tesseract %s: %w: %s", args[0], err, said)
	case out.full:
		return "", fmt.Errorf("tesseract %s: more than %d bytes of output", args[0], maxOutput)
	}
	return out.String(), nil
}
