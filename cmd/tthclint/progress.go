package main

import (
	"io"
	"os"
	"time"

	"github.com/mattn/go-isatty"
	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// progress is a bar on the error stream where that is a terminal, and nothing
// elsewhere. The zero value draws nothing.
type progress struct {
	bar   *progressbar.ProgressBar
	drawn bool
}

// start begins to count to total.
func (p *progress) start(w io.Writer, total int) {
	if _, ok := terminal(w); !ok || total < 2 {
		return
	}
	p.bar = progressbar.NewOptions(total,
		progressbar.OptionSetWriter(w),
		progressbar.OptionShowCount(),
		progressbar.OptionSetWidth(30),
		progressbar.OptionThrottle(100*time.Millisecond),
	)
}

// step counts one dossier.
func (p *progress) step() {
	if p.bar != nil {
		_ = p.bar.Add(1) // a bar that cannot be drawn is no reason to stop
		p.drawn = true
	}
}

// hide takes the bar away before something else is written beside it.
func (p *progress) hide() {
	if p.drawn {
		_ = p.bar.Clear()
		p.drawn = false
	}
}

// stop takes the bar away for good.
func (p *progress) stop() {
	p.hide()
	p.bar = nil
}

// over returns the stream w, before each write to which the bar is taken away
// if both are shown on a terminal.
func (p *progress) over(w io.Writer) io.Writer {
	if _, ok := terminal(w); !ok {
		return w
	}
	return overWriter{w, p}
}

type overWriter struct {
	io.Writer
	bar *progress
}

func (w overWriter) Write(data []byte) (int, error) {
	w.bar.hide()
	return w.Writer.Write(data)
}

// terminal returns the file of a stream that is shown on a terminal.
func terminal(w io.Writer) (*os.File, bool) {
	f, ok := w.(*os.File)
	return f, ok && (isatty.IsTerminal(f.Fd()) || isatty.IsCygwinTerminal(f.Fd()))
}

// consoleWidth is the width for text on a stream; 0, the usual one, where it is
// no terminal.
func consoleWidth(w io.Writer) int {
	f, ok := terminal(w)
	if !ok {
		return 0
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil || width < 2 {
		return 0
	}
	return min(width-1, 120) // a full last column would break the line twice on Windows
}
