package pictures

import (
	"time"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/ink"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/report/html"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/words"
)

var (
	fingerText    = msg.Message{ID: "pictures/fingerprint", VI: "{field}: điểm chỉ", EN: "{field}: fingerprint"}
	signedText    = msg.Message{ID: "pictures/signature", VI: "Chữ ký số của {signer}, ký lúc {time}", EN: "Digital signature of {signer}, signed at {time}"}
	unseenText    = msg.Message{ID: "pictures/signature-unseen", VI: "{signature} (không hiện trên trang)", EN: "{signature} (not shown on a page)"}
	undatedText   = msg.Message{ID: "pictures/signature-undated", VI: "Chữ ký số của {signer}, không rõ thời điểm ký", EN: "Digital signature of {signer}, time unknown"}
	somebodyText  = msg.Message{ID: "pictures/signer-unknown", VI: "người ký không rõ", EN: "an unknown signer"}
	hiddenText    = msg.Message{ID: "pictures/signer-hidden", VI: "(đã che)", EN: "(hidden)"}
	unsignedText  = msg.Message{ID: "pictures/unsigned", VI: "Ô chữ ký số chưa ký", EN: "Field for a digital signature, not signed"}
	lookalikeText = msg.Message{ID: "pictures/lookalike", VI: "Hình giống chữ ký hoặc con dấu, không phải chữ ký số", EN: "Picture like a signature or a seal, no digital signature"}
)

// fieldMarks are the places for signatures and seals of the form on a page. One
// that may stay empty and is empty is not marked.
func fieldMarks(p *evidence.PageReading) (all []html.Mark) {
	if p.Reading == nil {
		return nil
	}
	for i := range p.Reading.Fields {
		f := &p.Reading.Fields[i]
		state := html.Unsure
		switch {
		case f.State.Signed():
			state = html.Found
		case f.State == ink.Absent && f.Required:
			state = html.Missing
		case f.State == ink.Absent:
			continue
		}
		if f.Box.W > 0 && f.Box.H > 0 { // its place was found
			all = append(all, html.Mark{Box: lint.Box(f.Box), State: state, Label: fieldText(f)})
		}
	}
	return all
}

func fieldText(f *form.FieldReading) msg.Text {
	name := msg.Message{ID: "pictures/field", VI: f.Label.VI, EN: f.Label.EN}.With()
	if f.State == ink.Fingerprint {
		return fingerText.With("field", name)
	}
	return name
}

type pageMark struct {
	html.Mark
	page int // 0: on none
}

// signatureMarks are the digital signatures that are shown on pages, the fields
// for them that nobody has signed, and what may be taken for one.
func signatureMarks(doc *evidence.Document, redact bool) (all []pageMark) {
	report, err := doc.Signatures()
	if err != nil {
		return nil // told by the rules on signatures
	}
	add := func(page int, b pdf.Box, state html.State, label msg.Text) {
		if seen(page, b) {
			all = append(all, pageMark{html.Mark{Box: lint.Box{X: b.X, Y: b.Y, W: b.W, H: b.H}, State: state, Label: label}, page})
		}
	}
	for i := range report.Signatures {
		s := &report.Signatures[i]
		switch text := signatureText(s, redact); {
		case s.Kind != sign.KindSignature || s.Removed:
		case seen(s.Page, s.Box):
			add(s.Page, s.Box, stateOf(s.Indication), text)
		default:
			all = append(all, pageMark{Mark: html.Mark{State: stateOf(s.Indication), Label: unseenText.With("signature", text)}})
		}
	}
	for _, f := range report.UnsignedFields {
		add(f.Page, f.Box, html.Missing, unsignedText.With())
	}
	for _, m := range report.Marks {
		if m.Kind != "field" { // told as unsigned
			add(m.Page, m.Box, html.Unsure, lookalikeText.With())
		}
	}
	return all
}

// seen reports whether anybody can see a box.
func seen(page int, b pdf.Box) bool {
	const least = 0.5 // mm
	return page > 0 && b.W >= least && b.H >= least
}

func stateOf(i sign.Indication) html.State {
	switch i {
	case sign.TotalPassed:
		return html.Found
	case sign.TotalFailed:
		return html.Wrong
	}
	return html.Unsure
}

// signatureText names the signer by the certificate, and the time that is proven
// or else the one that the signer says.
func signatureText(s *sign.Signature, redact bool) msg.Text {
	var signer any = somebodyText.With()
	switch {
	case s.Signer == nil:
	case redact:
		signer = hiddenText.With()
	case s.Signer.Subject.CommonName != "":
		signer = words.Clip(s.Signer.Subject.CommonName)
	default:
		signer = words.Clip(sign.DistinguishedName(s.Signer.Subject))
	}
	for _, at := range []time.Time{s.Proven, s.Claimed} {
		if !at.IsZero() {
			return signedText.With("signer", signer, "time", at.In(law.Vietnam()))
		}
	}
	return undatedText.With("signer", signer)
}
