// Package sign holds the rules on the digital signatures of a result.
//
// Rules of weight error ask for what makes a signature worth nothing. They end
// not-checked where the answer is missing, since the verdict rests on it. A rule
// of weight warning or info that lacks its fact ends not-applicable and says
// why: there is nothing to check then, and a dossier is not left open for it. It
// ends not-checked only where the user can supply the fact, such as a list of
// who signs for the agency.
package sign

import (
	"context"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/sign"
)

type rule = lint.Rule[*evidence.Dossier]

// Rules returns the rules of this family in their order.
func Rules() []rule {
	return []rule{
		Removed(), ImageOnly(), Missing(), // is there a signature at all
		Broken(), Malformed(), ChangedAfter(), NotPermittedChange(), // does it hold the bytes
		Untrusted(), Expired(), NotYetValid(), Revoked(), // may its certificate be believed
		Invalid(),
		TimeUnproven(), UnknownStatus(), Weak(), TestCertificate(),
		OneLayer(), LayerOrder(), WrongAgency(), UnlistedSigner(), TimeSkew(), NoTimestamp(), Position(),
	}
}

// readable are the rules whose finding leaves nothing to say about signatures.
func readable() []string {
	return []string{"result/empty", "result/not-pdf", "pdf/unreadable", "pdf/encrypted"}
}

// signed adds the rules on missing signatures to [readable].
func signed() []string { return append(readable(), "sign/image-only", "sign/missing") }

// intact adds the rules on signatures that do not hold the bytes of the file to
// [signed]: what their certificates say is then worth nothing.
func intact() []string { return append(signed(), "sign/broken", "sign/malformed") }

// believed adds the rules on certificates that cannot be believed to [intact].
func believed() []string {
	return append(intact(), "sign/untrusted", "sign/expired", "sign/not-yet-valid", "sign/revoked")
}

// signature is one signature of a file beside what sets it apart there.
type signature struct {
	sign.Signature
	item  int  // its number in the report, from 1
	alike bool // the same signer has signed the file more than once
}

// judge is what a rule says about the signatures of one result.
type judge func(doc *evidence.Document, signatures []signature, p *lint.Pass) error

// overSignatures returns a Run that hands a rule the signatures that the last
// revision of each result holds, without document timestamps. Results without
// any are not its business.
func overSignatures(j judge) func(context.Context, *evidence.Dossier, *lint.Pass) error {
	return inDossier(func(_ *evidence.Dossier, doc *evidence.Document, signatures []signature, p *lint.Pass) error {
		return j(doc, signatures, p)
	})
}

// inDossier is [overSignatures] for rules that compare signatures with what is
// known of the dossier.
func inDossier(j func(*evidence.Dossier, *evidence.Document, []signature, *lint.Pass) error) func(context.Context, *evidence.Dossier, *lint.Pass) error {
	return evidence.EachResult(func(_ context.Context, d *evidence.Dossier, doc *evidence.Document, p *lint.Pass) error {
		signatures, err := signaturesOf(doc)
		if err != nil {
			return err
		}
		if len(signatures) == 0 {
			return lint.Inapplicable(unsignedText.With())
		}
		return j(d, doc, signatures, p)
	})
}

var tooManyText = msg.Message{
	ID: "sign/too-many",
	VI: "Tệp có quá nhiều chữ ký số; chỉ đọc được {count} chữ ký đầu nên không kết luận",
	EN: "The file holds too many signatures; only the first {count} were read, so nothing is concluded",
}

var unsignedText = msg.Message{ID: "sign/unsigned", VI: "Tệp không có chữ ký số", EN: "The file has no digital signature"}

// reportOf returns the whole report about the signatures of a document.
func reportOf(doc *evidence.Document) (*sign.Report, error) {
	if err := doc.OnlyPDF(); err != nil {
		return nil, err
	}
	report, err := doc.Signatures()
	if err != nil {
		return nil, err
	}
	for _, r := range report.Reasons {
		if r.Code == sign.CodeTooManySignatures {
			return nil, lint.Unable(tooManyText.With("count", len(report.Signatures)), nil)
		}
	}
	return report, nil
}

func signaturesOf(doc *evidence.Document) ([]signature, error) {
	report, err := reportOf(doc)
	if err != nil {
		return nil, err
	}
	return standing(report), nil
}

// standing returns the signatures that the last revision holds.
func standing(report *sign.Report) []signature { return signaturesThat(report, false) }

// signaturesThat returns the signatures that the last revision holds, or those
// that it no longer holds.
func signaturesThat(report *sign.Report, removed bool) []signature {
	names := map[string]int{}
	for i := range report.Signatures {
		if s := &report.Signatures[i]; s.Kind == sign.KindSignature {
			names[nameIn(s)]++
		}
	}
	var signatures []signature
	for i, s := range report.Signatures {
		if s.Kind == sign.KindSignature && s.Removed == removed {
			signatures = append(signatures, signature{s, i + 1, names[nameIn(&s)] > 1})
		}
	}
	return signatures
}

// visible is how wide and high, in mm, a box is at least that anybody can see.
const visible = 0.5

// place returns where a signature is shown, or the file if it is not.
func place(doc *evidence.Document, s *signature) lint.Place {
	if !s.Visible() {
		return doc.Place()
	}
	if b := s.Box; b.W < visible || b.H < visible || b.X+b.W <= 0 || b.Y+b.H <= 0 {
		return doc.PlaceOn(s.Page, lint.Box{}) // nobody could look there
	}
	return doc.PlaceOn(s.Page, lint.Box{X: s.Box.X, Y: s.Box.Y, W: s.Box.W, H: s.Box.H})
}

// signedAt returns when a signature was made, in Vietnamese time, in words.
func signedAt(s *signature) any {
	at := signingTime(s)
	if at.IsZero() {
		return noTimeText.With()
	}
	return at.In(law.Vietnam())
}

var noTimeText = msg.Message{ID: "sign/no-time", VI: "không rõ thời điểm", EN: "an unknown time"}
