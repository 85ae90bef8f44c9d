package main

import (
	"errors"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"github.com/tthclint/tthclint/pkg/config"
)

func (c *Command) initCommand() *cobra.Command {
	var force bool
	cmd := &cobra.Command{
		Use: "init", Short: c.say(helpInit), Long: c.say(helpInitLong), DisableFlagsInUseLine: true, Args: noArgs,
		RunE: func(*cobra.Command, []string) error {
			if err := writeSample(config.FileName, force); err != nil {
				return err
			}
			c.tell(textInitDone.With("path", config.FileName))
			return nil
		},
	}
	cmd.Flags().BoolVar(&force, "force", false, c.say(helpInitForce))
	return cmd
}

// writeSample writes the sample of settings, over one that is there only with force.
func writeSample(path string, force bool) (err error) {
	flags := os.O_WRONLY | os.O_CREATE | os.O_EXCL
	if force {
		flags = os.O_WRONLY | os.O_CREATE | os.O_TRUNC
	}
	file, err := os.OpenFile(path, flags, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return &userError{what: textInitThere.With("path", path), remedy: textInitThereRemedy.With(), err: err}
	}
	if err == nil {
		_, err = file.WriteString(config.Sample())
		err = errors.Join(err, file.Close())
	}
	if err != nil {
		why, remedy := notWritten(err)
		return &userError{what: textInitFailed.With("path", path, "reason", why), remedy: remedy, err: err}
	}
	return nil
}
