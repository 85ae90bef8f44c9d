package main

import (
	"context"
	"crypto/sha256"
	"crypto/x509"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/report"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/fetch"
	"github.com/tthclint/tthclint/pkg/sign/trust"
	"github.com/tthclint/tthclint/pkg/sign/words"
)

func (c *Command) trustUpdateCommand(dir *string) *cobra.Command {
	return &cobra.Command{
		Use: "update", Short: c.say(helpTrustUpdate), Long: c.say(helpTrustUpdateLong), DisableFlagsInUseLine: true, Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			store, err := c.storeToChange(*dir)
			if err != nil {
				return err
			}
			return c.update(cmd.Context(), store)
		},
	}
}

// update asks the publishers for every certificate that a pin can confirm, and
// compares the built-in anchors with what their publishers offer. Whatever a
// pin does not confirm is told and not taken.
func (c *Command) update(ctx context.Context, store *writable) error {
	client := c.online(fetch.Options{UserAgent: "tthclint/" + version()})
	asked, failed := 0, 0
	for _, pin := range c.pins() {
		if pin.SHA256 == "" || len(pin.Download) == 0 {
			continue
		}
		asked++
		fine, err := c.updatePin(ctx, store, client, &pin)
		if err != nil {
			return err
		}
		if !fine {
			failed++
		}
	}
	switch {
	case failed == 0:
		return nil
	case failed == asked:
		return &userError{what: textUpdateNone.With(), remedy: textUpdateRemedy.With()}
	}
	return &userError{what: textUpdateSome.With("n", failed, "of", asked), remedy: textUpdateRemedy.With()}
}

// updatePin asks the addresses of one pin until one has the certificate. It
// reports whether one had; an error ends the update.
func (c *Command) updatePin(ctx context.Context, store *writable, client sign.Fetcher, pin *trust.Pin) (bool, error) {
	for _, address := range pin.Download {
		certs, err := client.Certificate(ctx, address)
		switch cert := confirmed(pin, certs); {
		case ctx.Err() != nil:
			return false, ctx.Err()
		case err != nil:
			c.tell(textUpdateFailed.With("name", pin.Name, "address", address, "reason", fetchReason(err)))
		case cert == nil:
			c.tell(textUpdateOther.With("name", pin.Name, "address", address, "sha256", fingerprints(certs)))
		case pin.BuiltIn:
			return true, c.announce(textUpdateSame, cert, pin.SHA256)
		default:
			return true, c.importOne(store, cert, false)
		}
	}
	return false, nil
}

func confirmed(pin *trust.Pin, certs []*x509.Certificate) *x509.Certificate {
	for _, cert := range certs {
		if pin.Confirms(cert) {
			return cert
		}
	}
	return nil
}

func fingerprints(certs []*x509.Certificate) string {
	var all []string
	for _, cert := range certs[:min(len(certs), 3)] {
		sum := sha256.Sum256(cert.Raw)
		all = append(all, report.Fingerprint(hex.EncodeToString(sum[:])))
	}
	if len(certs) > len(all) {
		all = append(all, "…")
	}
	return strings.Join(all, ", ")
}

// fetchReason says in words for people why an answer was not to be had.
func fetchReason(err error) msg.Text {
	for _, known := range []struct {
		err  error
		text msg.Message
	}{
		{fetch.ErrTimeout, textNetTimeout}, {fetch.ErrSilent, textNetSilent}, {fetch.ErrConnect, textNetConnect}, {fetch.ErrPrivate, textNetPrivate},
		{fetch.ErrHost, textNetHost}, {fetch.ErrRedirect, textNetRedirect}, {fetch.ErrTooLarge, textNetTooLarge},
	} {
		if errors.Is(err, known.err) {
			return known.text.With()
		}
	}
	if e := (*fetch.Error)(nil); errors.As(err, &e) {
		err = e.Err
	}
	return words.Detail(fmt.Sprint(err))
}
