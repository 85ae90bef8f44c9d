package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tthclint/tthclint/pkg/report"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/trust"
)

func (c *Command) trustRemoveCommand(dir *string) *cobra.Command {
	return &cobra.Command{
		Use: "remove SHA256", Short: c.say(helpTrustRemove), DisableFlagsInUseLine: true,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return &userError{what: textNoFingerprint.With(), remedy: textSeeTrustList.With()}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			store, err := c.storeToChange(*dir)
			if err != nil {
				return err
			}
			return c.remove(store, strings.Join(args, ""))
		},
	}
}

// leastDigits is how many digits of a SHA-256 name a certificate at least.
const leastDigits = 8

// remove takes the one certificate out of the store whose SHA-256 begins with
// what was given, in any of the ways in which programs write it.
func (c *Command) remove(store *writable, given string) error {
	sum := strings.ToLower(strings.NewReplacer(":", "", " ", "", "-", "").Replace(given))
	if len(sum) < leastDigits {
		return &userError{what: textShortFingerprint.With("sha256", given, "n", leastDigits), remedy: textSeeTrustList.With()}
	}
	var found []trust.Entry
	for _, e := range store.Entries() {
		if strings.HasPrefix(e.SHA256, sum) {
			found = append(found, e)
		}
	}
	if len(found) != 1 {
		return &userError{what: textNoSuchEntry.With("sha256", given), remedy: textSeeTrustList.With()}
	}
	if _, err := store.Remove(storeFolder(store.path), found[0].SHA256); err != nil {
		return cannotStore(store.path, err)
	}
	_, err := fmt.Fprintln(c.Stdout, report.Inert(textRemoved.With("subject", sign.DistinguishedName(found[0].Certificate.Subject)).In(c.lang)))
	return err
}
