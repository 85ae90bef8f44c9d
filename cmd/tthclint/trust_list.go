package main

import (
	"encoding/hex"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/report"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/trust"
)

func (c *Command) trustListCommand(dir *string) *cobra.Command {
	var format string
	var utf8 bool
	cmd := &cobra.Command{
		Use: "list", Short: c.say(helpTrustList), DisableFlagsInUseLine: true, Args: noArgs,
		RunE: func(*cobra.Command, []string) error {
			if format != "text" && format != "json" {
				return badValue("format", format, textOther.With("error", "text, json"))
			}
			store, path, err := c.readStore(*dir)
			if err != nil {
				return err
			}
			list := c.trustList(store, path)
			out := []byte(c.trustText(list))
			if format == "json" {
				if out, err = report.Marshal(list, utf8); err != nil {
					return err
				}
				out = append(out, '\n')
			}
			_, err = c.Stdout.Write(out)
			return err
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", c.say(helpRulesFormat))
	cmd.Flags().BoolVar(&utf8, "utf8", false, c.say(helpUTF8))
	return cmd
}

// trustRecord is what "trust list" says, and its JSON form: strings and arrays
// are never null.
type trustRecord struct {
	Lang     string       `json:"lang"`
	Store    string       `json:"store"`    // folder of imported certificates; empty where the user has none
	Check    string       `json:"check"`    // how a fingerprint is checked
	BuiltIn  []authRecord `json:"builtIn"`  // anchors that are part of the program
	Imported []authRecord `json:"imported"` // certificates in the folder
	Known    []authRecord `json:"known"`    // certificates that are known and not imported
}

// authRecord is one certificate of an authority, as far as it is known.
type authRecord struct {
	Name      string   `json:"name"`
	Subject   string   `json:"subject"`
	Kind      string   `json:"kind"`   // root, intermediate
	Origin    string   `json:"origin"` // built-in, pinned, own
	Anchor    bool     `json:"anchor"` // chains may end at it; false: not, or not before it is imported
	NotBefore string   `json:"notBefore"`
	NotAfter  string   `json:"notAfter"`
	SHA256    string   `json:"sha256"`
	SHA1      string   `json:"sha1"` // what Windows calls the thumbprint
	Download  []string `json:"download"`
	Publisher string   `json:"publisher"`
	Source    string   `json:"source"`    // who tells the fingerprint
	Certainty string   `json:"certainty"` // computed, reported
	Note      string   `json:"note"`
	File      string   `json:"file"`     // in the folder
	Imported  string   `json:"imported"` // the day it became the user's own anchor
}

func (c *Command) trustList(store *trust.Store, path string) trustRecord {
	list := trustRecord{Lang: string(c.lang), Store: path, Check: c.say(textTrustCheck), BuiltIn: []authRecord{}, Imported: []authRecord{}, Known: []authRecord{}}
	present := map[string]bool{}
	for _, e := range store.Entries() {
		r := authRecord{Download: []string{}}
		if e.Pin != nil {
			r = pinRecord(*e.Pin)
		}
		r.Name, r.Subject, r.SHA256, r.File, r.Origin, r.Anchor = e.Certificate.Subject.CommonName, sign.DistinguishedName(e.Certificate.Subject), e.SHA256, e.File, string(e.Status), e.Anchor()
		r.NotBefore, r.NotAfter, r.Imported = law.Day(e.Certificate.NotBefore), law.Day(e.Certificate.NotAfter), isoDay(e.Imported)
		if r.Kind == "" {
			r.Kind = kindOf(e.Certificate)
		}
		list.Imported = append(list.Imported, r)
		present[e.SHA256] = true
	}
	for _, p := range c.pins() {
		switch {
		case p.BuiltIn:
			list.BuiltIn = append(list.BuiltIn, builtInRecord(p))
		case !present[p.SHA256]:
			list.Known = append(list.Known, pinRecord(p))
		}
	}
	return list
}

func pinRecord(p trust.Pin) authRecord {
	return authRecord{
		Name: p.Name, Subject: p.Subject, Kind: string(p.Kind), SHA256: p.SHA256, SHA1: p.SHA1, Download: append([]string{}, p.Download...),
		Publisher: p.Publisher, Source: p.Source, Certainty: string(p.Certainty), Note: p.Note,
	}
}

// builtInRecord adds to a pin the term of the anchor that is compiled in.
func builtInRecord(p trust.Pin) authRecord {
	r := pinRecord(p)
	r.Origin, r.Anchor = string(trust.BuiltIn()[0].Origin), true
	for _, a := range trust.BuiltIn() {
		if hex.EncodeToString(a.SHA256[:]) == p.SHA256 {
			r.NotBefore, r.NotAfter = law.Day(a.NotBefore), law.Day(a.NotAfter)
		}
	}
	return r
}

func isoDay(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

// trustText writes the list for people.
func (c *Command) trustText(list trustRecord) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", c.say(listBuiltIn))
	for _, r := range list.BuiltIn {
		c.authority(&b, r)
	}
	b.WriteString("\n")
	paragraph(&b, list.Check)
	fmt.Fprintf(&b, "\n%s\n", report.Inert(listImported.With("n", len(list.Imported), "path", list.Store).In(c.lang)))
	for _, r := range list.Imported {
		c.authority(&b, r)
	}
	fmt.Fprintf(&b, "\n%s\n", c.say(listKnown))
	for _, r := range list.Known {
		if r.SHA256 != "" {
			c.authority(&b, r)
		}
	}
	b.WriteString("\n")
	paragraph(&b, c.say(listKnownHow))
	fmt.Fprintf(&b, "\n%s\n\n", c.say(listNamed))
	for _, r := range list.Known {
		if r.SHA256 == "" {
			fmt.Fprintf(&b, "  %s\n", report.Inert(r.Name))
			c.labelled(&b, labelSHA1, report.Fingerprint(r.SHA1))
			for _, address := range r.Download {
				c.labelled(&b, labelDownload, address)
			}
		}
	}
	b.WriteString("\n")
	paragraph(&b, c.say(listNamedHow))
	return b.String()
}

func (c *Command) authority(b *strings.Builder, r authRecord) {
	fmt.Fprintf(b, "\n  %s\n", report.Inert(r.Name))
	c.labelled(b, labelSubject, r.Subject)
	c.labelled(b, labelStatus, c.status(r))
	if r.NotAfter != "" {
		c.labelled(b, labelTerm, textTerm.With("from", localDay(r.NotBefore), "until", localDay(r.NotAfter)).In(c.lang))
	}
	c.labelled(b, labelSHA256, report.Fingerprint(r.SHA256))
	c.labelled(b, labelSHA1, report.Fingerprint(r.SHA1))
	c.labelled(b, labelPublisher, r.Publisher)
	for _, address := range r.Download {
		c.labelled(b, labelDownload, address)
	}
	c.labelled(b, labelFile, r.File)
}

// status says what a certificate is good for, and why.
func (c *Command) status(r authRecord) string {
	switch r.Origin {
	case "built-in":
		return c.say(statusBuiltIn)
	case string(trust.StatusOwn):
		return statusOwn.With("date", localDay(r.Imported)).In(c.lang)
	case string(trust.StatusPinned):
		if r.Anchor {
			return c.say(statusPinnedRoot)
		}
		return c.say(statusPinned)
	}
	if r.Kind == string(trust.Root) {
		return c.say(statusKnownRoot)
	}
	return c.say(statusKnown)
}

// localDay turns a day of a record into one that a text shows in its language.
func localDay(iso string) any {
	t, err := time.ParseInLocation(time.DateOnly, iso, law.Vietnam())
	if err != nil {
		return iso
	}
	return t
}
