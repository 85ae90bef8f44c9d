package main

import (
	"cmp"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/config"
	"github.com/tthclint/tthclint/pkg/indicator"
	"github.com/tthclint/tthclint/pkg/report"
)

func (c *Command) configShowCommand() *cobra.Command {
	var f configFlags
	var format string
	var utf8 bool
	cmd := &cobra.Command{
		Use: "show", Short: c.say(helpConfigShow), DisableFlagsInUseLine: true, Args: noArgs,
		RunE: func(*cobra.Command, []string) error {
			if format != "text" && format != "json" {
				return badValue("format", format, textOther.With("error", "text, json"))
			}
			s, err := c.settings(&f, nil)
			if err != nil {
				return err
			}
			if format == "json" {
				return c.writeJSON(settingsRecord(s), utf8)
			}
			_, err = fmt.Fprint(c.Stdout, c.settingsText(s))
			return err
		},
	}
	f.define(cmd.Flags(), c.say)
	cmd.Flags().StringVar(&format, "format", "text", c.say(helpOutput))
	cmd.Flags().BoolVar(&utf8, "utf8", false, c.say(helpUTF8))
	return cmd
}

// setting is one setting in force.
type setting struct {
	Key   string `json:"key"`
	Value string `json:"value"` // empty: nothing
	Line  int    `json:"line"`  // 0: the default
}

// settingsOf lists every setting with its value, those that are not in the file
// with the default.
func settingsOf(s *settings) []setting {
	var all []setting
	add := func(key, value, otherwise string) {
		line := s.Line(key)
		if line == 0 {
			value = otherwise
		}
		all = append(all, setting{key, value, line})
	}
	add("agency.name", s.Agency.Name, "")
	add("agency.aliases", each(s.Agency.Aliases, func(a config.Alias) string { return a.Name }), "")
	add("officials", each(s.Officials, func(o config.Official) string { return o.Name }), "")
	add("procedures", each(s.Procedures, func(p config.Procedure) string { return p.Code }), "")
	add("layers", strconv.Itoa(s.Layers), "1")
	add("trust.anchors", each(s.Trust.Anchors, same), "builtin")
	add("trust.only", strconv.FormatBool(s.Trust.Only), "false")
	add("trust.evidence", s.Trust.Evidence, "")
	store, _ := storePath("") // never an error of the usual place
	add("trust.store", s.Trust.Store, filepath.ToSlash(store))
	add("severities", pairs(s.Severities), "")
	add("rules.only", each(s.Rules.Only, same), "all")
	add("rules.skip", each(s.Rules.Skip, same), "")
	add("fail_on", s.FailOn.String(), "error")
	for _, one := range indicator.All() {
		add("targets."+one.Key, target(s.Targets[one.Key]), target(one.Target))
	}
	add("due_soon", strconv.Itoa(max(s.DueSoon, 0)), "3")
	add("register.headers", pairs(s.Register.Headers), "")
	add("register.words", pairs(s.Register.Words), "")
	add("register.statuses", pairs(s.Register.Statuses), "")
	add("register.footers", each(s.Register.Footers, same), "")
	add("register.pinned", each(s.Register.Pinned, func(p config.Sheet) string {
		return strings.TrimSpace(p.Name + " " + each(p.Columns, func(c config.Column) string { return config.ColumnName(c.Number) + "=" + string(c.Field) }))
	}), "")
	add("forms", each(s.Forms, same), "builtin")
	add("jobs", strconv.Itoa(s.Jobs), strconv.Itoa(check.DefaultJobs()))
	add("ocr", s.OCR, "builtin")
	return all
}

func same(s string) string { return s }

func each[T any](all []T, name func(T) string) string {
	names := make([]string, len(all))
	for i, one := range all {
		names[i] = name(one)
	}
	return strings.Join(names, "; ")
}

func pairs[K cmp.Ordered, V any](m map[K]V) string {
	return each(slices.Sorted(maps.Keys(m)), func(k K) string { return fmt.Sprintf("%v=%v", k, m[k]) })
}

// target says a share of 1 in percent; nothing for an indicator without a target.
func target(share float64) string {
	if share == 0 {
		return ""
	}
	return strconv.FormatFloat(share*100, 'f', -1, 64)
}

// sections counts the sections of the file that are in use.
func (s *settings) sections() int {
	seen := map[string]bool{}
	for _, one := range settingsOf(s) {
		if section, _, _ := strings.Cut(one.Key, "."); one.Line > 0 {
			seen[section] = true
		}
	}
	return len(seen)
}

func (c *Command) settingsText(s *settings) string {
	var b strings.Builder
	if s.File == "" {
		fmt.Fprintln(&b, c.say(configNone))
	} else {
		fmt.Fprintln(&b, configHead.With("path", report.Inert(s.File), "sha256", s.SHA256).In(c.lang))
	}
	all := settingsOf(s)
	widest := 0
	for _, one := range all {
		widest = max(widest, len(one.Key))
	}
	for _, one := range all {
		origin := c.say(configDefault)
		if one.Line > 0 {
			origin = configFromLine.With("line", one.Line).In(c.lang)
		}
		fmt.Fprintf(&b, "  %-*s  %s  [%s]\n", widest, one.Key, cmp.Or(report.Inert(one.Value), c.say(configNothing)), origin)
	}
	return b.String()
}

// settingsRecord is the same for programs.
func settingsRecord(s *settings) any {
	return struct {
		File     string    `json:"file"`
		SHA256   string    `json:"sha256"`
		Settings []setting `json:"settings"`
	}{s.File, s.SHA256, settingsOf(s)}
}
