package sign

import (
	"slices"
	"strings"
	"time"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
	"github.com/tthclint/tthclint/pkg/sign"
)

// Position remarks on where and how a signature is shown. Three styles are
// lawful: seal and signature at the end of a born-digital document, text at the
// top right of a copy, and the one who scanned at the top left. Local systems
// differ, so a place is never more than a remark; a signature that shows
// another name than its certificate's is a warning.
func Position() rule {
	return rule{
		ID: "sign/position",
		Title: msg.Message{
			ID: "sign/position.title", VI: "Vị trí hoặc hình thức hiển thị chữ ký số khác quy định", EN: "A signature is shown in an unusual place or form",
		},
		Why: msg.Message{
			ID: "sign/position.why",
			VI: "Chữ ký số cơ quan trên bản sao điện tử đặt ở góc trên bên phải trang đầu; trên văn bản điện tử thì ở cuối văn bản, phía bên phải; người số hóa ký ở góc trên bên trái trang đầu. Vị trí khác không làm chữ ký mất giá trị nên chỉ là lưu ý. Nếu chữ hiển thị ghi tên người khác với chứng thư thì là cảnh báo.",
			EN: "The agency's signature stands at the top right of the first page of an electronic copy, and at the end of a born-digital document, to the right; who scans signs at the top left of the first page. Another place does not take a signature's force, hence a remark. Where it shows another name than the certificate's, it is a warning.",
		},
		Remedy: msg.Message{
			ID: "sign/position.remedy",
			VI: "Không phải ký lại vì vị trí. Chỉnh mẫu hiển thị trong phần mềm ký số cho các kết quả sau.",
			EN: "Nothing needs to be signed again for its place. Adjust the signature template in the signing program for later results.",
		},
		Date:    evidence.Digitized,
		After:   believed(),
		Applies: evidence.HasResult,
		Exceptions: []lint.Exception{
			{Severity: lint.Warning, When: msg.Message{
				ID: "sign/position.warning", VI: "khi chữ hiển thị ghi tên người khác với chứng thư",
				EN: "when another name is shown than that of the certificate",
			}},
		},
		Editions: lint.EditionsOf(basis.Appearance(), lint.Info, overSignatures(func(doc *evidence.Document, signatures []signature, p *lint.Pass) error {
			seen := false
			for i := range signatures {
				s := &signatures[i]
				if !s.Visible() || s.Integrity != sign.Intact {
					continue
				}
				seen = true
				if shown := otherName(s); shown != "" {
					p.Report(lint.Finding{
						Message: otherNameText.With("shown", shown, "signer", signer(s)), Remedy: otherNameRemedy.With(), Severity: lint.Warning, Place: place(doc, s), Item: s.item,
					})
				}
				if shown := otherTime(s); !shown.IsZero() {
					p.Report(lint.Finding{
						Message: otherTimeText.With("signer", signer(s), "shown", shown, "claimed", s.Claimed.In(law.Vietnam())), Remedy: otherTimeRemedy.With(), Place: place(doc, s), Item: s.item,
					})
				}
				if message, ok := misplaced(doc, s); ok {
					p.Report(lint.Finding{Message: message, Place: place(doc, s), Item: s.item})
				}
			}
			if !seen {
				return lint.Inapplicable(invisibleText.With())
			}
			return nil
		})),
	}
}

// slack is how far, in parts of the page, a place may be off: the diagram of the
// decree is not drawn to scale.
const slack = 0.05

// misplaced says that a signature stands where none of the styles puts it.
func misplaced(doc *evidence.Document, s *signature) (msg.Text, bool) {
	structure, err := doc.Structure()
	if err != nil || s.Page > len(structure.Sizes) {
		return msg.Text{}, false // where it stands on the page cannot be told
	}
	size := structure.Sizes[s.Page-1]
	if size.W <= 0 || size.H <= 0 {
		return msg.Text{}, false
	}
	x, y := (s.Box.X+s.Box.W/2)/size.W, (s.Box.Y+s.Box.H/2)/size.H
	head := y < 0.2 // above the title: the places of copies and scans
	switch {
	case x < -slack || x > 1+slack || y < -slack || y > 1+slack:
		return outsideText.With("signer", signer(s)), true
	case s.Role == sign.RoleAgency && head && s.Page == 1 && x < 0.5-slack:
		return agencyLeftText.With("signer", signer(s)), true
	case s.Role == sign.RoleAgency && !head && x < 0.5-slack:
		return agencyAsideText.With("signer", signer(s)), true
	case s.Role == sign.RolePerson && head && s.Page == 1 && x > 0.5+slack:
		return personRightText.With("signer", signer(s)), true
	}
	return msg.Text{}, false
}

