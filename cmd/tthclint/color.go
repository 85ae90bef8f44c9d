package main

import (
	"io"
	"os"

	"github.com/spf13/pflag"

	"github.com/tthclint/tthclint/pkg/msg"
)

// colorFlags say when severities and verdicts are coloured. A word always stands
// beside, so that nothing rests on a colour.
type colorFlags struct{ color string }

func (f *colorFlags) define(set *pflag.FlagSet, say func(msg.Message) string) {
	set.StringVar(&f.color, "color", "auto", say(helpColor))
	set.Lookup("color").NoOptDefVal = "always" // as --color alone has always been
}

func (f *colorFlags) check() error {
	switch f.color {
	case "auto", "always", "never":
		return nil
	}
	return badValue("color", f.color, textOther.With("error", "auto, always, never"))
}

// colors reports whether colours go to a stream: on a terminal that understands
// them, unless the user's variables say otherwise (no-color.org, CLICOLOR_FORCE).
func (f *colorFlags) colors(w io.Writer) bool {
	file, shown := terminal(w)
	switch {
	case f.color == "always":
		return true
	case f.color == "never" || os.Getenv("NO_COLOR") != "":
		return false
	case os.Getenv("CLICOLOR_FORCE") != "" && os.Getenv("CLICOLOR_FORCE") != "0":
		return true
	}
	return shown && os.Getenv("TERM") != "dumb" && understandsColor(file)
}
