package sign

import (
	"crypto/x509"
	"slices"
	"time"

	"github.com/tthclint/tthclint/pkg/agency"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
	"github.com/tthclint/tthclint/pkg/sign"
)

// WrongAgency warns of signers that certainly belong to another agency than the
// one that handled the dossier, or that sign in the name of one that did not
// exist at the time. What is not certain is no finding; see package agency.
func WrongAgency() rule {
	return rule{
		ID: "sign/wrong-agency",
		Title: msg.Message{
			ID: "sign/wrong-agency.title", VI: "Chữ ký số không phải của cơ quan giải quyết hồ sơ", EN: "Signed by another agency than the one that handled the dossier",
		},
		Why: msg.Message{
			ID: "sign/wrong-agency.why",
			VI: "Kết quả phải do cơ quan có thẩm quyền ký. Tên trong chứng thư được so với đơn vị ghi trong sổ theo dõi, có tính đến việc sắp xếp đơn vị hành chính từ 01/07/2025; chứng thư mang tên cũ của đơn vị đã sáp nhập, văn phòng và phòng chuyên môn của chính đơn vị không bị coi là sai. Sổ có thể ghi đơn vị tiếp nhận nên đây là cảnh báo.",
			EN: "The competent agency must sign. The name in the certificate is compared with the unit in the register, minding the merger of units on 1 July 2025; the old name of a merged unit and the offices of the unit itself are not held against anybody. A register may name the unit that received the dossier, hence a warning.",
		},
		Remedy: msg.Message{
			ID: "sign/wrong-agency.remedy",
			VI: "Đối chiếu cơ quan ký với cơ quan có thẩm quyền giải quyết. Nếu đính kèm nhầm thì thay tệp; nếu chứng thư mang tên đơn vị đã giải thể thì đề nghị cấp chứng thư mới rồi ký lại; nếu sổ ghi sai đơn vị thì sửa sổ.",
			EN: "Compare the signing agency with the competent one. Replace a file of another agency; where the certificate names a unit that was dissolved, ask for a new one and sign again; where the register names the wrong unit, correct it.",
		},
		Date:     evidence.Digitized,
		After:    believed(),
		Applies:  evidence.HasResult,
		Editions: lint.EditionsOf(basis.ElectronicResult("b"), lint.Warning, inDossier(wrongAgency)),
	}
}

func wrongAgency(d *evidence.Dossier, doc *evidence.Document, signatures []signature, p *lint.Pass) error {
	unit, unitName := agency.Parse(d.Unit), d.Unit
	if unitName == "" && d.Agency != nil && len(d.Agency.Names) > 0 {
		unitName = d.Agency.Names[0].Name // whose results these are, without a register that says it
	}
	judged := false
	for i := range signatures {
		s := &signatures[i]
		if s.Signer == nil || s.Integrity != sign.Intact || stands(s) == no {
			continue
		}
		name, known := agencyOf(s)
		if !known {
			continue
		}
		if f, ok := outOfTime(s, name); ok {
			f.Place, f.Item = place(doc, s), s.item
			p.Report(f)
			judged = true
			continue
		}
		borne := s.Signer.NotBefore // a certificate bears its name since it was issued
		if borne.IsZero() {
			borne = signingTime(s)
		}
		switch d.Agency.Same(name, unit, borne) {
		case agency.Yes:
			judged = true
		case agency.No:
			judged = true
			message := wrongAgencyText.With("signer", signer(s), "time", signedAt(s), "unit", unitName)
			if s.Role == sign.RolePerson {
				message = wrongPersonText.With("signer", signer(s), "agency", employer(s.Signer), "time", signedAt(s), "unit", unitName)
			}
			p.Report(lint.Finding{Message: message, Place: place(doc, s), Item: s.item})
		}
	}
	if !judged {
		if unitName == "" {
			return lint.Inapplicable(noUnitText.With())
		}
		return lint.Inapplicable(unclearNameText.With())
	}
	return nil
}

// agencyOf returns the agency that a certificate names: an agency's own name, or
// where a person works. Who scanned may be of any office, the post among them.
func agencyOf(s *signature) (agency.Name, bool) {
	subject := &s.Signer.Subject
	above := slices.Concat(reversed(subject.OrganizationalUnit), subject.Organization)
	switch s.Role {
	case sign.RoleAgency:
		return agency.Parse(append([]string{subject.CommonName}, above...)...), true
	case sign.RolePerson:
		return agency.Parse(above...), len(above) > 0
	}
	return agency.Name{}, false
}

// reversed returns the units from the lowest: real subjects name the parent
// first.
func reversed(units []string) []string {
	out := slices.Clone(units)
	slices.Reverse(out)
	return out
}

// employer names where a person works, as the certificate says.
func employer(c *x509.Certificate) string {
	for _, list := range [][]string{reversed(c.Subject.OrganizationalUnit), c.Subject.Organization} {
		if len(list) > 0 {
			return list[0]
		}
	}
	return "?"
}

// outOfTime returns a finding for an agency that signs in the name of a unit
// before that began, or of a district after that level ended.
func outOfTime(s *signature, name agency.Name) (lint.Finding, bool) {
	at := signingTime(s)
	if s.Role != sign.RoleAgency || at.IsZero() {
		return lint.Finding{}, false
	}
	if day, source, ok := name.Began(); ok && at.Before(day) {
		return lint.Finding{
			Message: tooEarlyText.With("signer", signer(s), "time", signedAt(s), "day", day),
			Basis:   []law.Citation{source},
		}, true
	}
	if name.Level() == agency.District && name.Committee() && !at.Before(agency.Reform()) {
		return lint.Finding{Message: districtText.With("signer", signer(s), "time", signedAt(s), "day", lastDay(agency.Reform()))}, true
	}
	return lint.Finding{}, false
}

// lastDay returns the day before a day.
func lastDay(day time.Time) time.Time { return day.AddDate(0, 0, -1) }

var (
	wrongAgencyText = msg.Message{
		ID: "sign/wrong-agency",
		VI: "Chữ ký số cơ quan là của {signer} (ký {time}), trong khi đơn vị của hồ sơ là {unit}.",
		EN: "The agency's signature is that of {signer} (signed {time}), while the dossier's unit is {unit}.",
	}
	wrongPersonText = msg.Message{
		ID: "sign/wrong-agency.person",
		VI: "{signer} (ký {time}) thuộc {agency} theo chứng thư số, trong khi đơn vị của hồ sơ là {unit}.",
		EN: "{signer} (signed {time}) belongs to {agency} by the certificate, while the dossier's unit is {unit}.",
	}
	tooEarlyText = msg.Message{
		ID: "sign/wrong-agency.too-early",
		VI: "{signer} ký {time}, nhưng đơn vị này chỉ có từ {day}.",
		EN: "{signer} signed {time}, but this unit exists only since {day}.",
	}
	districtText = msg.Message{
		ID: "sign/wrong-agency.district",
		VI: "{signer} ký {time}, nhưng cấp huyện đã kết thúc hoạt động sau ngày {day}.",
		EN: "{signer} signed {time}, but the district level ended after {day}.",
	}
	noUnitText = msg.Message{
		ID: "sign/wrong-agency.no-unit", VI: "Không biết đơn vị giải quyết hồ sơ để so với chứng thư", EN: "The dossier's unit is not known, so there is nothing to compare with",
	}
	unclearNameText = msg.Message{
		ID: "sign/wrong-agency.unclear",
		VI: "Chưa đủ căn cứ để so tên cơ quan trong chứng thư với đơn vị của hồ sơ",
		EN: "The names in the certificates and of the dossier's unit do not suffice for a comparison",
	}
)
