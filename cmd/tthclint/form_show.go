package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/report"
)

func (c *Command) formShowCommand() *cobra.Command {
	var format, dir, png string
	var utf8, force bool
	cmd := &cobra.Command{
		Use: "show " + c.say(helpFormArg), Short: c.say(helpFormShow), DisableFlagsInUseLine: true,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 || args[0] == "" {
				return &userError{what: textNoForm.With(), remedy: textListForms.With()}
			}
			return noArgs(cmd, args[1:])
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if format != "text" && format != "json" {
				return badValue("format", format, textOther.With("error", "text, json"))
			}
			set, err := c.forms(dir)
			if err != nil {
				return err
			}
			f, err := findForm(set, args[0])
			if err != nil {
				return err
			}
			if png != "" {
				if err := drawForm(f, png, force); err != nil {
					return err
				}
			}
			if format == "json" {
				return c.writeJSON(map[string]any{"lang": string(c.lang), "form": recordOf(f)}, utf8)
			}
			_, err = fmt.Fprint(c.Stdout, c.formText(f))
			return err
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", c.say(helpOutput))
	cmd.Flags().StringVar(&dir, "forms", "", c.say(helpOwnForms))
	cmd.Flags().StringVar(&png, "png", "", c.say(helpFormPNG))
	cmd.Flags().BoolVar(&force, "force", false, c.say(helpLearnForce))
	cmd.Flags().BoolVar(&utf8, "utf8", false, c.say(helpUTF8))
	return cmd
}

// findForm returns the form of an id, or an error that names the nearest.
func findForm(set *form.Set, id string) (*form.Form, error) {
	var ids []string
	for _, f := range set.Forms() {
		if f.ID == id {
			return f, nil
		}
		ids = append(ids, f.ID)
	}
	remedy := textListForms.With()
	if near := msg.Nearest(id, ids); near != "" {
		remedy = textDidYouMeanForm.With("name", near)
	}
	return nil, &userError{what: textUnknownForm.With("name", id), remedy: remedy}
}

// formText says all that is known of a form.
func (c *Command) formText(f *form.Form) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%s)\n", report.Inert(c.lang.Pick(f.Name.VI, f.Name.EN)), f.ID)
	c.labelled(&b, showRole, c.say(roleWord(f.Role)))
	c.labelled(&b, showCodes, strings.Join(f.Procedures.Codes, ", "))
	for _, n := range f.Procedures.Names {
		c.labelled(&b, showNames, c.procedureName(n))
	}
	c.labelled(&b, showInsteadOf, strings.Join(f.InsteadOf, ", "))
	c.labelled(&b, showBasis, c.citations(f.Basis))
	c.listed(&b, showTitles, f.Titles)
	for _, d := range f.Fields {
		c.fieldText(&b, &d)
	}
	for i := range f.Values {
		c.valueText(&b, &f.Values[i])
	}
	c.listed(&b, showLabels, f.Labels)
	for _, e := range f.Editions {
		c.editionText(&b, e)
	}
	return b.String()
}

// listed writes a title and below it one entry on each line.
func (c *Command) listed(b *strings.Builder, title msg.Message, all []string) {
	if len(all) == 0 {
		return
	}
	fmt.Fprintf(b, "\n  %s\n", c.say(title))
	for _, text := range all {
		fmt.Fprintf(b, "    %s\n", report.Inert(text))
	}
}

func (c *Command) procedureName(n form.Name) string {
	contains := strings.Join(n.Contains, ", ")
	if len(n.Without) == 0 {
		return nameContains.With("words", contains).In(c.lang)
	}
	return nameWithout.With("words", contains, "without", strings.Join(n.Without, ", ")).In(c.lang)
}

func (c *Command) citations(basis []law.Citation) string {
	all := make([]string, len(basis))
	for i, citation := range basis {
		all[i] = c.lang.Pick(citation.String(), citation.English())
	}
	return strings.Join(all, "; ")
}

func (c *Command) fieldText(b *strings.Builder, d *form.Field) {
	fmt.Fprintf(b, "\n  %s\n", fieldHead.With("label", report.Inert(c.lang.Pick(d.Label.VI, d.Label.EN)), "key", d.Key).In(c.lang))
	kind := wordSignature
	if d.Kind == form.Seal {
		kind = wordSeal
	}
	must := wordOptional
	if d.Required {
		must = wordRequired
	}
	c.labelled(b, showKind, fieldKind.With("kind", kind.With(), "must", must.With()).In(c.lang))
	if d.Repeated {
		c.labelled(b, showRows, c.say(wordRepeated))
	}
	c.labelled(b, showWith, d.With)
	c.labelled(b, showSame, d.SamePersonAs)
	if d.With == "" {
		c.labelled(b, showSide, c.side(d.Area))
	}
	c.labelled(b, showCaptions, strings.Join(d.Captions, " | "))
	c.labelled(b, showHints, strings.Join(d.Hints, " | "))
	c.labelled(b, showBasis, c.citations(d.Basis))
}

// side says where the ink of a field lies beside its captions.
func (c *Command) side(a form.Area) string {
	words := map[form.Side]string{form.Below: c.say(sideBelow), form.Above: c.say(sideAbove), form.Either: c.say(sideEither)}
	if a.W == 0 {
		return words[a.Side]
	}
	return sideSize.With("side", words[a.Side], "w", a.W, "h", a.H).In(c.lang)
}

func (c *Command) editionText(b *strings.Builder, e *form.Edition) {
	fmt.Fprintf(b, "\n  %s: %s\n", e.ID, c.editionLine(e))
	c.labelled(b, showBasis, c.citations(e.Basis))
	if !e.Measured() {
		c.labelled(b, showLayout, c.say(layoutUnknown))
		return
	}
	c.labelled(b, showLayout, c.lang.Pick(e.MeasuredOn.VI, e.MeasuredOn.EN))
	boxes := make([]form.Box, 0, len(e.Captions))
	var names []string
	for _, p := range e.Places {
		boxes, names = append(boxes, p.Box), append(names, p.Key)
	}
	c.boxes(b, showPlaces, boxes, names)
	boxes, names = boxes[:0], names[:0]
	for _, line := range e.Captions {
		boxes, names = append(boxes, line.Box), append(names, line.Text)
	}
	c.boxes(b, showPrint, boxes, names)
}

// boxes writes a title and below it a line for each box, with its name.
func (c *Command) boxes(b *strings.Builder, title msg.Message, boxes []form.Box, names []string) {
	if len(boxes) == 0 {
		return
	}
	fmt.Fprintf(b, "    %s\n", c.say(title))
	for i, box := range boxes {
		fmt.Fprintf(b, "      %6g %6g %6g %6g  %s\n", box.X, box.Y, box.W, box.H, report.Inert(names[i]))
	}
}
