package sign

import (
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
	"github.com/tthclint/tthclint/pkg/sign"
)

// NoTimestamp remarks once for each file that signing times are only claimed. A
// timestamp that is there and proves nothing is a warning of its own.
func NoTimestamp() rule {
	return rule{
		ID:    "sign/no-timestamp",
		Title: msg.Message{ID: "sign/no-timestamp.title", VI: "Chữ ký số không có dấu thời gian", EN: "No timestamp"},
		Why: msg.Message{
			ID: "sign/no-timestamp.why",
			VI: "Không có dấu thời gian thì thời điểm ký chỉ do máy của người ký tự khai. Pháp luật chỉ bắt buộc dấu thời gian khi có quy định riêng nên đây là lưu ý.",
			EN: "Without a timestamp the signing time is only what the signer's machine claims. The law demands one only where it says so, hence a remark.",
		},
		Remedy: msg.Message{
			ID: "sign/no-timestamp.remedy",
			VI: "Không phải ký lại. Với kết quả lưu lâu dài, nên bật dấu thời gian (TSA) trong phần mềm ký số.",
			EN: "Nothing needs to be signed again. For results that are kept for long, switch on the timestamp (TSA) in the signing program.",
		},
		Date:    evidence.Signed,
		After:   append(believed(), "sign/time-unproven"),
		Applies: evidence.HasResult,
		Exceptions: []lint.Exception{
			{Severity: lint.Warning, When: msg.Message{
				ID: "sign/no-timestamp.warning", VI: "khi có dấu thời gian nhưng không hợp lệ",
				EN: "when there is a timestamp and it is not valid",
			}},
		},
		Editions: lint.EditionsOf(basis.Timestamp(), lint.Info, overSignatures(func(doc *evidence.Document, signatures []signature, p *lint.Pass) error {
			var without []*signature
			for i := range signatures {
				s := &signatures[i]
				switch {
				case !s.Proven.IsZero() || s.Integrity != sign.Intact:
				case s.Timestamp != nil && s.Timestamp.Integrity == sign.Broken:
					p.Report(lint.Finding{Message: badStampText.With("signer", signer(s)), Severity: lint.Warning, Place: place(doc, s), Item: s.item})
				case s.Timestamp != nil:
					p.Report(lint.Finding{Message: unusedStampText.With("signer", signer(s)), Place: place(doc, s), Item: s.item})
				default:
					without = append(without, s)
				}
			}
			if len(without) > 0 {
				p.Report(lint.Finding{Message: noStampText.With("signers", signersOf(without)), Place: doc.Place()})
			}
			return nil
		})),
	}
}

var (
	noStampText = msg.Message{
		ID: "sign/no-timestamp",
		VI: "Chữ ký số của {signers} không có dấu thời gian; thời điểm ký là tự khai.",
		EN: "The digital signature of {signers} has no timestamp; the signing time is only claimed.",
	}
	badStampText = msg.Message{
		ID: "sign/no-timestamp.broken",
		VI: "Dấu thời gian của chữ ký của {signer} không hợp lệ; thời điểm ký là tự khai.",
		EN: "The timestamp on the signature of {signer} is not valid; the signing time is only claimed.",
	}
	unusedStampText = msg.Message{
		ID: "sign/no-timestamp.untrusted",
		VI: "Dấu thời gian của chữ ký của {signer} chưa xác minh được tới tổ chức được tin cậy nên không dùng làm căn cứ.",
		EN: "The timestamp on the signature of {signer} does not lead to a trusted authority, so nothing is based on it.",
	}
)
