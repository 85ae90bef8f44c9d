package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/mistake"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/report"
	"github.com/tthclint/tthclint/pkg/sign/words"
)

// userError is an error in words for people: what is wrong, where, what to do.
type userError struct {
	what   msg.Text
	remedy msg.Text
	err    error // what lies under it; may be nil
}

func (e *userError) Error() string { return e.what.In(msg.English) }

func (e *userError) Unwrap() error { return e.err }

// complain tells an error on the error stream.
func (c *Command) complain(err error) {
	if m := (*mistake.Error)(nil); errors.As(err, &m) && !errors.As(err, new(*userError)) {
		c.complainMistakes(m)
		return
	}
	e := explainError(err)
	c.tell(textError.With("what", e.what))
	if !e.remedy.IsZero() {
		c.tell(textRemedy.With("remedy", e.remedy))
	}
}

// complainMistakes tells everything that is wrong in a file, each with its line
// and a mark below the place.
func (c *Command) complainMistakes(e *mistake.Error) {
	for i := range e.Problems {
		p := &e.Problems[i]
		c.tell(textError.With("what", p.Text(e.File)))
		if p.Excerpt != "" {
			fmt.Fprintf(c.Stderr, "%6d | %s\n%6s | %*s^\n", p.Line, report.Inert(strings.ReplaceAll(p.Excerpt, "\t", " ")), "", max(p.Column-1, 0), "")
		}
		c.tell(textRemedy.With("remedy", p.Remedy))
	}
}

// tell writes a text to the error stream, one line for each of its own lines.
// What stands in for its arguments is made inert.
func (c *Command) tell(t msg.Text) {
	fmt.Fprintln(c.Stderr, inert(t).In(c.lang))
}

// inert returns the text with arguments that cannot steer a terminal.
func inert(t msg.Text) msg.Text {
	return t.Map(func(_, value string) string { return report.Inert(value) })
}

// explainError finds the words for an error.
func explainError(err error) *userError {
	if e := (*userError)(nil); errors.As(err, &e) {
		return e
	}
	if e := (*lint.UnknownRuleError)(nil); errors.As(err, &e) {
		if e.Suggestion != "" {
			return &userError{what: textUnknownRule.With("name", e.Name), remedy: textDidYouMeanRule.With("name", e.Suggestion), err: err}
		}
		return &userError{what: textUnknownRule.With("name", e.Name), remedy: textListRules.With(), err: err}
	}
	if errors.Is(err, context.Canceled) {
		return &userError{what: textInterrupted.With(), err: err}
	}
	if errors.As(err, new(heldError)) {
		return &userError{what: reason(err), remedy: textInUseRemedy.With(), err: err}
	}
	if diskFull(err) { // what is written to the screen may go to a file
		return cannotWrite(err).(*userError)
	}
	return &userError{what: reason(err), err: err}
}

// reason says an error that other packages made, where they have words for it.
func reason(err error) msg.Text {
	path, inner := "", err
	if e := (*fs.PathError)(nil); errors.As(err, &e) {
		path, inner = e.Path, e.Err
	}
	if e := interface{ Text() msg.Text }(nil); errors.As(err, &e) {
		if path != "" {
			return textAtPath.With("path", path, "reason", e.Text())
		}
		return e.Text()
	}
	if e := (*lint.UnableError)(nil); errors.As(err, &e) {
		return e.Because
	}
	for _, known := range []struct {
		err  error
		text msg.Message
	}{
		{fs.ErrNotExist, textNotExist}, {fs.ErrPermission, textPermission}, {dossier.ErrPacked, textPacked},
	} {
		if errors.Is(err, known.err) && path != "" {
			return known.text.With("path", path)
		}
	}
	switch {
	case errors.Is(err, errNotRegular):
		return textNotRegular.With()
	case diskFull(err):
		return textDiskFull.With()
	case inUse(err):
		return textInUse.With()
	case errors.Is(err, errIsFolder):
		return textIsFolder.With()
	case escapes(err):
		return textEscapes.With()
	}
	return words.Detail(inner.Error())
}

// escapes reports whether a link leads out of the folder that it lies in, for
// which package os has no error of its own.
func escapes(err error) bool {
	e := (*fs.PathError)(nil)
	return errors.As(err, &e) && e.Err.Error() == "path escapes from parent"
}

// explainFlag finds the words for an error of the flag parser.
func explainFlag(cmd *cobra.Command, err error) error {
	remedy := textSeeHelp.With("command", cmd.CommandPath())
	if e := (*pflag.NotExistError)(nil); errors.As(err, &e) {
		name := "--" + e.GetSpecifiedName()
		if e.GetSpecifiedShortnames() != "" {
			name = "-" + e.GetSpecifiedName()
		} else if near := msg.Nearest(e.GetSpecifiedName(), flagNames(cmd)); near != "" {
			remedy = textDidYouMean.With("name", "--"+near)
		}
		return &userError{what: textUnknownFlag.With("name", name), remedy: remedy, err: err}
	}
	if e := (*pflag.ValueRequiredError)(nil); errors.As(err, &e) {
		return &userError{what: textFlagNeedsValue.With("name", "--"+e.GetFlag().Name), remedy: remedy, err: err}
	}
	if e := (*pflag.InvalidValueError)(nil); errors.As(err, &e) {
		return badValue(e.GetFlag().Name, e.GetValue(), textOther.With("error", valueKind(e.GetFlag())))
	}
	return &userError{what: textOther.With("error", err.Error()), remedy: remedy, err: err}
}

// valueKind says in signs rather than words what a flag takes.
func valueKind(f *pflag.Flag) string {
	switch f.Value.Type() {
	case "int":
		return "1, 2, 3, …"
	case "bool":
		return "true, false"
	}
	return f.Value.Type()
}

// badValue is the error of a flag whose value is not understood.
func badValue(flag, value string, want msg.Text) error {
	return &userError{what: textBadValue.With("name", "--"+flag, "value", value), remedy: textAllowed.With("want", want)}
}

func flagNames(cmd *cobra.Command) []string {
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	return names
}
