package sign

import (
	"maps"

	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/sign"
)

// nameIn returns the name in the signer's certificate; empty without one. What a
// document claims about its signer is no name: anybody can write it.
func nameIn(s *sign.Signature) string {
	if s.Signer == nil {
		return ""
	}
	return nameOf(s.Signer)
}

// signer names who signed, with the field where the same signer has signed
// several: two findings would else read the same.
func signer(s *signature) any {
	switch name := nameIn(&s.Signature); {
	case name == "":
		return nobodyText.With("place", fieldOf(s))
	case s.alike:
		return fieldSignerText.With("signer", name, "place", fieldOf(s))
	default:
		return name
	}
}

// fieldOf names the field of a signature.
func fieldOf(s *signature) msg.Text {
	if s.Field == "" {
		return namelessText.With()
	}
	return fieldText.With("field", oneLine(s.Field))
}

// named returns what is said of a signature whose signer is known, and else the
// same with what the file itself has to offer: the field, and the time that it
// states.
func named(s *signature, known msg.Text, unknown msg.Message) msg.Text {
	if nameIn(&s.Signature) != "" {
		return known
	}
	args := maps.Clone(known.Args)
	delete(args, "signer")
	delete(args, "time")
	args["place"], args["claim"] = fieldOf(s), any("")
	if at := signingTime(s); !at.IsZero() {
		args["claim"] = claimText.With("time", at.In(law.Vietnam()))
	}
	return msg.Text{Message: unknown, Args: args}
}

var (
	fieldText       = msg.Message{ID: "signer/field", VI: "ô «{field}»", EN: "the field «{field}»"}
	namelessText    = msg.Message{ID: "signer/nameless", VI: "một ô không có tên", EN: "a field without a name"}
	fieldSignerText = msg.Message{ID: "signer/in-field", VI: "{signer} ({place})", EN: "{signer} ({place})"}
	nobodyText      = msg.Message{ID: "signer/unknown", VI: "người ký ở {place} (không rõ ai ký)", EN: "whoever signed {place} (unknown)"}
	claimText       = msg.Message{ID: "signer/claim", VI: "; tệp ghi thời điểm {time}", EN: "; the file states the time {time}"}
)
