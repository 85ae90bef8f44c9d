package signatures

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/sign"
)

// printed is the text about one signature of a report.
func printed(t *testing.T, rep *sign.Report, sizes []pdf.Size, failed bool) string {
	t.Helper()
	p := newText(nil, TextOptions{})
	p.signature(1, &rep.Signatures[0], rep, sizes, failed)
	return flat(string(p.b.Bytes()))
}

func TestTextOfASignature(t *testing.T) {
	about := func(s sign.Signature, failed bool) string {
		return printed(t, &sign.Report{Signatures: []sign.Signature{s, {Field: "KyNhay"}}}, []pdf.Size{{W: 210, H: 297}}, failed)
	}
	whole := sign.Signature{Field: "A", Integrity: sign.Intact, Coverage: sign.WholeFile, Changes: sign.ChangesNone, Indication: sign.TotalPassed}

	s := whole
	s.Coverage, s.Changes = sign.Incoherent, sign.ChangesOther
	assert.Contains(t, about(s, false), "chưa xét được thay đổi, vì phạm vi ký không đúng")
	assert.NotContains(t, about(s, false), "CÓ thay đổi")

	s = whole
	s.Reasons = []sign.Reason{{Code: sign.CodeAnnotationOverlap, Args: []string{"2", "KyNhay"}}, {Code: sign.CodeAnnotationOverlap, Args: []string{"3", "So"}}}
	assert.Contains(t, about(s, false), "CẢNH BÁO: chú thích thêm sau khi ký che lên chữ ký ở ô «KyNhay», trang 2")
	assert.Contains(t, about(s, false), "Lưu ý: chú thích thêm sau khi ký đè lên chú thích hoặc ô đã có, trang 3, ô «So»")

	s.Reasons = []sign.Reason{{Code: sign.CodeValueNotShown, Args: []string{"So"}}}
	assert.Contains(t, about(s, false), "CẢNH BÁO: ô «So» điền sau khi ký hiển thị khác")

	s = whole
	s.Indication, s.Sub, s.Trust = sign.Indeterminate, sign.SubNoCertificateChain, sign.StrangerRoot
	assert.Contains(t, about(s, true), "Không đạt – có lỗi (theo ETSI: chưa kết luận được)")
	assert.Contains(t, about(s, false), "– Chưa kết luận được")
	assert.Contains(t, about(s, true), "chứng thư dẫn đến gốc lạ, không thuộc danh sách tin cậy")

	for box, want := range map[pdf.Box]string{
		{X: 300, Y: 10, W: 20, H: 10}:  "nằm ngoài trang 1, không nhìn thấy",
		{X: -50, Y: 10, W: 20, H: 10}:  "nằm ngoài trang 1, không nhìn thấy",
		{X: 10, Y: 10, W: 0.1, H: 0.1}: "không có diện tích, không nhìn thấy",
		{}:                             "không hiển thị trên trang",
		{X: 200, Y: 10, W: 20, H: 10}:  "ô rộng 20 mm",
	} {
		s = whole
		s.Page, s.Box = 1, box
		assert.Contains(t, about(s, false), flat(want), "%v", box)
	}

	s = whole
	s.Indication, s.Sub, s.SubFilter = sign.Indeterminate, sign.SubChainGeneral, "adbe.pkcs7.detached"
	s.Reasons = []sign.Reason{{Code: sign.CodeSigningCertMissing}, {Code: sign.CodeWeakDigest, Args: []string{"SHA-1"}}, {Code: sign.CodeChainInvalid, Args: []string{"path length: CN=X"}}}
	assert.Contains(t, about(s, false), "Lý do: đường dẫn chứng thư không hợp lệ: quá số cấp")
	assert.NotContains(t, about(s, false), "signing-certificate-missing")

	s = whole
	s.Kind, s.Term, s.Trust = sign.KindTimestamp, sign.TermExpiredToday, sign.StrangerRoot
	s.Reasons = []sign.Reason{{Code: sign.CodeExpiredToday, Args: []string{"2026-01-02T03:00:00Z"}}}
	s.Indication, s.Sub = sign.Indeterminate, sign.SubOutOfBoundsNoPOE
	assert.NotContains(t, about(s, false), "tự khai")
}
