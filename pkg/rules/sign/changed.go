package sign

import (
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
	"github.com/tthclint/tthclint/pkg/sign"
)

// ChangedAfter finds files to which something was added after signing that
// nothing explains: no further signature, no timestamp, no filled field.
func ChangedAfter() rule {
	return rule{
		ID: "sign/changed-after",
		Title: msg.Message{
			ID: "sign/changed-after.title", VI: "Tệp bị sửa sau khi ký số", EN: "The file was changed after signing",
		},
		Why: msg.Message{
			ID: "sign/changed-after.why",
			VI: "Tệp PDF có thể được ghi thêm nội dung sau khi ký mà chữ ký cũ vẫn «đúng». Chỉ chữ ký tiếp theo, dấu thời gian và những gì người ký cho phép mới được thêm vào.",
			EN: "Content can be appended to a PDF after signing while the old signature still verifies. Only further signatures, timestamps and what the signer permitted may be added.",
		},
		Remedy: msg.Message{
			ID: "sign/changed-after.remedy",
			VI: "So sánh với bản đã ký lưu ở văn thư; dùng bản đó thay tệp này, hoặc ký số lại sau khi xác nhận nội dung đúng.",
			EN: "Compare with the signed original kept by the clerk and use that, or sign again once the content is confirmed.",
		},
		Date:    evidence.Digitized,
		After:   intact(),
		Applies: evidence.HasResult,
		Editions: lint.EditionsOf(basis.ElectronicResult("c"), lint.Error, overSignatures(func(doc *evidence.Document, signatures []signature, p *lint.Pass) error {
			var unable error
			earlier := 0 // signatures before whose changes are all told with a later one
			for i := range signatures {
				s := &signatures[i]
				switch {
				case s.Changes == sign.ChangesOther && signedOver(s, signatures[i+1:]):
					earlier++
				case s.Changes == sign.ChangesOther:
					message := named(s, changedText.With("signer", signer(s), "time", signedAt(s), "changes", changesOf(s)), changedUnknownText)
					if earlier > 0 {
						message = named(s, changedAfterAllText.With("signer", signer(s), "time", signedAt(s), "n", earlier, "changes", changesOf(s)), changedAfterAllUnknownText)
					}
					p.Report(lint.Finding{Message: message, Place: changePlace(doc, s), Item: s.item})
				case s.Changes != sign.ChangesNone && s.Permitted == nil:
					unable = lint.Unable(named(s, unclearText.With("signer", signer(s)), unclearUnknownText), nil)
				}
			}
			return unable
		})),
	}
}

// signedOver reports whether all that was changed after a signature was changed
// after a later one as well, whose finding then speaks of it: a change of a file
// with two layers is one change, and one of a file with 25 signatures too.
func signedOver(s *signature, later []signature) bool {
	for i := range later {
		next := &later[i]
		if next.Changes != sign.ChangesOther || next.Revision <= s.Revision {
			continue
		}
		known := false
		for _, c := range s.ChangeList {
			if c.Class != sign.ChangesOther {
				continue
			}
			if known = true; c.Revision <= next.Revision {
				return false
			}
		}
		return known
	}
	return false
}

var (
	changedText = msg.Message{
		ID: "sign/changed-after",
		VI: "Tệp đã bị sửa sau khi {signer} ký ({time}): {changes}.",
		EN: "The file was changed after {signer} signed ({time}): {changes}.",
	}
	changedUnknownText = msg.Message{
		ID: "sign/changed-after.unknown",
		VI: "Tệp đã bị sửa sau chữ ký số ở {place} (không rõ ai ký{claim}): {changes}.",
		EN: "The file was changed after the digital signature in {place} (signer unknown{claim}): {changes}.",
	}
	changedAfterAllUnknownText = msg.Message{
		ID: "sign/changed-after.all-unknown",
		VI: "Tệp đã bị sửa sau chữ ký số ở {place} (không rõ ai ký{claim}), và như vậy là sau cả {n} chữ ký số trước đó: {changes}.",
		EN: "The file was changed after the digital signature in {place} (signer unknown{claim}), and so after {n} earlier signature(s) as well: {changes}.",
	}
	unclearUnknownText = msg.Message{
		ID: "sign/changed-after.unclear-unknown",
		VI: "Tệp được ghi thêm sau chữ ký số ở {place} (không rõ ai ký{claim}); không xác định được phần thêm có được phép hay không",
		EN: "The file was extended after the digital signature in {place} (signer unknown{claim}); whether that was permitted cannot be told",
	}
	changedAfterAllText = msg.Message{
		ID: "sign/changed-after.all",
		VI: "Tệp đã bị sửa sau khi {signer} ký ({time}), và như vậy là sau cả {n} chữ ký số trước đó: {changes}.",
		EN: "The file was changed after {signer} signed ({time}), and so after {n} earlier signature(s) as well: {changes}.",
	}
	unclearText = msg.Message{
		ID: "sign/changed-after.unclear",
		VI: "Tệp được ghi thêm sau khi {signer} ký; không xác định được phần thêm có được phép hay không",
		EN: "The file was extended after {signer} signed; whether that was permitted cannot be told",
	}
)