// otherName returns the name that a signature shows as its signer's, if it is
// none that the certificate holds.
func otherName(s *signature) string {
	shown := s.Appearance.Signer()
	if s.Signer == nil || s.Appearance == nil || s.Appearance.Unread || len(strings.Fields(shown)) < 2 {
		return "" // too little to accuse anybody by
	}
	subject := &s.Signer.Subject
	for _, name := range slices.Concat([]string{subject.CommonName}, subject.OrganizationalUnit, subject.Organization) {
		if sign.SameName(shown, name) || s.Appearance.ShowsName(name) {
			return ""
		}
	}
	return oneLine(shown)
}

// otherTime returns the time that a signature shows, if it is another day than
// that on which it was made. Day and month are taken for each other by some
// programs, and hours by those that know no time zone.
func otherTime(s *signature) time.Time {
	shown, at := s.Appearance.Time(), s.Claimed
	if shown.IsZero() || at.IsZero() || shown.Sub(at).Abs() <= 24*time.Hour {
		return time.Time{}
	}
	year, month, day := at.In(law.Vietnam()).Date()
	if y, m, d := shown.Date(); y == year && int(m) == day && d == int(month) {
		return time.Time{}
	}
	return shown.In(law.Vietnam())
}

var (
	outsideText = msg.Message{
		ID: "sign/position.outside", VI: "Chữ ký số của {signer} hiển thị ngoài mép trang.", EN: "The digital signature of {signer} is shown outside of the page.",
	}
	agencyLeftText = msg.Message{
		ID: "sign/position",
		VI: "Chữ ký số của {signer} ở góc trên bên trái trang đầu, là chỗ của người số hóa; trên bản sao, chữ ký cơ quan ở góc trên bên phải.",
		EN: "The digital signature of {signer} stands at the top left of the first page, the place of who scans; on a copy the agency's stands at the top right.",
	}
	agencyAsideText = msg.Message{
		ID: "sign/position.left",
		VI: "Chữ ký số của {signer} ở nửa trái trang; chữ ký cơ quan đặt phía bên phải.",
		EN: "The digital signature of {signer} stands in the left half of the page; the agency's stands to the right.",
	}
	personRightText = msg.Message{
		ID: "sign/position.person",
		VI: "Chữ ký số cá nhân của {signer} ở góc trên bên phải trang đầu, là chỗ của chữ ký cơ quan trên bản sao.",
		EN: "The personal signature of {signer} stands at the top right of the first page, the place of the agency's on a copy.",
	}
	otherNameText = msg.Message{
		ID: "sign/position.other-name",
		VI: "Chữ ký số hiển thị tên «{shown}» nhưng chứng thư là của {signer}.",
		EN: "The signature shows the name «{shown}», but the certificate is that of {signer}.",
	}
	otherNameRemedy = msg.Message{
		ID: "sign/position.other-name.remedy",
		VI: "Hỏi lại hai người: không dùng hình chữ ký của người này khi ký bằng chứng thư của người khác. Người có thẩm quyền tự ký số lại kết quả.",
		EN: "Ask both: one person's signature picture must not be used with another's certificate. Have the competent person sign the result again.",
	}
	otherTimeText = msg.Message{
		ID: "sign/position.other-time",
		VI: "Chữ ký số của {signer} hiển thị thời gian {shown}, khác thời điểm ký {claimed}.",
		EN: "The digital signature of {signer} shows the time {shown}, which is not the signing time {claimed}.",
	}
	otherTimeRemedy = msg.Message{
		ID: "sign/position.other-time.remedy",
		VI: "Đối chiếu ngày ký với sổ văn bản; chỉnh ngày giờ của máy ký và mẫu hiển thị trong phần mềm ký số.",
		EN: "Compare the day with the document register; set the clock of the signing machine and the template of the signing program.",
	}
	invisibleText = msg.Message{ID: "sign/position.invisible", VI: "Chữ ký số không hiển thị trên trang", EN: "No signature is shown on a page"}
)
