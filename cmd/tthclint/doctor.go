package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/report"
)

// doctorFlags are the flags of the subcommand doctor as typed.
type doctorFlags struct {
	configFlags
	trustFlags
	readingFlags
	format string
	utf8   bool
}

// health says how well a part of the program works.
type health string

const (
	healthy   health = "ok"
	attention health = "attention" // it works, but not as well as it could
	broken    health = "broken"
)

// diagnosis is what is found about one part.
type diagnosis struct {
	name   msg.Message
	health health
	says   msg.Text
	remedy msg.Text // zero where nothing is to be done
}

func (c *Command) doctorCommand(outcome *int) *cobra.Command {
	var f doctorFlags
	cmd := &cobra.Command{
		Use: "doctor", Short: c.say(helpDoctor), Long: c.say(helpDoctorLong), DisableFlagsInUseLine: true, Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if f.format != "text" && f.format != "json" {
				return badValue("format", f.format, textOther.With("error", "text, json"))
			}
			s, found := c.diagnoseConfig(&f.configFlags)
			f.trustFlags.follow(s, cmd.Flags())
			f.readingFlags.follow(s, cmd.Flags())
			all, err := c.diagnose(cmd.Context(), &f, s, found)
			if err != nil {
				return err
			}
			for i := range all {
				if all[i].health == broken {
					*outcome = exitCannotRun
				}
			}
			return c.tellHealth(&f, all)
		},
	}
	set := cmd.Flags()
	set.SortFlags = false
	set.StringVar(&f.format, "format", "text", c.say(helpOutput))
	f.configFlags.define(set, c.say)
	set.StringVar(&f.folder, "trust", "", c.say(helpTrust))
	set.StringVar(&f.store, "trust-store", "", c.say(helpTrustStore))
	f.readingFlags.define(set, c.say)
	set.BoolVar(&f.utf8, "utf8", false, c.say(helpUTF8))
	return cmd
}

// diagnose looks at every part. The error is that of an interrupt.
func (c *Command) diagnose(ctx context.Context, f *doctorFlags, s *settings, config diagnosis) ([]diagnosis, error) {
	draws, reads, cache := c.diagnosePages(ctx, &f.readingFlags)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return []diagnosis{
		diagnoseVersion(), config, c.diagnoseTrust(&f.trustFlags), c.diagnoseForms(&f.readingFlags),
		draws, reads, cache, diagnoseLimits(s), c.diagnoseTerminal(),
	}, nil
}

// tellHealth writes what was found.
func (c *Command) tellHealth(f *doctorFlags, all []diagnosis) error {
	if f.format == "json" {
		return c.writeJSON(c.healthRecord(all), f.utf8)
	}
	var b strings.Builder
	bad := 0
	for i := range all {
		d := &all[i]
		label := fmt.Sprintf("%-7s %-18s ", c.say(healthWord(d.health)), c.say(d.name))
		lines := report.Wrap(report.Inert(d.says.In(c.lang)), helpWidth-healthColumn)
		if !d.remedy.IsZero() {
			lines = append(lines, report.Wrap(report.Inert(textRemedy.With("remedy", d.remedy).In(c.lang)), helpWidth-healthColumn)...)
		}
		for _, line := range lines {
			fmt.Fprintf(&b, "%s%s\n", label, line)
			label = strings.Repeat(" ", healthColumn)
		}
		if d.health == broken {
			bad++
		}
	}
	verdict := textHealthy.With()
	if bad > 0 {
		verdict = textUnhealthy.With("n", bad)
	}
	fmt.Fprintf(&b, "\n%s\n", verdict.In(c.lang))
	_, err := fmt.Fprint(c.Stdout, b.String())
	return err
}

// healthColumn is where the texts begin.
const healthColumn = 27

func healthWord(h health) msg.Message {
	switch h {
	case healthy:
		return wordHealthy
	case attention:
		return wordAttention
	}
	return wordBroken
}

// healthRecord is what doctor says in JSON: strings and arrays are never null.
type healthRecord struct {
	Lang   string        `json:"lang"`
	Health health        `json:"health"` // the worst of all
	Checks []checkRecord `json:"checks"`
}

type checkRecord struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Health health `json:"health"`
	Text   string `json:"text"`
	Remedy string `json:"remedy"`
}

func (c *Command) healthRecord(all []diagnosis) healthRecord {
	record := healthRecord{Lang: string(c.lang), Health: healthy, Checks: make([]checkRecord, len(all))}
	for i := range all {
		d := &all[i]
		if d.health == broken || d.health == attention && record.Health == healthy {
			record.Health = d.health
		}
		record.Checks[i] = checkRecord{strings.TrimPrefix(d.name.ID, "doctor/"), c.say(d.name), d.health, report.Inert(d.says.In(c.lang)), report.Inert(d.remedy.In(c.lang))}
	}
	return record
}

// ill is a diagnosis of an error.
func ill(name msg.Message, err error) diagnosis {
	e := explainError(err)
	return diagnosis{name, broken, e.what, e.remedy}
}
