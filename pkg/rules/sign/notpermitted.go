package sign

import (
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
	"github.com/tthclint/tthclint/pkg/sign"
)

// NotPermittedChange finds later changes of a known kind that go beyond what was
// allowed when the file was signed: by the certification (DocMDP, ISO 32000-2
// 12.8.2.2), by locked fields (FieldMDP, 12.8.2.4), or by the one who checks.
func NotPermittedChange() rule {
	return rule{
		ID: "sign/not-permitted-change",
		Title: msg.Message{
			ID: "sign/not-permitted-change.title", VI: "Thay đổi sau khi ký vượt quá mức được phép", EN: "A change after signing that was not permitted",
		},
		Why: msg.Message{
			ID: "sign/not-permitted-change.why",
			VI: "Người ký có thể quy định những gì được làm tiếp trên tệp: không gì cả, điền biểu mẫu và ký thêm, hoặc cả ghi chú. Nếu tệp không quy định thì chỉ được điền biểu mẫu và ký thêm.",
			EN: "A signer may say what can be done to the file later: nothing, filling forms and further signatures, or comments as well. Where the file does not say, filling forms and further signatures are allowed.",
		},
		Remedy: msg.Message{
			ID: "sign/not-permitted-change.remedy",
			VI: "Dùng bản đã ký, chưa bị thêm. Nếu phần thêm là cần thiết thì đưa vào tệp gốc trước, rồi những người có thẩm quyền ký số lại theo đúng thứ tự.",
			EN: "Use the signed copy without the additions. If they are needed, put them into the original first and have it signed again in the right order.",
		},
		Date:    evidence.Digitized,
		After:   intact(),
		Applies: evidence.HasResult,
		Editions: lint.EditionsOf(basis.ElectronicResult("c"), lint.Error, inDossier(func(d *evidence.Dossier, doc *evidence.Document, signatures []signature, p *lint.Pass) error {
			for i := range signatures {
				s := &signatures[i]
				if s.Permitted == nil || *s.Permitted || s.Changes == sign.ChangesOther {
					continue // the last is ChangedAfter's
				}
				if byCaller(d.Permit, s, signatures) {
					args := []any{"signer", signer(s), "time", signedAt(s), "level", string(d.Permit), "allowed", allowedFor(s), "changes", changesOf(s)}
					p.Report(lint.Finding{
						Message: named(s, byCallerText.With(args...), byCallerUnknownText), Remedy: byCallerRemedy.With(), Place: changePlace(doc, s), Item: s.item,
					})
					continue
				}
				p.Report(lint.Finding{
					Message: named(s, notPermittedText.With("signer", signer(s), "time", signedAt(s), "allowed", allowedFor(s), "changes", changesOf(s)), notPermittedUnknownText),
					Place:   changePlace(doc, s), Item: s.item,
				})
			}
			return nil
		})),
	}
}

var (
	notPermittedText = msg.Message{
		ID: "sign/not-permitted-change",
		VI: "Sau khi {signer} ký ({time}), {allowed}, nhưng tệp có: {changes}.",
		EN: "After {signer} signed ({time}), {allowed}, but the file has: {changes}.",
	}
	notPermittedUnknownText = msg.Message{
		ID: "sign/not-permitted-change.unknown",
		VI: "Sau chữ ký số ở {place} (không rõ ai ký{claim}), {allowed}, nhưng tệp có: {changes}.",
		EN: "After the digital signature in {place} (signer unknown{claim}), {allowed}, but the file has: {changes}.",
	}
	byCallerText = msg.Message{
		ID: "sign/not-permitted-change.caller",
		VI: "Theo mức --permit {level} khi kiểm tra, sau khi {signer} ký ({time}) {allowed}, nhưng tệp có: {changes}.",
		EN: "By --permit {level} of this check, after {signer} signed ({time}) {allowed}, but the file has: {changes}.",
	}
	byCallerUnknownText = msg.Message{
		ID: "sign/not-permitted-change.caller-unknown",
		VI: "Theo mức --permit {level} khi kiểm tra, sau chữ ký số ở {place} (không rõ ai ký{claim}) {allowed}, nhưng tệp có: {changes}.",
		EN: "By --permit {level} of this check, after the digital signature in {place} (signer unknown{claim}) {allowed}, but the file has: {changes}.",
	}
	byCallerRemedy = msg.Message{
		ID: "sign/not-permitted-change.caller-remedy",
		VI: "Xem phần thêm có phải do quy trình ký hay không (ví dụ ký lớp thứ hai). Nếu chấp nhận được thì bỏ --permit hoặc chọn mức rộng hơn; nếu không thì dùng bản đã ký, chưa bị thêm.",
		EN: "See whether the additions belong to the signing itself, such as a second layer. If they are acceptable, leave --permit out or choose a wider level; else use the signed copy without them.",
	}
)

// byCaller reports whether a change goes beyond what the caller allows, and not
// beyond what the file says itself.
func byCaller(permit sign.Changes, s *signature, signatures []signature) bool {
	if permit == "" || s.Has(sign.CodeFieldLocked) {
		return false
	}
	if permit == sign.ChangesNone {
		permit = sign.ChangesLTA // which is always allowed
	}
	for _, r := range s.Reasons {
		if r.Code == sign.CodeChangeNotPermitted && len(r.Args) > 1 && sign.Changes(r.Args[1]) != permit {
			return false
		}
	}
	for i := range signatures {
		// P of 1 to 3 in the order of the classes.
		own := []sign.Changes{"", sign.ChangesLTA, sign.ChangesForm, sign.ChangesAnnotation}
		if p := signatures[i].DocMDP; p > 0 && p < len(own) && own[p].Worse(s.Changes) == s.Changes && own[p] != s.Changes {
			return false
		}
	}
	return permit != sign.ChangesForm || s.Changes != sign.ChangesAnnotation // the same without the flag
}

// allowedFor says what was allowed after a signature.
func allowedFor(s *signature) msg.Text {
	for _, r := range s.Reasons {
		switch {
		case r.Code == sign.CodeFieldLocked && len(r.Args) > 0:
			return lockedFieldText.With("field", r.Args[0])
		case r.Code == sign.CodeChangeNotPermitted && len(r.Args) > 1:
			if m, ok := allowances[r.Args[1]]; ok {
				return m.With()
			}
		}
	}
	return allowanceText.With()
}

var (
	lockedFieldText = msg.Message{ID: "allowed/locked", VI: "ô «{field}» đã bị khóa", EN: "the field «{field}» was locked"}
	allowanceText   = msg.Message{ID: "allowed/limited", VI: "những gì được thêm vào tệp có giới hạn", EN: "what may be added was limited"}

	allowNothing = msg.Message{ID: "allowed/nothing", VI: "không được sửa hay thêm gì ngoài dữ liệu xác thực lâu dài", EN: "nothing may be changed or added but data for long-term validation"}
	allowForm    = msg.Message{ID: "allowed/form", VI: "chỉ được điền biểu mẫu và ký thêm", EN: "only filling forms and further signatures are allowed"}
	allowNote    = msg.Message{ID: "allowed/annotation", VI: "chỉ được điền biểu mẫu, ký thêm và ghi chú", EN: "only filling forms, further signatures and comments are allowed"}
)

// allowances are by class, or by the P of DocMDP.
var allowances = map[string]msg.Message{
	string(sign.ChangesNone): allowNothing, string(sign.ChangesLTA): allowNothing, "1": allowNothing,
	string(sign.ChangesForm): allowForm, "2": allowForm,
	string(sign.ChangesAnnotation): allowNote, "3": allowNote,
}
