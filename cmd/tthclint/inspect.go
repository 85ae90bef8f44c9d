package main

import (
	"context"
	"errors"
	"io"
	"strconv"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/report/pages"
)

// inspectFlags are the flags of the subcommand inspect as typed.
type inspectFlags struct {
	configFlags
	readingFlags
	format, png, name       string
	page                    int
	utf8, verbose, exitZero bool
	force                   bool
	values                  bool
}

func (c *Command) inspectCommand(outcome *int) *cobra.Command {
	var f inspectFlags
	cmd := &cobra.Command{
		Use: "inspect " + c.say(helpVerifyPaths), Short: c.say(helpInspect), Long: c.say(helpInspectLong), Example: c.say(helpInspectExample),
		DisableFlagsInUseLine: true,
		Args:                  somePath(textInspectNoPathRemedy),
		RunE: func(cmd *cobra.Command, args []string) error {
			paths, err := matched(args)
			if err != nil {
				return err
			}
			code, err := c.inspect(cmd.Context(), &f, cmd.Flags(), paths)
			*outcome = code
			return err
		},
	}
	f.define(cmd.Flags(), c.say)
	return cmd
}

func (f *inspectFlags) define(set *pflag.FlagSet, say func(msg.Message) string) {
	set.SortFlags = false
	set.StringVar(&f.format, "format", "text", say(helpFormat))
	set.StringVar(&f.png, "png", "", say(helpPNG))
	set.BoolVar(&f.force, "force", false, say(helpPNGForce))
	set.IntVar(&f.page, "page", 0, say(helpPage))
	set.BoolVar(&f.values, "values", false, say(helpValues))
	f.configFlags.define(set, say)
	f.readingFlags.define(set, say)
	set.StringVar(&f.name, "name", "", say(helpName))
	set.BoolVar(&f.utf8, "utf8", false, say(helpUTF8))
	set.BoolVar(&f.verbose, "verbose", false, say(helpInspectVerbose))
	set.BoolVar(&f.exitZero, "exit-zero", false, say(helpInspectExitZero))
}

// inspect reads the pages of every file and prints what they show, in the order
// of the arguments.
func (c *Command) inspect(ctx context.Context, f *inspectFlags, set *pflag.FlagSet, paths []string) (int, error) {
	s, err := c.settings(&f.configFlags, paths)
	if err != nil {
		return exitCannotRun, err
	}
	f.follow(s, set)
	if f.page < 0 {
		return exitCannotRun, badValue("page", strconv.Itoa(f.page), textOther.With("error", "1, 2, 3, …"))
	}
	if err := onlyStdin(paths, f.name, "inspect"); err != nil {
		return exitCannotRun, err
	}
	o := check.Options{Version: version(), AsOf: c.Now(), Values: f.values, Config: s.info()}
	done, err := c.readBy(ctx, &f.readingFlags, 1, &o)
	defer done()
	if err != nil {
		return exitCannotRun, err
	}
	inspector, err := check.NewInspector(o)
	if err != nil {
		return exitCannotRun, err
	}
	sources := c.verifySources(f.name, paths)
	defer sources.close()
	p, err := c.inspectPrinter(f, c.Stdout, sources.several())
	if err != nil {
		return exitCannotRun, err
	}
	gallery, err := newGallery(f.png, sources.several(), f.force, c.lang)
	if err != nil {
		return exitCannotRun, err
	}
	if err := p.Begin(inspector.Head()); err != nil {
		return exitCannotRun, cannotWrite(err)
	}
	t := inspectTally{}
	for file := range sources.files(ctx) {
		got, err := inspectOne(ctx, inspector, gallery, file, f.page)
		if err != nil {
			return exitCannotRun, err
		}
		if got == nil {
			break // interrupted
		}
		t.add(got)
		if got.Fault != nil && f.format != "text" {
			c.tell(textUnreadable.With("reason", got.Fault.What))
		}
		if err := p.File(got); err != nil {
			return exitCannotRun, cannotWrite(err)
		}
	}
	if err := p.End(); err != nil {
		return exitCannotRun, cannotWrite(err)
	}
	switch {
	case ctx.Err() != nil:
		return exitCannotRun, &userError{what: textVerifyInterrupted.With("n", t.files), err: ctx.Err()}
	case t.files == 0:
		return exitCannotRun, &userError{what: textVerifyNothing.With("paths", listed(paths)), remedy: textVerifyNothingRemedy.With()}
	}
	return t.code(f.exitZero), nil
}

// inspectPrinter returns the printer of a format. With several, the JSON form is
// an array, else one object.
func (c *Command) inspectPrinter(f *inspectFlags, w io.Writer, several bool) (pages.Printer, error) {
	o := pages.JSONOptions{Lang: c.lang, UTF8: f.utf8}
	switch {
	case f.format == "text":
		return pages.NewText(w, pages.TextOptions{Lang: c.lang, Verbose: f.verbose, Width: consoleWidth(c.Stdout)}), nil
	case f.format == "json" && several:
		return pages.NewJSON(w, o), nil
	case f.format == "json", f.format == "ndjson":
		return pages.NewNDJSON(w, o), nil
	}
	return nil, badValue("format", f.format, textOther.With("error", "text, json, ndjson"))
}

// inspectTally is what the exit code depends on.
type inspectTally struct {
	files, faults int
	unchecked     bool
}

func (t *inspectTally) add(f *pages.File) {
	t.files++
	if f.Fault != nil {
		t.faults++
	}
	t.unchecked = t.unchecked || f.Unchecked()
}

func (t *inspectTally) code(exitZero bool) int {
	switch {
	case t.faults > 0:
		return exitCannotRun
	case t.unchecked && !exitZero:
		return exitUnchecked
	}
	return exitClean
}

// inspectOne reads the pages of one file. It returns nil where the context ended
// first; an error is that of a picture which cannot be written.
func inspectOne(ctx context.Context, in *check.Inspector, g *gallery, file verifyFile, page int) (out *pages.File, err error) {
	out = &pages.File{Name: file.name, Folder: file.folder, Size: -1}
	defer func() {
		if v := recover(); v != nil { // one file must not take the others along
			out = &pages.File{Name: file.name, Folder: file.folder, Size: out.Size, Fault: internalFault(v)}
			err = nil
		}
	}()
	opened, err := file.open(ctx)
	if err != nil {
		if ctx.Err() != nil {
			return nil, nil
		}
		f := openFault(err)
		out.Fault = &pages.Fault{Code: f.Code, What: f.What, Remedy: f.Remedy}
		return out, nil
	}
	defer opened.close()
	out.Size = opened.size
	show := g.file(file.name)
	for p, err := range in.Pages(ctx, file.name, opened, opened.size, page) {
		var fault *check.FileError
		switch {
		case ctx.Err() != nil:
			return nil, nil
		case errors.As(err, &fault):
			out.Pages, out.Fault = nil, inspectFault(fault)
			return out, nil
		case err != nil:
			return nil, err
		}
		out.Pages = append(out.Pages, pageOf(p))
		if err := show.add(p); err != nil {
			return nil, err
		}
	}
	return out, show.finish()
}

// pageOf keeps no pixels, since a file may have many pages.
func pageOf(p *check.InspectedPage) pages.Page {
	out := pages.Page{Number: p.Page, Sheet: p.Sheet, Quality: p.Quality, Reading: p.Reading, Because: p.Because, Drawing: p.Drawing, Took: p.Took}
	if p.Picture != nil {
		picture := *p.Picture
		picture.Image = nil
		out.Picture = &picture
	}
	return out
}
