package main

import (
	"errors"
	"io/fs"
	"os"
	"regexp"
	"strings"

	"github.com/spf13/pflag"

	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/fetch"
	"github.com/tthclint/tthclint/pkg/sign/trust"
)

// trustFlags are the flags that say whom to trust, and where revocation data
// may come from.
type trustFlags struct {
	folder   string // --trust
	store    string // --trust-store
	only     bool   // --trust-only
	evidence string
	online   bool
	hosts    []string // --online-host

	anchors  []string  // of the file of settings, in place of folder
	settings *settings // nil where the subcommand has none
}

func (f *trustFlags) define(set *pflag.FlagSet, say func(msg.Message) string) {
	set.StringVar(&f.folder, "trust", "", say(helpTrust))
	set.StringVar(&f.store, "trust-store", "", say(helpTrustStore))
	set.BoolVar(&f.only, "trust-only", false, say(helpTrustOnly))
	set.StringVar(&f.evidence, "evidence", "", say(helpEvidence))
	set.BoolVar(&f.online, "online", false, say(helpOnline))
	set.StringSliceVar(&f.hosts, "online-host", nil, say(helpOnlineHost))
}

// judgeBy fills in what signatures are judged by: anchors, revocation data, and
// the network if it was asked for.
func (c *Command) judgeBy(f *trustFlags, o *check.Options) (err error) {
	if err = f.checkHosts(); err != nil {
		return err
	}
	if o.Trust, o.TrustSource, err = c.trust(f); err != nil {
		return err
	}
	if o.Evidence, o.EvidenceSource, err = c.evidence(f); err != nil {
		return err
	}
	o.Fetch = c.fetcher(f)
	return nil
}

// trust returns the anchors and intermediates that the flags ask for: those
// built in, those imported and those of the folder --trust, or the last alone.
// The name of that folder is the source of anchors that do not name theirs.
func (c *Command) trust(f *trustFlags) (*sign.Trust, string, error) {
	var all *sign.Trust
	switch {
	case !f.only:
		store, name, err := c.readStore(f.store)
		if err != nil {
			return nil, "", f.settings.blame(f.store, err)
		}
		all = trust.Default().With(store.Trust(name))
	case f.folder == "" && len(f.anchors) == 0:
		return nil, "", &userError{what: textTrustOnly.With(), remedy: textTrustRemedy.With()}
	}
	if f.folder != "" {
		own, err := loadTrust(f.folder)
		if err != nil {
			return nil, "", err
		}
		return all.With(own), slashed(f.folder), nil
	}
	var names []string
	for _, path := range f.anchors {
		own, err := loadAnchors(path)
		if err != nil {
			return nil, "", f.settings.blame(path, err)
		}
		all, names = all.With(own), append(names, slashed(path))
	}
	return all, strings.Join(names, ", "), nil
}

// loadTrust reads the certificates of a folder.
func loadTrust(dir string) (*sign.Trust, error) {
	var all *sign.Trust
	err := inFolder(dir, textTrustNotFolder, textTrustRemedy, func(fsys fs.FS) (err error) {
		all, err = sign.LoadTrust(fsys)
		return err
	}, textTrustBroken)
	if err != nil {
		return nil, err
	}
	if len(all.Anchors()) == 0 && len(all.Intermediates()) == 0 {
		return nil, &userError{what: textTrustEmpty.With("path", dir), remedy: textTrustRemedy.With()}
	}
	return all, nil
}

// evidence returns the revocation data of the folder --evidence, and its name;
// nil without one.
func (c *Command) evidence(f *trustFlags) (*sign.Evidence, string, error) {
	if f.evidence == "" {
		return nil, "", nil
	}
	var e *sign.Evidence
	err := inFolder(f.evidence, textEvidenceNotFolder, textEvidenceRemedy, func(fsys fs.FS) (err error) {
		e, err = sign.LoadEvidence(fsys)
		return err
	}, textEvidenceBroken)
	if err != nil {
		return nil, "", f.settings.blame(f.evidence, err)
	}
	if len(e.CRLs) == 0 && len(e.OCSPs) == 0 && len(e.Certs) == 0 {
		return nil, "", f.settings.blame(f.evidence, &userError{what: textEvidenceEmpty.With("path", f.evidence), remedy: textEvidenceRemedy.With()})
	}
	return e, slashed(f.evidence), nil
}

// inFolder reads something out of a folder that a flag names.
func inFolder(dir string, noFolder, remedy msg.Message, read func(fs.FS) error, broken msg.Message) error {
	abs, info, err := locate(dir)
	if err != nil {
		return cannotOpen(dir, err)
	}
	if !info.IsDir() {
		return &userError{what: noFolder.With("path", dir), remedy: remedy.With()}
	}
	root, err := os.OpenRoot(abs)
	if err != nil {
		return cannotOpen(dir, err)
	}
	defer root.Close()
	if err := read(root.FS()); err != nil {
		why, remedy := reason(err), remedy
		if file, inner := fileOf(err); file != "" {
			why, remedy = textInFile.With("file", file, "reason", reason(inner)), textInFileRemedy
		}
		return &userError{what: broken.With("path", dir, "reason", why), remedy: remedy.With(), err: err}
	}
	return nil
}

// fileOf splits an error of package sign about one file of a folder into the
// name of the file and what is wrong with it.
func fileOf(err error) (string, error) {
	inner := errors.Unwrap(err)
	if inner == nil {
		return "", err
	}
	named, ok := strings.CutSuffix(err.Error(), ": "+inner.Error())
	if _, name, found := strings.Cut(named, ": "); ok && found {
		return name, inner
	}
	return "", err
}

// hostName is a name that --online-host takes: no port, no address of a page.
var hostName = regexp.MustCompile(`^[A-Za-z0-9]([A-Za-z0-9.-]{0,250}[A-Za-z0-9])?$`)

// checkHosts refuses names that could never be asked.
func (f *trustFlags) checkHosts() error {
	for _, name := range f.hosts {
		if !hostName.MatchString(name) {
			return badValue("online-host", name, textHostForm.With())
		}
	}
	if len(f.hosts) > 0 && !f.online {
		return &userError{what: textHostOffline.With(), remedy: textHostOfflineRemedy.With()}
	}
	return nil
}

// fetcher returns the client of the network, or nil unless --online asks for
// one.
func (c *Command) fetcher(f *trustFlags) sign.Fetcher {
	if !f.online {
		return nil
	}
	return sign.Cached(c.online(fetch.Options{Hosts: append(fetch.DefaultHosts(), f.hosts...), UserAgent: "tthclint/" + version()}))
}
