package sign

import (
	"context"
	"slices"

	"github.com/tthclint/tthclint/pkg/agency"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
	"github.com/tthclint/tthclint/pkg/sign"
)

// UnlistedSigner warns of results that no official has signed who may sign by the
// list of the agency's own, on the day of signing. Without such a list it does
// not apply.
func UnlistedSigner() rule {
	return rule{
		ID: "sign/unlisted-signer",
		Title: msg.Message{
			ID: "sign/unlisted-signer.title", VI: "Người ký số không có trong danh sách người có thẩm quyền", EN: "The signer is not on the list of those who may sign",
		},
		Why: msg.Message{
			ID: "sign/unlisted-signer.why",
			VI: "Kết quả phải do người có thẩm quyền ký. Người ký được so với danh sách người có thẩm quyền và thời gian giữ chức vụ mà cơ quan khai trong cấu hình; chỉ cần một người trong danh sách đã ký khi đang giữ chức vụ. Thời điểm ký có thể do người ký tự khai nên đây là cảnh báo.",
			EN: "The competent person must sign. Signers are compared with the list of officials and their time in office in the agency's configuration; one of them who signed while in office is enough. The time may be the signer's own claim, hence a warning.",
		},
		Remedy: msg.Message{
			ID: "sign/unlisted-signer.remedy",
			VI: "Đối chiếu với quyết định bổ nhiệm, phân công ký. Nếu danh sách trong cấu hình thiếu thì bổ sung; nếu người ký không có thẩm quyền thì chuyển người có thẩm quyền ký lại.",
			EN: "Compare it with the decisions on appointments. Add to the list in the configuration what it lacks; where the signer was not competent, have the result signed again by who is.",
		},
		Date:     evidence.Digitized,
		After:    believed(),
		Applies:  hasOfficials,
		Editions: lint.EditionsOf(basis.ElectronicResult("b"), lint.Warning, inDossier(unlistedSigner)),
	}
}

func hasOfficials(ctx context.Context, d *evidence.Dossier) (bool, error) {
	if d.Agency == nil || len(d.Agency.Officials) == 0 {
		return false, nil
	}
	return evidence.HasResult(ctx, d)
}

func unlistedSigner(d *evidence.Dossier, doc *evidence.Document, signatures []signature, p *lint.Pass) error {
	day := d.Date()
	if day.IsZero() {
		day = d.AsOf
	}
	if ours := d.Agency.Names; len(ours) > 0 && d.Unit != "" && d.Agency.Same(agency.Parse(d.Unit), agency.Parse(ours[0].Name), day) == agency.No {
		return lint.Inapplicable(otherUnitText.With("unit", d.Unit))
	}
	var found []lint.Finding
	for i := range signatures {
		s := &signatures[i]
		if s.Signer == nil || s.Role != sign.RolePerson || stands(s) == no {
			continue
		}
		terms := d.Agency.Official(s.Signer.Subject.CommonName, sign.Serial(s.Signer))
		at := signingTime(s)
		f := lint.Finding{Place: place(doc, s), Item: s.item}
		switch {
		case len(terms) == 0:
			f.Message = unlistedText.With("signer", signer(s), "time", signedAt(s))
		case at.IsZero():
			return lint.Inapplicable(termWithoutTimeText.With())
		case slices.ContainsFunc(terms, func(o agency.Official) bool { return o.In.Contains(at) }):
			return nil
		default:
			f.Message = outOfOfficeText.With("signer", signer(s), "time", signedAt(s))
		}
		found = append(found, f)
	}
	if len(found) == 0 {
		return lint.Inapplicable(noPersonSignedText.With())
	}
	for _, f := range found {
		p.Report(f)
	}
	return nil
}

var (
	unlistedText = msg.Message{
		ID: "sign/unlisted-signer",
		VI: "{signer} (ký {time}) không có trong danh sách người có thẩm quyền ký của cơ quan.",
		EN: "{signer} (signed {time}) is not on the agency's list of those who may sign.",
	}
	outOfOfficeText = msg.Message{
		ID: "sign/unlisted-signer.out-of-office",
		VI: "{signer} ký {time}, ngoài thời gian giữ chức vụ theo danh sách người có thẩm quyền ký.",
		EN: "{signer} signed {time}, outside the time in office on the list of those who may sign.",
	}
	otherUnitText       = msg.Message{ID: "sign/unlisted-signer.other-unit", VI: "Hồ sơ do {unit} giải quyết, danh sách người có thẩm quyền là của cơ quan khác", EN: "The dossier was handled by {unit}, the list of officials is another agency's"}
	termWithoutTimeText = msg.Message{ID: "sign/unlisted-signer.no-time", VI: "Không rõ thời điểm ký nên chưa so được với thời gian giữ chức vụ", EN: "The time of signing is not known and cannot be compared with the time in office"}
	noPersonSignedText  = msg.Message{ID: "sign/unlisted-signer.no-person", VI: "Không có chữ ký số của cá nhân để so với danh sách", EN: "No person has signed, so there is nobody to compare with the list"}
)
