package main

import (
	"errors"
	"io"
	"io/fs"

	"github.com/spf13/pflag"

	"github.com/tthclint/tthclint/pkg/baseline"
	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/waiver"
)

// asideFlags name what findings do not count.
type asideFlags struct {
	waivers, baseline, writeBaseline string
	prune                            bool
}

func (f *asideFlags) define(set *pflag.FlagSet, say func(msg.Message) string) {
	set.StringVar(&f.waivers, "waivers", "", say(helpWaivers))
	set.StringVar(&f.baseline, "baseline", "", say(helpBaseline))
	set.StringVar(&f.writeBaseline, "write-baseline", "", say(helpWriteBaseline))
	set.BoolVar(&f.prune, "prune", false, say(helpPrune))
}

// setAside reads the files that the flags name into the options.
func (c *Command) setAside(f *asideFlags, o *check.Options) error {
	if f.prune && f.baseline == "" {
		return &userError{what: textPruneWithout.With(), remedy: textPruneWithoutRemedy.With()}
	}
	if f.waivers != "" {
		src, err := readNamed(f.waivers)
		if err != nil {
			return missing(err, textWaiversMissing)
		}
		if o.Waivers, err = waiver.Parse(src, f.waivers); err != nil {
			return err
		}
		if err := knownRules(c.library.rules(), o.Waivers.Rules()); err != nil {
			return err
		}
	}
	if f.baseline != "" {
		file, _, err := openNamed(f.baseline)
		if err != nil {
			return missing(err, textAsideMissingRemedy)
		}
		defer file.Close()
		if o.Baseline, err = baseline.Read(file); err != nil {
			return &userError{what: textBaselineFails.With("file", f.baseline, "reason", reason(err)), remedy: textBaselineRemedy.With(), err: err}
		}
		o.BaselineSource = f.baseline
	} else if f.writeBaseline != "" {
		o.Baseline = baseline.New()
	}
	return nil
}

// remember writes what the flags ask to keep for the next run. Of a run that did
// not come to its end nothing is kept: what it did not reach is not mended.
func (f *asideFlags) remember(b *baseline.Baseline, ran []string) error {
	if f.writeBaseline != "" {
		if err := writeWhole(f.writeBaseline, b.Write); err != nil {
			return err
		}
	}
	if f.prune {
		return writeWhole(f.baseline, func(w io.Writer) error { return b.Prune(w, ran) })
	}
	return nil
}

// writeWhole writes a file that is in its place when it is whole.
func writeWhole(path string, write func(io.Writer) error) error {
	o := &output{path: path}
	if err := o.create(); err != nil {
		return err
	}
	defer o.discard()
	if err := write(o.w); err != nil {
		return cannotCreate(path, err)
	}
	return o.finish()
}

// missing says of a file that is not there what to do.
func missing(err error, remedy msg.Message) error {
	if e := (*userError)(nil); errors.As(err, &e) && errors.Is(err, fs.ErrNotExist) {
		e.remedy = remedy.With()
	}
	return err
}
