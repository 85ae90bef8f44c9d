package main

import (
	"cmp"
	"errors"
	"math"
	"runtime"
	"runtime/debug"
	"slices"
	"time"

	"github.com/tthclint/tthclint/pkg/config"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/sign"
)

// soon is how long before its end an anchor is told, in days.
const soon = 90

func diagnoseVersion() diagnosis {
	return diagnosis{partVersion, healthy, textVersion.With("version", version(), "go", runtime.Version(), "os", runtime.GOOS, "arch", runtime.GOARCH), msg.Text{}}
}

// diagnoseConfig reads the settings as other subcommands do. Settings that cannot
// be used are none, so that the other parts can be looked at.
func (c *Command) diagnoseConfig(f *configFlags) (*settings, diagnosis) {
	s, err := c.settings(f, nil)
	if e := (*config.Error)(nil); errors.As(err, &e) {
		return &settings{Config: &config.Config{}}, diagnosis{
			partConfig, broken, textConfigProblems.With("path", e.File, "n", len(e.Problems), "first", e.Problems[0].Text(e.File)), textConfigVerify.With("path", e.File),
		}
	}
	switch {
	case err != nil:
		return &settings{Config: &config.Config{}}, ill(partConfig, err)
	case f.none:
		return s, diagnosis{partConfig, healthy, textConfigOff.With(), msg.Text{}}
	case s.File == "":
		return s, diagnosis{partConfig, healthy, textConfigNone.With("name", config.FileName), msg.Text{}}
	}
	return s, diagnosis{partConfig, healthy, textConfigFound.With("path", s.File), msg.Text{}}
}

// diagnoseTrust counts the anchors and tells those that have ended or soon will.
func (c *Command) diagnoseTrust(f *trustFlags) diagnosis {
	all, _, err := c.trust(f)
	if err != nil {
		return ill(partTrust, err)
	}
	now := c.Now()
	var ended, ending []sign.Anchor
	builtIn := 0
	for _, a := range all.Anchors() {
		if a.Origin == sign.OriginBuiltIn {
			builtIn++
		}
		switch {
		case now.After(a.NotAfter):
			ended = append(ended, a)
		case now.AddDate(0, 0, soon).After(a.NotAfter):
			ending = append(ending, a)
		}
	}
	d := diagnosis{name: partTrust, health: healthy, says: textAnchors.With("builtin", builtIn, "own", len(all.Anchors())-builtIn)}
	first := append(ended, ending...)
	switch {
	case len(all.Anchors()) == 0:
		d.health, d.says, d.remedy = attention, textAnchorsNone.With(), textAnchorsRemedy.With()
	case len(ended) > 0:
		d.health, d.remedy = attention, textAnchorsRemedy.With()
		d.says = textAnchorEnded.With("anchors", d.says, "name", first[0].Name, "day", dayOnly(first[0].NotAfter), "n", len(ended))
	case len(ending) > 0:
		d.health, d.remedy = attention, textAnchorsRemedy.With()
		d.says = textAnchorEnding.With("anchors", d.says, "name", first[0].Name, "day", dayOnly(first[0].NotAfter), "n", len(ending))
	}
	return d
}

func (c *Command) diagnoseForms(f *readingFlags) diagnosis {
	builtIn, err := c.forms("")
	if err != nil {
		return ill(partForms, err)
	}
	if _, err = c.allForms(f); err != nil {
		return ill(partForms, err)
	}
	own := 0
	for _, folder := range slices.Concat(f.own, []string{f.forms}) {
		if folder == "" {
			continue
		}
		set, err := ownForms(folder)
		if err != nil {
			return ill(partForms, err)
		}
		own += len(set.Forms())
	}
	return diagnosis{partForms, healthy, textForms.With("builtin", len(builtIn.Forms()), "own", own), msg.Text{}}
}

// diagnoseLimits says how much is done at once and with how much.
func diagnoseLimits(s *settings) diagnosis {
	cpus := runtime.GOMAXPROCS(0)
	jobs := cmp.Or(s.Jobs, cpus)
	d := diagnosis{name: partLimits, health: healthy, says: textLimits.With("cpus", cpus, "jobs", jobs, "pages", parallelPages(jobs), "stdin", maxStdin>>20)}
	const least = 1 << 30 // below it a page or two at once make the collector run all the time
	switch memory := debug.SetMemoryLimit(-1); {
	case memory < least:
		d.health, d.says, d.remedy = attention, textLimitsMemory.With("limits", d.says, "mib", memory>>20), textLimitsMemoryRemedy.With()
	case memory < math.MaxInt64:
		d.says = textLimitsMemory.With("limits", d.says, "mib", memory>>20)
	}
	return d
}

// diagnoseTerminal says whether what is written can be read.
func (c *Command) diagnoseTerminal() diagnosis {
	d := diagnosis{name: partTerminal, health: healthy, says: textNoTerminal.With()}
	if _, ok := terminal(c.Stdout); ok {
		d.says = textTerminal.With("width", cmp.Or(consoleWidth(c.Stdout), helpWidth))
	}
	if encoding, ok := textEncoding(); !ok {
		d.health, d.says, d.remedy = attention, textEncodingOdd.With("terminal", d.says, "encoding", encoding), textEncodingRemedy.With()
	}
	return d
}

// dayOnly drops the time of a day, which nobody asks for here.
func dayOnly(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, t.Location())
}
