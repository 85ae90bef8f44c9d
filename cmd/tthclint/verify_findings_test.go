package main

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/report"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/fetch"
	"github.com/tthclint/tthclint/pkg/sign/words"
)

func TestFindingsAreInTheOrderOfReading(t *testing.T) {
	all := []lint.Finding{
		{Rule: "f", Severity: lint.Info},
		{Rule: "d", Severity: lint.Error, Item: 2, Place: lint.Place{Page: 1}},
		{Rule: "e", Severity: lint.Warning, Item: 1},
		{Rule: "c", Severity: lint.Error, Item: 1, Place: lint.Place{Page: 2}},
		{Rule: "a", Severity: lint.Error},
		{Rule: "b", Severity: lint.Error, Item: 1, Place: lint.Place{Page: 1}},
	}
	sortFindings(all)
	order := ""
	for _, f := range all {
		order += f.Rule
	}
	assert.Equal(t, "abcdef", order)
}

// aboutField is a finding about the signature in a field, as the rules word it.
func aboutField(item int, field, signer string, at time.Time) lint.Finding {
	place := msg.Message{ID: fieldMessage, VI: "ô «{field}»", EN: "the field «{field}»"}.With("field", field)
	who := msg.Message{ID: "w", VI: "{signer} ({place})", EN: "{signer} ({place})"}.With("signer", signer, "place", place)
	text := msg.Message{ID: "x", VI: "{signer} ký {time}: hỏng.", EN: "{signer} signed {time}: broken."}
	return lint.Finding{Rule: "sign/x", Severity: lint.Error, Item: item, Message: text.With("signer", who, "time", at), Place: lint.Place{File: "a.pdf", Page: item}}
}

func TestFindingsThatAreAlikeAreFolded(t *testing.T) {
	rep := &sign.Report{}
	var all []lint.Finding
	for i := range 8 {
		at := law.Date(2026, 3, 1+i).Add(9 * time.Hour)
		rep.Signatures = append(rep.Signatures, sign.Signature{Field: fmt.Sprintf("S%d", i+1), Claimed: at})
		signer := "An"
		if i == 3 {
			signer = "Bình"
		}
		all = append(all, aboutField(i+1, rep.Signatures[i].Field, signer, at))
	}
	got := told(all, rep)
	require.Len(t, got, 2)
	assert.Equal(t, "An (7 chữ ký: ô «S1», «S2», «S3», «S5», «S6» và 2 ô khác) ký từ 01/03/2026 đến 08/03/2026: hỏng.", got[0].Message.In(msg.Vietnamese))
	assert.Zero(t, got[0].Place, "seven places are none")
	assert.Equal(t, "Bình (ô «S4») ký 04/03/2026 09:00:00: hỏng.", got[1].Message.In(msg.Vietnamese))
	assert.Equal(t, lint.Place{Page: 4}, got[1].Place)
	assert.Equal(t, "a.pdf", all[0].Place.File, "those of the JSON form stay as they are")
	assert.Equal(t, "An (ô «S1») ký 01/03/2026 09:00:00: hỏng.", all[0].Message.In(msg.Vietnamese))

	whole := []lint.Finding{{Rule: "a", Severity: lint.Info}, {Rule: "a", Severity: lint.Info}}
	assert.Len(t, told(whole, rep), 2, "what is about the file is told as it is")
	assert.Len(t, told(all, nil), 8)
}

// TestOpenOutcomes wants the same list for people and for programs.
func TestOpenOutcomes(t *testing.T) {
	r := &lint.Result{Verdict: lint.Undetermined, Outcomes: []lint.Outcome{
		{Rule: "a", State: lint.Passed}, {Rule: "b", State: lint.NotChecked}, {Rule: "c", State: lint.NotChecked, After: "d"}, {Rule: "e", State: lint.Failed},
		{Rule: "f", State: lint.NotInForce},
	}}
	rules := func(all []lint.Outcome) (s string) {
		for _, o := range all {
			s += o.Rule
		}
		return s
	}
	assert.Equal(t, "be", rules(openOutcomes(r)))
	r.Outcomes = append(r.Outcomes[:1:1], r.Outcomes[4])
	assert.Equal(t, "f", rules(openOutcomes(r)))
	r.Verdict = lint.Accepted
	assert.Empty(t, openOutcomes(r))
	assert.Empty(t, openOutcomes(nil))
}

// printed is the text about one signature of a report.
func printed(t *testing.T, rep *sign.Report, sizes []evidence.Size, failed bool) string {
	t.Helper()
	p := &verifyText{b: report.NewBlock(report.TextOptions{})}
	p.signature(1, &rep.Signatures[0], rep, sizes, failed)
	return flat(string(p.b.Bytes()))
}

func TestTextOfASignature(t *testing.T) {
	about := func(s sign.Signature, failed bool) string {
		return printed(t, &sign.Report{Signatures: []sign.Signature{s, {Field: "KyNhay"}}}, []evidence.Size{{W: 210, H: 297}}, failed)
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

func TestChangesOfNoObject(t *testing.T) {
	for want, c := range map[string]sign.Change{
		"lần lưu 3, thêm đối tượng 9: đối tượng thêm vào nhưng không nơi nào dùng đến": {Revision: 3, Object: 9, Code: sign.CodeUnreachable, Action: sign.ActionAdded},
		"lần lưu 3, mục lục gốc/phần cuối tệp được ghi lại":                            {Revision: 3, Code: sign.CodeStructureUpdated, Action: sign.ActionAdded},
	} {
		assert.Equal(t, want, changeText(&c).In(msg.Vietnamese))
	}
}

// TestFailuresOfTheNetworkHaveWords has every error of the client said in words
// of both kinds.
func TestFailuresOfTheNetworkHaveWords(t *testing.T) {
	for _, err := range []error{
		fetch.ErrAddress, fetch.ErrHost, fetch.ErrPrivate, fetch.ErrRedirect, fetch.ErrTooLarge, fetch.ErrTooMuch, fetch.ErrTimeout, fetch.ErrConnect, fetch.ErrSilent,
		fmt.Errorf("%w: %w", fetch.ErrConnect, errors.New("refused")),
	} {
		host, why := words.FetchFailure((&fetch.Error{URL: "http://crl.ca.gov.vn/a.crl", Err: err}).Error())
		assert.Equal(t, "crl.ca.gov.vn", host)
		assert.NotContains(t, why.In(msg.Vietnamese), "kỹ thuật", "%v", err)
		assert.False(t, strings.HasPrefix(why.In(msg.Vietnamese), "the "), "%v", err)
	}
}
