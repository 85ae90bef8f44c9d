package result_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/evidence/evidencetest"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/lint/linttest"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/result"
)

func TestMetadata(t *testing.T) {
	of := func(e dossier.Entry, options ...evidencetest.Option) *evidence.Dossier {
		return evidencetest.Dossier(func(d *evidence.Dossier) { d.Entry = &e }, evidencetest.Document("a.pdf", options...))
	}
	in := func(year int) dossier.Entry { return dossier.Entry{Finished: law.Date(year, 9, 11)} }
	state := func(s lint.State) map[string]lint.State { return map[string]lint.State{"a.pdf": s} }
	whole := evidencetest.Metadata("Title", "Giấy khai sinh", "MaLoaiGiayTo", "KQ.G01", "so_dinh_danh", "087199000001", "Số, ký hiệu", "12",
		"NgayCap", "2023-09-11", "CoQuanCap", "UBND", "trichYeu", "Đăng ký khai sinh")
	writer := evidencetest.Metadata("Producer", "Scanner", "CreationDate", "D:20230911", "Title", "scan", "Author", "PC", "Subject", "x")
	registered, partly, about := in(2023), in(2023), in(2023)
	registered.Fields = []dossier.Field{
		dossier.FieldOwnerID, dossier.FieldResultCode, dossier.FieldResultName, dossier.FieldResultNumber, dossier.FieldResultIssued,
		dossier.FieldResultIssuer, dossier.FieldResultAbstract,
	}
	registered.OwnerID = "087199000001"
	registered.Results = []dossier.Attachment{{Code: "KQ.G01", Number: "12", Issued: law.Date(2023, 9, 11), Named: true, Issuer: "UBND Phường 3", Summarised: true}}
	partly.Fields = []dossier.Field{dossier.FieldOwnerID, dossier.FieldResultName, dossier.FieldResultNumber}
	partly.OwnerID, partly.Results = "087199000001", []dossier.Attachment{{Named: true}}
	about.Fields = []dossier.Field{dossier.FieldOwnerID, dossier.FieldResultAbstract}
	about.OwnerID, about.Results = "087199000001", []dossier.Attachment{{Summarised: true}}
	linttest.Rule(t, result.Metadata(),
		testCase{Name: "the whole list in the file", Evidence: of(in(2023), whole), States: state(lint.Passed)},
		testCase{Name: "the whole list in the register", Evidence: of(registered, writer), States: state(lint.Passed)},
		testCase{Name: "parts in the register, one more in the file", Evidence: of(partly, evidencetest.Metadata("NgayBanHanh", "11/09/2023")), States: state(lint.Found),
			Messages: []string{"result/metadata"}, Check: func(t *testing.T, r *lint.Result) {
				assert.Equal(t, lint.Accepted, r.Verdict)
				assert.Equal(t, "Thiếu 4 thông tin mô tả: mã loại giấy tờ; số, ký hiệu; cơ quan cấp; trích yếu.", r.Findings[0].Message.In(msg.Vietnamese))
			}},
		testCase{Name: "what every program writes", Evidence: of(in(2023), writer), States: state(lint.NotApplicable)},
		testCase{Name: "what a register has of the dossier", Evidence: of(about, writer), States: state(lint.NotApplicable)},
		testCase{Name: "before the circular", Evidence: of(in(2022), evidencetest.Metadata("SoKyHieu", "1")), States: map[string]lint.State{"": lint.NotInForce}},
		testCase{Name: "the file cannot be read", Evidence: of(in(2023)), States: state(lint.NotApplicable)},
		testCase{Name: "nothing attached", Evidence: evidencetest.Dossier(nil), States: map[string]lint.State{"": lint.NotApplicable}},
	)
}

func TestWrongName(t *testing.T) {
	of := func(names ...string) *evidence.Dossier {
		var docs []*evidence.Document
		for _, n := range names {
			docs = append(docs, evidencetest.Document(n))
		}
		return evidencetest.Dossier(func(d *evidence.Dossier) {
			d.ID = ownCode
			d.Code, _, _ = dossier.FindCode(ownCode, dossier.CodeFormats())
		}, docs...)
	}
	presumed := of("scan.pdf", "scan 2.pdf")
	presumed.Documents[0].Presumed, presumed.Documents[1].Presumed = true, true
	passed, found := map[string]lint.State{"": lint.Passed}, map[string]lint.State{"": lint.Found}
	cases := []testCase{
		{Name: "another name", Evidence: of(ownCode + "/scan.pdf"), States: found, Messages: []string{"result/wrong-name"},
			Check: func(t *testing.T, r *lint.Result) { assert.Equal(t, lint.Info, r.Findings[0].Severity) }},
		{Name: "without the code", Evidence: of("KQ1.pdf"), States: found, Messages: []string{"result/wrong-name"}},
		{Name: "more words", Evidence: of(ownCode + "-KQ1 ban quet.pdf"), States: found, Messages: []string{"result/wrong-name"}},
		{Name: "twice the same number", Evidence: of(ownCode+"-KQ1.pdf", ownCode+"/KQ1.pdf"), States: found, Messages: []string{"result/wrong-name.twice"}},
		{Name: "a number left out", Evidence: of(ownCode+"-KQ1.pdf", ownCode+"-KQ3.pdf"), States: found, Messages: []string{"result/wrong-name.gap"},
			Check: func(t *testing.T, r *lint.Result) { assert.Equal(t, lint.Warning, r.Findings[0].Severity) }},
		{Name: "not known which is the result", Evidence: presumed, States: passed},
		{Name: "two in order", Evidence: of(ownCode+"-KQ2.pdf", ownCode+"-KQ1.pdf"), States: passed},
		{Name: "no dossier code", Evidence: evidencetest.Dossier(nil, evidencetest.Document("scan.pdf")), States: map[string]lint.State{"": lint.NotApplicable}},
	}
	for _, name := range []string{"-KQ1", "-KQ(1)", "-KQ.1", "-kq1", "_KQ 01", "-KQ", "/KQ1", "/sub/KQ(1)"} {
		cases = append(cases, testCase{Name: "named " + name, Evidence: of(ownCode + name + ".pdf"), States: passed})
	}
	linttest.Rule(t, result.WrongName(), cases...)
}
