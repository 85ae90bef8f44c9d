// Package check is the façade of the product: a folder or a file in, results
// out.
//
//	run, err := check.Dir(ctx, os.DirFS("ho-so"), check.Options{})
//	for result, err := range run.Results(ctx) { … }
//	summary := run.Summary()
//
// Nine users of ten need nothing else. The zero [Options] work: all rules,
// today, the built-in anchors ([trust.Default]), the register of the folder if
// it has one. The package reads what it is given and nothing else; it
// writes nothing, uses no network and does not look at the environment.
package check

import (
	"cmp"
	"context"
	"errors"
	"io"
	"io/fs"
	"iter"
	"time"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/dossier/archive"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/indicator"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/procedure"
	"github.com/tthclint/tthclint/pkg/register"
	"github.com/tthclint/tthclint/pkg/rules"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/trust"
	"github.com/tthclint/tthclint/pkg/waiver"
)

// RegisterName is the name that makes a file in the folder its register, even
// where others are lists of dossiers, too.
const RegisterName = "ho-so.csv"

// Run is one check. Its methods are not for use by several goroutines.
type Run struct {
	head    lint.Head
	source  dossier.Source
	linter  *lint.Linter[*evidence.Dossier]
	options lint.Options[*evidence.Dossier] // of linter
	tools   *evidence.Tools
	waivers *waiver.Set
	summary lint.Summary
	tally   *indicator.Tally
	count   indicator.Options // of tally
	kept    *kept
	held    io.Closer // what is kept open between results; may be nil
}

// Rules returns every rule, in the order in which they run.
func Rules() []rules.Rule { return rules.All() }

// Dir prepares the check of a folder: it takes the inventory and reads the
// register. A .zip file that is named like a dossier or a folder of dossiers is
// read as that folder ([dossier.Packed]). Nothing is judged before [Run.Results].
//
// An error means that the check cannot run: the folder or the register cannot
// be read ([register.Error], [RegistersError]), or the options are wrong
// ([lint.UnknownRuleError]).
func Dir(ctx context.Context, fsys fs.FS, o Options) (*Run, error) {
	if fsys == nil {
		return nil, errors.New("check: the folder is nil")
	}
	if _, packed := fsys.(*archive.Archive); !packed {
		is := func(name string) bool { return dossier.Packed(name, o.CodeFormats) }
		fsys = archive.Within(ctx, fsys, is, archive.Limits{})
	}
	run, err := newRun(o)
	if err != nil {
		return nil, err
	}
	run.held, _ = fsys.(io.Closer)
	in := dossier.Options{Procedure: o.Procedure, Formats: o.CodeFormats, Skip: []string{RegisterName}}
	reg := o.Register
	if reg == nil {
		if reg, err = findRegister(ctx, fsys, o.RegisterOptions()); err != nil {
			return nil, err
		}
	}
	if reg != nil {
		in.Registered, in.Entries, in.Skip = true, reg, append(in.Skip, reg.File)
		run.head.Register = registerInfo(reg)
	}
	folder, err := dossier.Open(ctx, fsys, in)
	if err != nil {
		return nil, err
	}
	run.source = folder
	run.head.Dossiers, run.head.Ignored = folder.Len(), folder.Ignored()
	return run, nil
}

// Zip prepares the check of a .zip file of size bytes as that of the folder in
// it; see [Dir]. Nothing is unpacked. The error may also be an [archive.Error].
func Zip(ctx context.Context, r io.ReaderAt, size int64, o Options) (*Run, error) {
	folder, err := archive.Open(ctx, r, size, archive.Limits{})
	if err != nil {
		return nil, err
	}
	return Dir(ctx, folder, o)
}

// File prepares the check of one result, as before an upload. name is what
// findings call it.
func File(_ context.Context, name string, r io.ReaderAt, size int64, o Options) (*Run, error) {
	run, err := newRun(o)
	if err != nil {
		return nil, err
	}
	run.source, run.head.Dossiers = dossier.Single(name, r, size, o.Procedure), 1
	return run, nil
}

