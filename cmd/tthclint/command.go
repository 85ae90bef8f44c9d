package main

import (
	"bufio"
	"cmp"
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/ocr"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/fetch"
	"github.com/tthclint/tthclint/pkg/sign/trust"
)

// Exit codes. Where more than one applies, 2 goes before 1 and 1 before 3.
const (
	exitClean     = 0 // everything was checked and nothing was found at or above --fail-on
	exitFindings  = 1 // findings at or above --fail-on
	exitCannotRun = 2 // usage, configuration or I/O: something was not even looked at
	exitUnchecked = 3 // it ran, but something could not be checked
)

// maxStdin bounds a document that is read from standard input, in bytes.
const maxStdin = 256 << 20

// Command is the program without the process around it.
type Command struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer

	// Explorer says that the program was started by a double click or by
	// dropping something on it: its window closes when it ends, so it waits.
	Explorer bool

	// Executable is the path of this program, which starts itself to draw pages
	// in other processes. Empty: they are drawn in this one.
	Executable string

	// Open shows a file in the program that the user has for its kind. It is asked
	// to for what was dropped on the program, and may be nil.
	Open func(path string) error

	Now      func() time.Time // nil is time.Now
	MaxStdin int64            // most bytes read for "-"; 0 is 256 MiB

	library library // zero: pkg/check

	// online makes the client of the network, which nothing but --online and
	// "trust update" asks for; nil is that of pkg/sign/fetch.
	online func(fetch.Options) sign.Fetcher
	pins   func() []trust.Pin // nil is trust.Pins

	// reading changes the built-in engine that reads print; nil leaves it as it is.
	reading func(ocr.Engine) ocr.Engine

	lang  msg.Lang
	quiet bool // says nothing of the work itself, only what comes of it
}

// Main runs the command with the arguments that follow the program's name and
// returns the exit code. An interrupt, or the request of the system to end, ends
// it in good order: the report is about what was finished. A second one ends it
// at once.
func (c *Command) Main(args []string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop)
	return c.run(ctx, args)
}

func (c *Command) run(ctx context.Context, args []string) (code int) {
	c.prepare(args)
	if c.Explorer {
		defer c.wait()
	}
	defer func() {
		if v := recover(); v != nil {
			c.complain(&userError{what: textPanic.With("error", fmt.Sprint(v)), remedy: textPanicRemedy.With()})
			code = exitCannotRun
		}
	}()
	if len(args) == 0 && c.Explorer {
		c.tell(textWelcome.With())
		return exitCannotRun
	}
	outcome := exitClean
	root := c.root(&outcome)
	given := len(args)
	args = dropped(root, args)
	if c.Explorer && len(args) > given {
		page, err := reportOn(args[1])
		if err == nil {
			args = append(args, "--output", "html="+page.path)
			defer c.show(page)
		}
	}
	root.SetArgs(args)
	if err := root.ExecuteContext(ctx); err != nil {
		c.complain(err)
		return exitCannotRun
	}
	return outcome
}

func (c *Command) prepare(args []string) {
	c.lang = langOf(args)
	c.MaxStdin = cmp.Or(c.MaxStdin, maxStdin)
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.library.dir == nil {
		c.library = standardLibrary()
	}
	if c.online == nil {
		c.online = func(o fetch.Options) sign.Fetcher { return fetch.New(o) }
	}
	if c.pins == nil {
		c.pins = trust.Pins
	}
}

// wait keeps the window open until Enter is pressed, which is what a console
// waits for before it hands a line on.
func (c *Command) wait() {
	c.tell(textPressEnter.With())
	_, _ = bufio.NewReader(c.Stdin).ReadByte()
}
