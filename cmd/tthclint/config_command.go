package main

import (
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/config"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/msg"
)

// configCommand holds the subcommands about the file of settings.
func (c *Command) configCommand(outcome *int) *cobra.Command {
	cmd := &cobra.Command{
		Use: "config", Short: c.say(helpConfig), Long: c.say(helpConfigLong), DisableFlagsInUseLine: true, Args: c.unknownCommand,
		RunE: func(cmd *cobra.Command, _ []string) error {
			cmd.SetOut(c.Stderr)
			*outcome = exitCannotRun
			return cmd.Help()
		},
	}
	cmd.AddCommand(&cobra.Command{
		Use: "verify " + c.say(helpConfigFile), Short: c.say(helpConfigVerify), Long: c.say(helpConfigVerifyLong), Example: c.say(helpConfigVerifyExample),
		DisableFlagsInUseLine: true, Args: atMostOne,
		RunE: func(_ *cobra.Command, args []string) error { return c.verifyConfig(args) },
	}, &cobra.Command{
		Use: "schema", Short: c.say(helpConfigSchema), DisableFlagsInUseLine: true, Args: noArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := io.WriteString(c.Stdout, config.Schema())
			return err
		},
	}, c.configShowCommand())
	return cmd
}

// verifyConfig reads a file of settings and all that it names.
func (c *Command) verifyConfig(args []string) error {
	f := &configFlags{}
	if len(args) > 0 {
		f.file = args[0]
	}
	s, err := c.settings(f, nil)
	if err != nil {
		return err
	}
	if s.File == "" {
		return &userError{what: textNoConfig.With(), remedy: textNoConfigRemedy.With()}
	}
	var judge trustFlags
	var read readingFlags
	none := (&cobra.Command{}).Flags()
	judge.follow(s, none)
	read.follow(s, none)
	var o check.Options
	if err := c.judgeBy(&judge, &o); err != nil {
		return err
	}
	if o.Forms, err = c.allForms(&read); err != nil {
		return err
	}
	if err := s.knowsForms(o.Forms); err != nil {
		return err
	}
	c.tell(textConfigGood.With("path", s.File, "n", s.sections()))
	return nil
}

// knowsForms refuses procedures that name forms which do not exist.
func (s *settings) knowsForms(set *form.Set) error {
	var ids []string
	for _, f := range set.Forms() {
		ids = append(ids, f.ID)
	}
	for i, p := range s.Procedures {
		named := slices.Clone(p.Forms)
		for _, component := range p.Components {
			named = append(named, component.Forms...)
		}
		for _, id := range named {
			if slices.Contains(ids, id) {
				continue
			}
			remedy := textConfigListForms.With()
			if near := msg.Nearest(id, ids); near != "" {
				remedy = textConfigNearForm.With("name", near)
			}
			return &userError{what: textConfigUnknownForm.With("path", s.File, "line", s.Line(fmt.Sprintf("procedures[%d]", i)), "code", p.Code, "form", id), remedy: remedy}
		}
	}
	return nil
}