func newRun(o Options) (*Run, error) {
	if o.AsOf.IsZero() {
		o.AsOf = endOfDay(time.Now())
	}
	if o.Jobs < 1 {
		o.Jobs = DefaultJobs()
	}
	if o.Trust == nil {
		o.Trust = trust.Default()
	}
	if o.Forms == nil {
		var err error
		if o.Forms, err = form.Builtin(); err != nil {
			return nil, err
		}
	}
	o.Procedures = cmp.Or(o.Procedures, procedure.Builtin())
	if o.DueSoon == 0 {
		o.DueSoon = 3
	}
	severities := map[string]lint.Severity{}
	if o.TwoLayer {
		severities["sign/one-layer"] = lint.Error
	}
	for id, s := range o.Severities {
		severities[id] = s
	}
	tools := &evidence.Tools{
		Sign:   sign.Options{Trust: o.Trust, AsOf: o.AsOf, RoleOf: o.RoleOf, Evidence: o.Evidence, Fetch: o.Fetch, Permit: o.Permit, Limits: o.SignLimits},
		Raster: o.RasterLimits, Renderer: o.Renderer, OCR: o.OCR, MaxPages: o.MaxPages, Forms: o.Forms, AsOf: o.AsOf,
		Procedures: o.Procedures, Agency: o.Agency, DueSoon: o.DueSoon,
	}
	all, kept := rules.All(), &kept{}
	options := lint.Options[*evidence.Dossier]{
		Rules: all, Only: o.Rules, AsOf: o.AsOf, Severities: severities, Jobs: o.Jobs, Judged: kept.keep,
		Evidence: func(ctx context.Context, d *dossier.Dossier) *evidence.Dossier {
			nameProcedure(d, o.Procedures)
			return evidence.New(ctx, d, tools)
		},
	}
	if o.Baseline != nil {
		options.Known = o.Baseline.Known
	}
	if o.Waivers != nil {
		options.Waive = func(r *lint.Result, f *lint.Finding) *lint.Waiver { return o.Waivers.Waive(r, f, o.AsOf) }
		if _, err := lint.Select(all, o.Waivers.Rules()); err != nil {
			return nil, err
		}
	}
	linter, err := lint.New(options)
	if err != nil {
		return nil, err
	}
	selected, err := lint.Select(all, o.Rules)
	if err != nil {
		return nil, err
	}
	tools.Values = o.Values || rules.ReadValues(selected)
	run := &Run{linter: linter, options: options, tools: tools, kept: kept, waivers: o.Waivers, head: head(o, selected, severities)}
	run.count = indicator.Options{Targets: o.Targets, Rules: run.head.Rules, Every: len(selected) == len(all), AsOf: o.AsOf}
	if run.tally, err = indicator.New(run.count); err != nil {
		return nil, err
	}
	return run, nil
}

// nameProcedure names the procedure of a dossier by its code where the register
// does not: people know names.
func nameProcedure(d *dossier.Dossier, table *procedure.Table) {
	if d.Procedure == "" || d.ProcedureName != "" {
		return
	}
	if p, ok := table.Find(d.Procedure, ""); ok {
		d.ProcedureName = p.Name.VI
	}
}

// endOfDay returns the last second of a day in Vietnam.
func endOfDay(t time.Time) time.Time {
	year, month, day := t.In(law.Vietnam()).Date()
	return law.Date(year, month, day).AddDate(0, 0, 1).Add(-time.Second)
}

// RegisterOptions returns how [Dir] reads the register of a folder, for a caller
// that reads one from elsewhere.
func (o *Options) RegisterOptions() register.Options {
	return register.Options{Aliases: o.Aliases, Pinned: o.Pinned, Formats: o.CodeFormats, Known: cmp.Or(o.Procedures, procedure.Builtin()).Known}
}

// Head returns what the report says before its results.
func (r *Run) Head() lint.Head { return r.head }

// Results judges the dossiers and gives the results in a stable order. An error
// concerns one thing that could not be read, or is the context's, which ends
// the sequence.
func (r *Run) Results(ctx context.Context) iter.Seq2[*lint.Result, error] {
	return func(yield func(*lint.Result, error) bool) {
		r.summary = lint.Summary{}
		r.tally, _ = indicator.New(r.count) // as when the run was made
		if r.held != nil {
			defer r.held.Close() // it was only read
		}
		for result, err := range r.linter.Results(ctx, r.source) {
			switch {
			case err == nil:
				r.summary.Add(result)
				r.tally.Add(result)
			case ctx.Err() == nil:
				r.summary.Unreadable++
			default: // no fault of the folder
				r.summary.Interrupted = true
			}
			goOn := yield(result, err)
			r.kept.drop(result)
			if !goOn {
				return
			}
		}
	}
}

// Summary returns the counts and indicators of the results that have been read.
func (r *Run) Summary() lint.Summary {
	s := r.summary
	s.Rates = r.tally.Rates()
	if r.waivers != nil {
		s.Settings = r.waivers.Left(r.head.AsOf, r.head.About)
	}
	return s
}
