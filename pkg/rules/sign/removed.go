package sign

import (
	"context"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
	"github.com/tthclint/tthclint/pkg/sign"
)

// Removed finds signatures that an earlier revision of the file held and the
// last one does not. Where other signatures stand it is a warning: one that was
// made by mistake may be taken back before the right ones are made.
func Removed() rule {
	return rule{
		ID:    "sign/removed",
		Title: msg.Message{ID: "sign/removed.title", VI: "Chữ ký số đã bị gỡ khỏi tệp", EN: "A digital signature was removed from the file"},
		Why: msg.Message{
			ID: "sign/removed.why",
			VI: "Tệp PDF giữ lại các lần ghi trước. Tệp này từng có chữ ký số nhưng lần ghi sau đã gỡ đi, nên người ký không còn bảo đảm cho nội dung hiện tại. Khi tệp vẫn còn chữ ký số khác thì chỉ là cảnh báo.",
			EN: "A PDF keeps what was written earlier. This one was signed and a later update took the signature away, so that its signer no longer stands for the content. While other signatures stand it is a warning.",
		},
		Remedy: msg.Message{
			ID: "sign/removed.remedy",
			VI: "Lấy lại bản đã ký còn đủ chữ ký số. Nếu gỡ vì ký nhầm thì ký số lại trên tệp gốc chưa ký, không sửa trên tệp đã ký.",
			EN: "Take the copy that still holds all its signatures. If one was removed because it was made by mistake, sign the unsigned original anew instead of editing the signed file.",
		},
		Date:    evidence.Digitized,
		After:   readable(),
		Applies: evidence.HasResult,
		Exceptions: []lint.Exception{
			{Severity: lint.Warning, When: msg.Message{
				ID: "sign/removed.warning", VI: "khi tệp vẫn còn chữ ký số khác",
				EN: "when the file still has other signatures",
			}},
		},
		Editions: lint.EditionsOf(basis.ElectronicResult("c"), lint.Error, evidence.EachResult(func(_ context.Context, _ *evidence.Dossier, doc *evidence.Document, p *lint.Pass) error {
			report, err := reportOf(doc)
			if err != nil {
				return err
			}
			left := len(standing(report))
			gone := removedFrom(report)
			if left == 0 && len(gone) == 0 {
				return lint.Inapplicable(unsignedText.With())
			}
			for i := range gone {
				s := &gone[i]
				f := lint.Finding{Message: named(s, allRemovedText.With("signer", signer(s), "time", signedAt(s)), allRemovedUnknownText), Place: doc.Place(), Item: s.item}
				if left > 0 {
					f.Message, f.Severity = named(s, someRemovedText.With("signer", signer(s), "time", signedAt(s), "n", left), someRemovedUnknownText), lint.Warning
				}
				p.Report(f)
			}
			return nil
		})),
	}
}

// removedFrom returns the signatures that the last revision no longer holds.
func removedFrom(report *sign.Report) []signature { return signaturesThat(report, true) }

var (
	allRemovedText = msg.Message{
		ID: "sign/removed",
		VI: "Chữ ký số của {signer} (ký {time}) đã bị gỡ khỏi tệp; tệp không còn chữ ký số nào.",
		EN: "The digital signature of {signer} (signed {time}) was removed; the file holds no signature any more.",
	}
	allRemovedUnknownText = msg.Message{
		ID: "sign/removed.unknown",
		VI: "Chữ ký số ở {place} (không rõ ai ký{claim}) đã bị gỡ khỏi tệp; tệp không còn chữ ký số nào.",
		EN: "The digital signature in {place} (signer unknown{claim}) was removed; the file holds no signature any more.",
	}
	someRemovedUnknownText = msg.Message{
		ID: "sign/removed.some-unknown",
		VI: "Chữ ký số ở {place} (không rõ ai ký{claim}) đã bị gỡ khỏi tệp; tệp còn {n} chữ ký số khác.",
		EN: "The digital signature in {place} (signer unknown{claim}) was removed; the file still holds {n} other(s).",
	}
	someRemovedText = msg.Message{
		ID: "sign/removed.some",
		VI: "Chữ ký số của {signer} (ký {time}) đã bị gỡ khỏi tệp; tệp còn {n} chữ ký số khác.",
		EN: "The digital signature of {signer} (signed {time}) was removed; the file still holds {n} other(s).",
	}
)
