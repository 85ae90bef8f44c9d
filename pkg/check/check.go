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
	"crypto/x509"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"iter"
	"runtime"
	"time"

	"github.com/tthclint/tthclint/pkg/agency"
	"github.com/tthclint/tthclint/pkg/baseline"
	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/dossier/archive"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/indicator"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/ocr"
	"github.com/tthclint/tthclint/pkg/procedure"
	"github.com/tthclint/tthclint/pkg/raster"
	"github.com/tthclint/tthclint/pkg/register"
	"github.com/tthclint/tthclint/pkg/rules"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/trust"
	"github.com/tthclint/tthclint/pkg/waiver"
)

// Options say how to check. The zero value works.
type Options struct {
	// AsOf is the time of the check; zero means the end of today in Vietnam, so
	// that reports of the same input on the same day are the same.
	AsOf time.Time

	// Trust holds the anchors that chains may end at and the certificates that
	// they may pass through. Nil means the built-in anchors ([trust.Default]);
	// with a store without any anchor ([sign.NewTrust]) trust is not checked.
	Trust *sign.Trust
	// TrustSource names where those anchors came from that do not say so
	// themselves, for the head of the report.
	TrustSource string

	// Evidence holds revocation data from outside the documents; nil means none.
	Evidence *sign.Evidence
	// EvidenceSource names where Evidence came from, for the head of the report.
	EvidenceSource string
	// Fetch obtains revocation data over the network; nil means never.
	Fetch sign.Fetcher
	// Permit is what may come after signing where a document does not say; where
	// it does, the stricter of both holds. See [sign.Options].
	Permit sign.Changes

	// Register is the register of the dossiers. Nil: [Dir] looks for one in the
	// root of the folder, [RegisterName] or another list of dossiers.
	Register *register.Register

	// Aliases are the names of columns that registers are read by, and Pinned what
	// their columns are; see [register.Options].
	Aliases *register.Aliases
	Pinned  []register.Mapping

	// Procedure is the procedure code of dossiers whose register line has none.
	Procedure string

	// Procedures are what is known of procedures; nil means [procedure.Builtin].
	// An office adds its own with [procedure.Table.With].
	Procedures *procedure.Table

	// Agency is what the agency whose results are checked says of itself: its
	// names and who may sign for it. Nil: nothing.
	Agency *agency.Profile

	// DueSoon is how many days before its due day an open dossier is told; 0
	// means 3, and a negative number never.
	DueSoon int

	// TwoLayer demands the signatures of a person and of an agency on every
	// result.
	TwoLayer bool

	// Rules names the rules to run, as ids or families; nil runs all.
	Rules []string

	// Severities replace the severity of rules, by id.
	Severities map[string]lint.Severity

	// Targets are the targets of indicators by their key ([indicator.Keys]), as
	// shares of 1, in place of those of [indicator.All]; 0 means none.
	Targets map[string]float64

	// Waivers are decisions that findings shall not count for a while; nil means
	// none. Those that have expired or met nothing are findings of the summary.
	Waivers *waiver.Set
	// Baseline holds findings of an earlier run, which the exit code leaves out,
	// and gathers those of this one; nil means none.
	Baseline *baseline.Baseline
	// BaselineSource names where Baseline came from, for the head of the report.
	BaselineSource string

	// Forms are the paper forms to recognise; nil means those built in. Forms of
	// one's own ([form.Load], [form.Set.With]) stand in the head of the report.
	Forms *form.Set

	// CodeFormats are the shapes of dossier codes; nil means those in use.
	CodeFormats []dossier.CodeFormat

	// RoleOf may tell whom a certificate stands for, from a list of the agency's
	// own; see [sign.Options].
	RoleOf func(*x509.Certificate) sign.Role

	// MaxPages is how many pages of a document are read; less than 1 means 20. A
	// document with more is not-checked where a rule needs its pages.
	MaxPages int

	// Renderer draws pages that are no plain scan. Nil: they are not-checked. The
	// caller closes it after the last result.
	Renderer *raster.Renderer

	// OCR reads the captions of forms. Nil: only layouts whose measures are known
	// are recognised. The caller closes it after the last result.
	OCR ocr.Engine

	// Values has an [Inspector] look for what is written on forms. The text of it is
	// personal data. [Dir] and [File] look where a rule asks.
	Values bool

	// RasterLimits and SignLimits bound the work on one file; zero means defaults.
	RasterLimits raster.Limits
	SignLimits   sign.Limits

	// Jobs is the number of dossiers judged at once; less than 1 means one per
	// processor, and at most 8.
	Jobs int

	// Config names the file that these options were taken from, for the head of
	// the report; nil means none. See package config.
	Config *lint.ConfigInfo

	// Version is the version of the program, for the head of the report.
	Version string
}

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
		o.Jobs = min(runtime.GOMAXPROCS(0), 8)
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
		Evidence: func(ctx context.Context, d *dossier.Dossier) *evidence.Dossier { return evidence.New(ctx, d, tools) },
	}
	if o.Baseline != nil {
		options.Known = o.Baseline.Known
	}
	if o.Waivers != nil {
		options.Waive = func(r *lint.Result, f *lint.Finding) *lint.Waiver { return o.Waivers.Waive(r, f, o.AsOf) }
		for _, id := range o.Waivers.Rules() {
			if _, err := lint.Select(all, []string{id}); err != nil {
				return nil, err
			}
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

// head states everything that the results depend on besides the documents.
func head(o Options, selected []rules.Rule, severities map[string]lint.Severity) lint.Head {
	h := lint.Head{ToolName: "tthclint", ToolVersion: o.Version, AsOf: o.AsOf, Config: o.Config}
	for i := range selected {
		about := selected[i].About(o.AsOf)
		if severity, changed := severities[about.ID]; changed {
			about.Severity = severity
		}
		h.Rules, h.About = append(h.Rules, about.ID), append(h.About, about)
	}
	h.Engines = engines(o)
	h.Online, h.Evidence, h.Baseline = o.Fetch != nil, o.EvidenceSource, o.BaselineSource
	if o.Waivers != nil {
		h.Waivers = o.Waivers.Name()
	}
	for _, a := range o.Trust.Anchors() {
		h.Anchors = append(h.Anchors, lint.Anchor{
			Name: a.Name, Subject: a.SubjectString(), SHA256: hex.EncodeToString(a.SHA256[:]), NotAfter: a.NotAfter,
			Source: cmp.Or(a.Source, o.TrustSource), Origin: lint.Origin(a.Origin),
		})
	}
	if d := o.Forms.Digest(); d != "" {
		h.Engines = append(h.Engines, lint.Engine{Name: "forms", Version: d})
	}
	return h
}
