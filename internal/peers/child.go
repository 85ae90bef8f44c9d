package main

import (
	"context"
	"crypto/sha256"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"

	"github.com/digitorus/pdfsign/verify"

	"github.com/tthclint/tthclint/pkg/sign"
)

// childFlag makes this program one of the verifiers, or the maker of scans, so
// that each is measured as a process of its own.
const childFlag = "-child"

// child runs one of the modes with its arguments and returns the exit status.
// The first argument of a verifier is its trust folder, which may be empty.
func child(mode string, args []string, stdout, stderr io.Writer) int {
	var verify func(string) verdict
	var err error
	switch mode {
	case "ours":
		verify, err = ours(args[0])
	case "pdfsign":
		verify, err = pdfsign, trustBySystem(args[0])
	case "digest":
		verify = digest
	case "make":
		err = makeFromArguments(args)
	case "pages":
		err = readPages(args, stdout)
	default:
		err = fmt.Errorf("no such mode: %s", mode)
	}
	if err != nil {
		fmt.Fprintln(stderr, err)
		return 2
	}
	if verify == nil {
		return 0
	}
	out := json.NewEncoder(stdout)
	for _, path := range args[1:] {
		if err := out.Encode(verify(path)); err != nil {
			fmt.Fprintln(stderr, err)
			return 2
		}
	}
	return 0
}

// ours returns the verifier of this project, package sign alone.
func ours(trust string) (func(path string) verdict, error) {
	var o sign.Options
	if trust != "" {
		var err error
		if o.Trust, err = sign.LoadTrust(os.DirFS(trust)); err != nil {
			return nil, err
		}
	}
	return func(path string) verdict {
		f, size, err := open(path)
		if err != nil {
			return refused(err)
		}
		defer f.Close()
		rep, err := sign.Validate(context.Background(), f, size, o)
		if err != nil {
			return refused(err)
		}
		return verdictOf(rep)
	}, nil
}

// verdictOf reduces our report. A change counts as warned of when it is one
// that no rule explains, or one that is not permitted; so does a signature that
// does not cover the revision it ends in, or that was removed.
func verdictOf(rep *sign.Report) verdict {
	v := silent()
	v.Timestamps, v.Warned = 0, no
	var integrity, trusted []answer
	for i := range rep.Signatures {
		s := &rep.Signatures[i]
		if s.Removed || s.Changes == sign.ChangesOther || s.Coverage == sign.Partial || s.Coverage == sign.Incoherent || s.Permitted != nil && !*s.Permitted {
			v.Warned = yes
		}
		v.Failed = v.Failed || s.Indication == sign.TotalFailed
		v.Note = join(v.Note, fmt.Sprintf("%s %s %s %s%s", s.Field, s.Integrity, s.Coverage, s.Changes, codes(s.Reasons)))
		if s.Removed {
			continue
		}
		v.Found++
		if s.Kind == sign.KindTimestamp {
			v.Timestamps++
		}
		switch s.Integrity {
		case sign.Intact:
			integrity = append(integrity, intact)
		case sign.Broken:
			integrity = append(integrity, broken)
		default:
			integrity = append(integrity, unknown)
		}
		switch s.Trust {
		case sign.Trusted:
			trusted = append(trusted, yes)
		case sign.NoAnchor:
			trusted = append(trusted, unknown)
		default:
			trusted = append(trusted, no)
		}
	}
	if len(rep.Signatures) == 0 {
		v.Warned = unknown
	}
	v.Remarked = v.Warned
	v.Integrity, v.Trusted = worst(integrity), all(trusted)
	return v
}

func codes(reasons []sign.Reason) string {
	out := ""
	for _, r := range reasons {
		out += " " + string(r.Code)
	}
	return out
}

// trustBySystem makes the anchors of a folder the roots of the system, since
// pdfsign knows no others. It works where Go reads them from a file.
func trustBySystem(folder string) error {
	if folder == "" {
		return nil
	}
	trust, err := sign.LoadTrust(os.DirFS(folder))
	if err != nil {
		return err
	}
	f, err := os.CreateTemp("", "anchors-")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	for _, a := range trust.Anchors() {
		if err = pem.Encode(f, &pem.Block{Type: "CERTIFICATE", Bytes: a.Certificate.Raw}); err != nil {
			break
		}
	}
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		return err
	}
	// An empty folder would stand for the usual one.
	if err := errors.Join(os.Setenv("SSL_CERT_FILE", f.Name()), os.Setenv("SSL_CERT_DIR", os.DevNull)); err != nil {
		return err
	}
	_, err = x509.SystemCertPool() // read once for the whole process, so now
	return err
}

// pdfsign is the verifier of github.com/digitorus/pdfsign with its defaults,
// which do not use the network. It knows nothing of what follows a signature.
func pdfsign(path string) verdict {
	f, _, err := open(path)
	if err != nil {
		return refused(err)
	}
	defer f.Close()
	resp, err := verify.VerifyFile(f)
	if err != nil {
		if err.Error() == "no digital signature in document" {
			return silent()
		}
		return refused(err)
	}
	v := silent()
	v.Found, v.Note = len(resp.Signers), join("", resp.Error)
	var integrity, trusted []answer
	for _, s := range resp.Signers {
		a, t := broken, no
		if s.ValidSignature {
			a = intact
		}
		if s.TrustedIssuer {
			t = yes
		}
		integrity, trusted = append(integrity, a), append(trusted, t)
	}
	v.Integrity, v.Trusted = worst(integrity), all(trusted)
	if v.Found > 0 {
		v.Warned, v.Remarked = no, no
	}
	return v
}

// digest is the least that any verifier must do: hash the file.
func digest(path string) verdict {
	f, _, err := open(path)
	if err != nil {
		return refused(err)
	}
	defer f.Close()
	if _, err := io.CopyBuffer(struct{ io.Writer }{sha256.New()}, struct{ io.Reader }{f}, make([]byte, 256<<10)); err != nil {
		return refused(err)
	}
	return silent()
}

func refused(err error) verdict {
	v := silent()
	v.Err = firstLine(err.Error())
	return v
}

func open(path string) (*os.File, int64, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, 0, err
	}
	info, err := f.Stat()
	if err != nil {
		f.Close()
		return nil, 0, err
	}
	return f, info.Size(), nil
}

// makeFromArguments reads the folder, the number and the size of scans to make.
func makeFromArguments(args []string) error {
	if len(args) != 3 {
		return fmt.Errorf("make needs a folder, a number and a size")
	}
	n, err := strconv.Atoi(args[1])
	if err != nil {
		return err
	}
	size, err := strconv.Atoi(args[2])
	if err != nil {
		return err
	}
	return makeScans(args[0], n, size)
}
