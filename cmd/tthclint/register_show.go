package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/config"
	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/register"
	"github.com/tthclint/tthclint/pkg/report"
)

func (c *Command) registerShowCommand() *cobra.Command {
	var f configFlags
	var format, aliases string
	var utf8 bool
	cmd := &cobra.Command{
		Use: "show " + c.say(helpRegisterArg), Short: c.say(helpRegisterShow), Long: c.say(helpRegisterShowLong),
		Example: c.say(helpRegisterShowExample), DisableFlagsInUseLine: true,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 || args[0] == "" {
				return &userError{what: textNoRegister.With(), remedy: textSeeHelp.With("command", cmd.CommandPath())}
			}
			return noArgs(cmd, args[1:])
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if format != "text" && format != "json" && format != "config" {
				return badValue("format", format, textOther.With("error", "text, json, config"))
			}
			s, err := c.settings(&f, nil) // it judges nothing
			if err != nil {
				return err
			}
			shown, err := showRegister(cmd.Context(), args[0], aliases, s)
			if err != nil {
				return err
			}
			if format == "config" {
				_, err = io.WriteString(c.Stdout, config.Pinned(shown.Mappings))
				return err
			}
			if format == "json" {
				return c.writeJSON(c.registerRecord(shown), utf8)
			}
			_, err = io.WriteString(c.Stdout, c.registerText(shown))
			return err
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", c.say(helpRegisterFormat))
	f.define(cmd.Flags(), c.say)
	cmd.Flags().StringVar(&aliases, "aliases", "", c.say(helpAliases))
	cmd.Flags().BoolVar(&utf8, "utf8", false, c.say(helpUTF8))
	return cmd
}

// shownRegister is what is known of a register after a pass over its lines.
type shownRegister struct {
	*register.File
	lines  int
	faults map[dossier.FaultKind]*seenFault
}

// seenFault is a kind of fault with its first place.
type seenFault struct {
	Kind   dossier.FaultKind `json:"kind"`
	Lines  int               `json:"count"`
	Sheet  string            `json:"sheet,omitempty"`
	Row    int               `json:"row"`
	Column int               `json:"column,omitempty"`
}

// showRegister reads a register to its end.
func showRegister(ctx context.Context, path, aliases string, s *settings) (*shownRegister, error) {
	o, err := registerOptions(aliases, s)
	if err != nil {
		return nil, err
	}
	file, size, err := openRegister(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	f, err := register.Open(ctx, file, size, filepath.Base(path), o)
	if err != nil {
		return nil, cannotUseRegister(path, err)
	}
	shown := &shownRegister{File: f, faults: map[dossier.FaultKind]*seenFault{}}
	for e, err := range f.Entries(ctx) {
		if err != nil {
			return nil, cannotUseRegister(path, err)
		}
		shown.lines++
		for _, fault := range e.Faults {
			seen := shown.faults[fault.Kind]
			if seen == nil {
				seen = &seenFault{Kind: fault.Kind, Sheet: e.Sheet, Row: e.Row, Column: fault.Column}
				shown.faults[fault.Kind] = seen
			}
			seen.Lines++
		}
	}
	return shown, nil
}

// registerOptions returns how lists are read by the file of settings, and by a
// file of further names of columns.
func registerOptions(aliases string, s *settings) (register.Options, error) {
	var by check.Options
	if err := s.Apply(&by); err != nil {
		return register.Options{}, err
	}
	o := register.Options{Aliases: by.Aliases, Pinned: by.Pinned}
	if aliases == "" {
		return o, nil
	}
	src, err := readNamed(aliases)
	if err != nil {
		return o, err
	}
	more, err := register.ParseAliases(aliases, src)
	if err != nil {
		return o, err
	}
	if o.Aliases == nil {
		if o.Aliases, err = register.BuiltinAliases(); err != nil {
			return o, err
		}
	}
	o.Aliases = o.Aliases.With(more)
	return o, nil
}

// registerText writes what each column was taken for and what is odd.
func (c *Command) registerText(s *shownRegister) string {
	var b strings.Builder
	fmt.Fprintln(&b, registerHead.With("file", report.Inert(s.Name), "format", string(s.Format), "lines", s.lines).In(c.lang))
	for _, m := range s.Mappings {
		c.mappingText(&b, &m)
	}
	c.noteText(&b, s.Notes())
	for _, kind := range faultKinds {
		if seen := s.faults[kind.kind]; seen != nil {
			fmt.Fprintf(&b, "  - %s\n", faultLine.With("what", kind.word.With(), "count", seen.Lines, "place", s.placeOf(seen)).In(c.lang))
		}
	}
	return b.String()
}

func (s *shownRegister) placeOf(f *seenFault) string {
	e := dossier.Entry{File: s.Name, Sheet: f.Sheet, Row: f.Row}
	return report.Inert(e.Place())
}

func (c *Command) mappingText(b *strings.Builder, m *register.Mapping) {
	switch {
	case m.Header == 0:
		fmt.Fprintf(b, "\n%s\n", c.say(mappingJSON))
	case m.Sheet == "":
		fmt.Fprintf(b, "\n%s\n", mappingPlain.With("row", m.Header).In(c.lang))
	default:
		fmt.Fprintf(b, "\n%s\n", mappingSheet.With("sheet", report.Inert(m.Sheet), "row", m.Header).In(c.lang))
	}
	widest := 0
	for _, col := range m.Columns {
		widest = max(widest, len([]rune(col.Header)))
	}
	for _, col := range m.Columns {
		header := report.Inert(col.Header)
		fmt.Fprintf(b, "  %3d  %s%s  %s", col.Number, header, strings.Repeat(" ", max(widest-len([]rune(header)), 0)), c.meaning(col))
		if content := c.sampleText(col.Sample); content != "" {
			fmt.Fprintf(b, "  [%s]", content)
		}
		b.WriteByte('\n')
	}
	c.noteText(b, m.Notes)
}

// meaning says what a column was taken for.
func (c *Command) meaning(col register.Column) string {
	word, ok := fieldWords[col.Field]
	if !ok {
		return "– " + c.say(meaningNone)
	}
	text := "= " + c.say(word)
	if !col.Field.Kept() {
		text += " (" + c.say(meaningDropped) + ")"
	}
	if col.Over > 0 {
		text += " (" + meaningMoved.With("column", col.Over).In(c.lang) + ")"
	}
	return text
}

// sampleText says what cells look like, in numbers, never what they are.
func (c *Command) sampleText(sample map[register.Kind]int) string {
	var parts []string
	for _, k := range register.Kinds() {
		if n := sample[k]; n > 0 {
			parts = append(parts, fmt.Sprintf("%s %d", c.say(kindWords[k]), n))
		}
	}
	return strings.Join(parts, ", ")
}

func (c *Command) noteText(b *strings.Builder, notes []register.Note) {
	for _, n := range notes {
		for i, line := range report.Wrap(report.Inert(n.Text.In(c.lang)), helpWidth-4) {
			fmt.Fprintf(b, "  %s %s\n", []string{"-", " "}[min(i, 1)], line)
		}
	}
}

// registerRecord is the same for programs. The mappings can be pinned as they
// are.
func (c *Command) registerRecord(s *shownRegister) any {
	type note struct {
		register.Note
		Message string `json:"message"`
	}
	record := struct {
		Lang     string             `json:"lang"`
		File     string             `json:"file"`
		Format   register.Format    `json:"format"`
		Lines    int                `json:"lines"`
		Mappings []register.Mapping `json:"mappings"`
		Notes    []note             `json:"notes"`
		Faults   []*seenFault       `json:"faults"`
	}{Lang: string(c.lang), File: s.Name, Format: s.Format, Lines: s.lines, Notes: []note{}, Faults: []*seenFault{}}
	add := func(all []register.Note) {
		for _, n := range all {
			record.Notes = append(record.Notes, note{n, n.Text.In(c.lang)})
		}
	}
	for _, m := range s.Mappings {
		add(m.Notes)
		m.Notes = nil
		record.Mappings = append(record.Mappings, m)
	}
	add(s.Notes())
	for _, kind := range faultKinds {
		if seen := s.faults[kind.kind]; seen != nil {
			record.Faults = append(record.Faults, seen)
		}
	}
	return record
}
