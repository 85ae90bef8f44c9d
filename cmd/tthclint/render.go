package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/raster"
	"github.com/tthclint/tthclint/pkg/raster/process"
)

// renderFlags are the flags of subcommands that look at pages.
type renderFlags struct{ cache string }

func (f *renderFlags) define(set *pflag.FlagSet, say func(msg.Message) string) {
	set.StringVar(&f.cache, "cache", "", say(helpCache))
}

// renderer returns what draws pages that are no plain scan, in processes of
// this program where it can start them. The caller closes it. parallel is how
// many pages may be drawn at once.
func (c *Command) renderer(f *renderFlags, parallel int) (*raster.Renderer, error) {
	var err error
	if f.cache, err = cacheDir(f.cache); err != nil {
		return nil, err
	}
	o := raster.Options{Cache: f.cache, Parallel: parallel, Starting: c.preparing}
	if c.Executable != "" {
		o.Worker = process.Command(c.Executable, renderWorker, "--cache", f.cache)
	}
	return raster.NewRenderer(o), nil
}

// preparing tells why nothing happens for a while.
func (c *Command) preparing() {
	if !c.quiet {
		c.tell(textPreparing.With())
	}
}

// parallelPages is how many pages are drawn at once for so many jobs: each
// takes memory of its own.
func parallelPages(jobs int) int {
	if jobs < 1 {
		jobs = runtime.GOMAXPROCS(0)
	}
	return min(jobs, 4)
}

// cacheDir makes the folder for compiled code: the one that was asked for, or
// one of the user's, or none (empty) where that cannot be had.
func cacheDir(asked string) (string, error) {
	dir := asked
	if dir == "" {
		user, err := os.UserCacheDir()
		if err != nil {
			return "", nil
		}
		dir = filepath.Join(user, "tthclint")
	}
	abs, err := filepath.Abs(dir)
	if err == nil {
		err = probe(abs)
	}
	switch {
	case err == nil:
		return abs, nil
	case asked == "":
		return "", nil
	}
	return "", cannotOpen(asked, err)
}

// probe makes a folder and tries to write into it. Others must not: what
// lies there is run.
func probe(dir string) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(dir, "")
	if err != nil {
		return err
	}
	f.Close()
	return os.Remove(f.Name())
}

// renderWorker is the subcommand that a renderer starts. It is not for people.
const renderWorker = "render-worker"

func (c *Command) renderWorkerCommand() *cobra.Command {
	var cache string
	cmd := &cobra.Command{
		Use: renderWorker, Hidden: true, Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			// An interrupt from the keyboard reaches the whole group; who ends this
			// process is the one that started it.
			signal.Ignore(os.Interrupt)
			return serveWorker(cmd.Context(), c.Stdin, c.Stdout, cache)
		},
	}
	cmd.Flags().StringVar(&cache, "cache", "", "")
	return cmd
}

// serveWorker draws. What fails is told through the pipe, and to nobody else.
// The process ends with the one that started it, however that ended: a drawing
// cannot be interrupted, and might go on for ever.
func serveWorker(ctx context.Context, in io.Reader, out io.Writer, cache string) error {
	runtime.GOMAXPROCS(max(2, runtime.GOMAXPROCS(0))) // a drawing leaves its processor to nobody
	in = untilGone(in, func() { os.Exit(exitCannotRun) })
	return raster.ServeWorker(context.WithoutCancel(ctx), in, out, cache)
}

// untilGone passes on what can be read from in, and calls gone at its end.
func untilGone(in io.Reader, gone func()) io.Reader {
	r, w := io.Pipe()
	go func() {
		_, err := io.Copy(w, in)
		gone()
		w.CloseWithError(err)
	}()
	return r
}
