package sign

import (
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
	"github.com/tthclint/tthclint/pkg/sign"
)

// LayerOrder warns of results that the agency signed before the competent
// person. The revisions of the file tell the order, whatever clocks say; times
// decide only where they do not.
func LayerOrder() rule {
	return rule{
		ID:    "sign/layer-order",
		Title: msg.Message{ID: "sign/layer-order.title", VI: "Cơ quan ký số trước người có thẩm quyền", EN: "The agency signed before the competent person"},
		Why: msg.Message{
			ID: "sign/layer-order.why",
			VI: "Người có thẩm quyền ký trước, cơ quan (văn thư) ký sau để xác nhận chữ ký đó, như dấu đóng trùm lên chữ ký. Ký ngược thứ tự thì cơ quan đã xác nhận văn bản chưa được duyệt. Ai là người, ai là cơ quan được đoán từ chứng thư nên đây là cảnh báo.",
			EN: "The competent person signs first and the agency (its clerk) after, to confirm that signature, as a seal lies over it. In the wrong order the agency has confirmed what was not approved yet. Who is a person and who an agency is told from the certificates, hence a warning.",
		},
		Remedy: msg.Message{
			ID: "sign/layer-order.remedy",
			VI: "Với kết quả này: xác nhận với văn thư rằng văn bản đã được duyệt trước khi ký số cơ quan. Từ nay: người có thẩm quyền ký số trước, văn thư ký số cơ quan sau cùng.",
			EN: "For this result: have the clerk confirm that it was approved before the agency signed. From now on: the competent person signs first, the clerk signs for the agency last.",
		},
		Date:    evidence.Digitized,
		After:   believed(),
		Applies: evidence.HasResult,
		Editions: lint.EditionsOf(basis.TwoLayers(), lint.Warning, overSignatures(func(doc *evidence.Document, signatures []signature, p *lint.Pass) error {
			var person, agency *signature // the first person, the last agency
			for i := range signatures {
				s := &signatures[i]
				switch {
				case stands(s) != yes:
				case s.Role == sign.RolePerson && (person == nil || before(s, person)):
					person = s
				case s.Role == sign.RoleAgency && (agency == nil || before(agency, s)):
					agency = s
				}
			}
			if person == nil || agency == nil {
				return lint.Inapplicable(notTwoText.With())
			}
			if before(agency, person) {
				p.Report(lint.Finding{
					Message: layerOrderText.With("agency", signer(agency), "agencyTime", signedAt(agency), "person", signer(person), "personTime", signedAt(person), "how", howOrdered(agency, person)),
					Place:   place(doc, person), Item: person.item,
				})
			}
			return nil
		})),
	}
}

// before reports whether a was certainly made before b.
func before(a, b *signature) bool {
	if a.Revision > 0 && b.Revision > 0 && a.Revision != b.Revision {
		return a.Revision < b.Revision
	}
	x, y := signingTime(a), signingTime(b)
	return !x.IsZero() && !y.IsZero() && x.Before(y)
}

// howOrdered says that the file tells the order, where the times do not.
func howOrdered(first, second *signature) any {
	x, y := signingTime(first), signingTime(second)
	if !x.IsZero() && !y.IsZero() && x.Before(y) {
		return ""
	}
	return byFileText.With()
}

var (
	byFileText     = msg.Message{ID: "sign/layer-order.by-file", VI: " (theo thứ tự trong tệp)", EN: " (by their order in the file)"}
	layerOrderText = msg.Message{
		ID: "sign/layer-order",
		VI: "{agency} ký số ({agencyTime}) trước {person} ({personTime}){how}; người có thẩm quyền phải ký trước, cơ quan ký sau.",
		EN: "{agency} signed ({agencyTime}) before {person} ({personTime}){how}; the competent person signs first, the agency after.",
	}
	notTwoText = msg.Message{
		ID: "sign/layer-order.not-two",
		VI: "Không đủ chữ ký số của người và của cơ quan để xét thứ tự ký",
		EN: "There are not both a person's and an agency's signature whose order could be looked at",
	}
)
