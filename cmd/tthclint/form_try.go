package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/form/score"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/report"
)

func (c *Command) formTestCommand(outcome *int) *cobra.Command {
	var format, failOn string
	var utf8 bool
	var reading readingFlags
	cmd := &cobra.Command{
		Use: "test " + c.say(helpFormsArg), Short: c.say(helpFormTest), Long: c.say(helpFormTestLong), Example: c.say(helpFormTestExample),
		DisableFlagsInUseLine: true,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 || args[0] == "" {
				return &userError{what: textNoFormFolder.With(), remedy: textFormsRemedy.With()}
			}
			return noArgs(cmd, args[1:])
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if format != "text" && format != "json" {
				return badValue("format", format, textOther.With("error", "text, json"))
			}
			limit, err := parseSeverity(failOn)
			if err != nil {
				return err
			}
			t, err := c.testForms(args[0])
			if err != nil {
				return err
			}
			if own := t.forms(); t.count(lint.Error) == 0 {
				reading.forms = args[0]
				if t.samples, err = c.trySamples(cmd.Context(), &reading, own); err != nil {
					return err
				}
			}
			if t.worst() >= limit && !t.clean() {
				*outcome = exitFindings
			}
			if format == "json" {
				return c.writeJSON(t.record(c.lang), utf8)
			}
			_, err = fmt.Fprint(c.Stdout, c.trialText(t))
			return err
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", c.say(helpOutput))
	cmd.Flags().StringVar(&failOn, "fail-on", "error", c.say(helpFailOn))
	cmd.Flags().BoolVar(&utf8, "utf8", false, c.say(helpUTF8))
	reading.ocrFlags.define(cmd.Flags(), c.say)
	reading.renderFlags.define(cmd.Flags(), c.say)
	return cmd
}

// trial is what was found in a folder of form files.
type trial struct {
	files   []triedFile
	samples *samples // nil where there are none, or forms that cannot be used
}

// forms returns the forms that can be used.
func (t *trial) forms() []*form.Form {
	var out []*form.Form
	for _, f := range t.files {
		if f.form != nil {
			out = append(out, f.form)
		}
	}
	return out
}

type triedFile struct {
	name     string
	form     *form.Form // nil where the file cannot be used
	replaces bool       // a built-in form
	remarks  []remark   // by line
}

type remark struct {
	severity lint.Severity
	form.Problem
}

// testForms reads the form files of a folder, each by itself, then looks at the
// forms side by side.
func (c *Command) testForms(dir string) (*trial, error) {
	builtin, err := form.Builtin()
	if err != nil {
		return nil, err
	}
	t := &trial{}
	err = inFolder(dir, textFormsNotFolder, textFormsRemedy, func(fsys fs.FS) error { return t.read(fsys) }, textFormsBroken)
	if err != nil {
		return nil, err
	}
	if len(t.files) == 0 {
		return nil, &userError{what: textFormsEmpty.With("path", dir), remedy: textFormsRemedy.With()}
	}
	var own []*form.Form
	for i := range t.files {
		if f := &t.files[i]; f.form != nil {
			f.replaces = builtin.Form(f.form.ID) != nil
			own = append(own, f.form)
		}
	}
	all := builtin.With(form.NewSet(own...))
	for i := range t.files {
		if f := &t.files[i]; f.form != nil {
			f.add(lint.Warning, all.Review(f.form)...)
		}
	}
	return t, nil
}

func (t *trial) read(fsys fs.FS) error {
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return err
	}
	first := map[string]string{} // file by the id of its form
	for _, e := range entries {
		f := triedFile{name: e.Name()}
		switch matched, _ := path.Match(form.Pattern, e.Name()); {
		case e.IsDir():
			continue
		case !matched:
			if ext := strings.ToLower(path.Ext(e.Name())); ext != ".yml" && ext != ".yaml" {
				continue
			}
			f.add(lint.Warning, form.Problem{What: tryOtherName.With(), Remedy: tryOtherNameRemedy.With()})
		default:
			got, err := form.ReadFile(fsys, e.Name())
			broken := (*form.FileError)(nil)
			if err != nil && !errors.As(err, &broken) {
				return err
			}
			if broken != nil {
				f.add(lint.Error, broken.Problems...)
			} else if before, dup := first[got.ID]; dup {
				f.add(lint.Error, got.SameAs(before))
			} else {
				f.form, first[got.ID] = got, e.Name()
			}
		}
		t.files = append(t.files, f)
	}
	return nil
}

func (f *triedFile) add(s lint.Severity, all ...form.Problem) {
	for _, p := range all {
		f.remarks = append(f.remarks, remark{s, p})
	}
	slices.SortStableFunc(f.remarks, func(a, b remark) int { return a.Line - b.Line })
}

// count returns how many remarks have a severity.
func (t *trial) count(s lint.Severity) (n int) {
	tally := func(f *triedFile) {
		for _, r := range f.remarks {
			if r.severity == s {
				n++
			}
		}
	}
	for i := range t.files {
		tally(&t.files[i])
	}
	if t.samples != nil {
		tally(&t.samples.triedFile)
	}
	return n
}

func (t *trial) clean() bool { return t.count(lint.Error)+t.count(lint.Warning) == 0 }

func (t *trial) worst() lint.Severity {
	if t.count(lint.Error) > 0 {
		return lint.Error
	}
	return lint.Warning
}

// trialText writes the remarks file by file, then how many there are.
func (c *Command) trialText(t *trial) string {
	var b strings.Builder
	usable := 0
	for _, f := range t.files {
		fmt.Fprintf(&b, "%s: %s\n", report.Inert(f.name), c.say(f.state()))
		if f.form != nil {
			usable++
		}
		c.remarksText(&b, f.remarks)
	}
	if s := t.samples; s != nil {
		fmt.Fprintf(&b, "%s: %s\n", s.name, sampleState.With("n", s.right, "all", s.pages).In(c.lang))
		c.remarksText(&b, s.remarks)
	} else if t.count(lint.Error) == 0 {
		b.WriteByte('\n')
		c.indented(&b, 0, sampleNone.With("file", score.FileName).In(c.lang))
	}
	fmt.Fprintf(&b, "\n%s\n", trySummary.With(
		"files", len(t.files), "usable", usable, "errors", t.count(lint.Error), "warnings", t.count(lint.Warning),
	).In(c.lang))
	return b.String()
}

func (c *Command) remarksText(b *strings.Builder, remarks []remark) {
	for _, r := range remarks {
		what := tryRemark
		if r.Line == 0 {
			what = tryRemarkOnFile
		}
		c.indented(b, 2, what.With("severity", report.SeverityWord(r.severity).With(), "line", r.Line, "what", inert(r.What)).In(c.lang))
		c.indented(b, 4, textRemedy.With("remedy", inert(r.Remedy)).In(c.lang))
	}
}

func (f *triedFile) state() msg.Message {
	switch {
	case f.form == nil:
		return tryUnusable
	case f.replaces:
		return tryReplaces
	}
	return tryUsable
}

// indented writes a text on as many lines as it needs, behind blanks.
func (c *Command) indented(b *strings.Builder, blanks int, text string) {
	for i, line := range report.Wrap(text, helpWidth-blanks) {
		if i == 1 {
			blanks += 2
		}
		fmt.Fprintf(b, "%s%s\n", strings.Repeat(" ", blanks), line)
	}
}
