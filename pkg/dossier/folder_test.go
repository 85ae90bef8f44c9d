package dossier_test

import (
	"context"
	"crypto/sha256"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"

	"github.com/tthclint/tthclint/pkg/dossier"
)

func file(content string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(content)} }

func open(t *testing.T, fsys fstest.MapFS, o dossier.Options) (byID map[string]*dossier.Dossier, order []string, f *dossier.Folder) {
	t.Helper()
	f, err := dossier.Open(t.Context(), fsys, o)
	require.NoError(t, err)
	byID = map[string]*dossier.Dossier{}
	for d, err := range f.Dossiers(t.Context()) {
		require.NoError(t, err)
		byID[d.ID] = d
		order = append(order, d.ID)
	}
	assert.Equal(t, f.Len(), len(order))
	return byID, order, f
}

func roles(d *dossier.Dossier) map[string]dossier.Role {
	out := map[string]dossier.Role{}
	for _, doc := range d.Documents {
		out[doc.Path] = doc.Role
	}
	return out
}

func TestThreeShapesOfAFolder(t *testing.T) {
	byID, order, f := open(t, fstest.MapFS{
		"000.16.30.H20-230911-0001/giấy chứng nhận.pdf":              file("a"),
		"000.16.30.H20-230911-0001/giay tiep nhan va hen tra kq.pdf": file("bb"),
		"thang 9/h20.30-230912-0002 Nguyễn Văn A/KQ1.pdf":            file("ccc"),
		"thang 9/h20.30-230912-0002 Nguyễn Văn A/to-khai.pdf":        file("dddd"),
		"H20.30-230913-0003-KQ1.pdf":                                 file("eeeee"),
		"H20.30-230913-0003-KQ2.pdf":                                 file("ffffff"),
		"H20.30-230913-0003_phieu kiem soat.pdf":                     file("ggggggg"),
		"cho duyet/don xin.pdf":                                      file("hhhhhhhh"),
		"cho duyet/anh.JPG":                                          file("iiiiiiiii"),
		"ghi chu.txt":                                                file("x"),
		".DS_Store":                                                  file("x"),
		"000.16.30.H20-230911-0001/~$khoa.docx":                      file("x"),
	}, dossier.Options{Procedure: "1.000894"})
	assert.Equal(t, []string{
		"000.16.30.H20-230911-0001", "H20.30-230912-0002", "H20.30-230913-0003", "cho duyet/anh.JPG", "cho duyet/don xin.pdf",
	}, order)
	assert.Equal(t, map[string]dossier.Role{
		"000.16.30.H20-230911-0001/giấy chứng nhận.pdf":              dossier.Result,
		"000.16.30.H20-230911-0001/giay tiep nhan va hen tra kq.pdf": dossier.Receipt,
	}, roles(byID["000.16.30.H20-230911-0001"]))
	assert.Equal(t, map[string]dossier.Role{
		"thang 9/h20.30-230912-0002 Nguyễn Văn A/KQ1.pdf":     dossier.Result,
		"thang 9/h20.30-230912-0002 Nguyễn Văn A/to-khai.pdf": dossier.Component,
	}, roles(byID["H20.30-230912-0002"]))
	assert.Len(t, byID["H20.30-230913-0003"].Results(), 2)
	assert.Equal(t, dossier.ControlSlip, roles(byID["H20.30-230913-0003"])["H20.30-230913-0003_phieu kiem soat.pdf"])
	assert.Equal(t, "1.000894", byID["cho duyet/don xin.pdf"].Procedure)
	assert.Equal(t, []string{"ghi chu.txt"}, f.Ignored())
	assert.Equal(t, "2023-09-11", byID["000.16.30.H20-230911-0001"].Date().Format(time.DateOnly))
}

func TestRegisterMakesAbsenceVisible(t *testing.T) {
	entries := dossier.List{
		{File: "ho-so.csv", Row: 2, Code: "H20.30-230911-0001", ProcedureName: "Đăng ký kết hôn", Unit: "UBND Phường 3"},
		{File: "ho-so.csv", Row: 3, Code: "HS/77", Procedure: "1.000656"},
		{File: "ho-so.csv", Row: 4},
		{File: "ho-so.csv", Row: 5, Code: "H20.30-230911-0001"},
		{File: "ho-so.csv", Row: 6, Code: "HS 78"},
	}
	byID, order, _ := open(t, fstest.MapFS{
		"HS 78-KQ1.pdf":                 file("b"),
		"h20.30-230911-0001/kq.pdf":     file("a"),
		"ho-so.csv":                     file("x"),
		norm.NFD.String("Hồ sơ lẻ.pdf"): file("c"),
	}, dossier.Options{Entries: entries, Registered: true, Skip: []string{"ho-so.csv"}, Procedure: "1.000894"})
	assert.Equal(t, []string{"H20.30-230911-0001", "HS 78", "HS/77", norm.NFD.String("Hồ sơ lẻ.pdf"), "ho-so.csv:4", "ho-so.csv:5"}, order)
	assert.Equal(t, 2, byID["H20.30-230911-0001"].Entry.Row)
	assert.Equal(t, "UBND Phường 3", byID["H20.30-230911-0001"].Unit)
	assert.Empty(t, byID["H20.30-230911-0001"].Procedure, "the register's procedure goes before the default")
	assert.Empty(t, byID["HS/77"].Documents)
	assert.True(t, byID["HS/77"].Identified())
	assert.False(t, byID["ho-so.csv:4"].Identified())
	assert.False(t, byID["ho-so.csv:5"].Identified())
	assert.True(t, byID["HS/77"].Registered)
	assert.Len(t, byID["HS 78"].Documents, 1)
	assert.Nil(t, byID[norm.NFD.String("Hồ sơ lẻ.pdf")].Entry)
}

func TestFolderNamesMeetRegisterWhateverTheirUnicodeForm(t *testing.T) {
	byID, _, _ := open(t, fstest.MapFS{norm.NFD.String("Hồ sơ số 5") + "/scan.pdf": file("a")},
		dossier.Options{Registered: true, Entries: dossier.List{{Code: "hồ sơ số 5", Row: 2}}})
	require.Contains(t, byID, "HỒ SƠ SỐ 5")
	assert.Len(t, byID["HỒ SƠ SỐ 5"].Results(), 1)
}

func TestTwins(t *testing.T) {
	byID, _, _ := open(t, fstest.MapFS{
		"H20.30-230911-0001-KQ1.pdf": file("same"), "H20.30-230911-0002-KQ1.pdf": file("same"),
		"H20.30-230911-0003-KQ1.pdf": file("else"), "H20.30-230911-0004-KQ1.pdf": file(""), "H20.30-230911-0005-KQ1.pdf": file(""),
	}, dossier.Options{})
	twins := byID["H20.30-230911-0001"].Documents[0].Twins
	require.NotNil(t, twins)
	assert.Same(t, twins, byID["H20.30-230911-0002"].Documents[0].Twins, "one record serves all, so that memory stays linear")
	assert.Equal(t, dossier.Place{Dossier: "H20.30-230911-0002", Path: "H20.30-230911-0002-KQ1.pdf", Role: dossier.Result}, twins.Places[1])
	assert.Nil(t, byID["H20.30-230911-0003"].Documents[0].Twins)
	assert.Nil(t, byID["H20.30-230911-0004"].Documents[0].Twins, "empty files are not copies of one another")
}

func TestFindCode(t *testing.T) {
	for _, c := range []struct{ name, code, rest, date string }{
		{"000.16.30.H20-230911-0001", "000.16.30.H20-230911-0001", "", "2023-09-11"},
		{"000.16.30.h20-230911-0001-KQ1.pdf", "000.16.30.H20-230911-0001", "-KQ1.pdf", "2023-09-11"},
		{"H20-230911-00012", "H20-230911-00012", "", "2023-09-11"},
		{" H20.30.16-230911-0001 đã ký", "H20.30.16-230911-0001", " đã ký", "2023-09-11"},
		{"H20.30-231341-0001", "H20.30-231341-0001", "", "0001-01-01"},
		{"HS 0001", "", "HS 0001", "0001-01-01"},
		{"H20.30-700911-0001", "H20.30-700911-0001", "", "0001-01-01"}, // 1970
		{"H20.30-690911-0001", "H20.30-690911-0001", "", "0001-01-01"}, // 1969 to Go
		{"KQ1 h20.30-230911-0001.pdf", "H20.30-230911-0001", "KQ1 .pdf", "2023-09-11"},
		{"Nguyễn Văn A - H20.30-230911-0001.pdf", "H20.30-230911-0001", "Nguyễn Văn A - .pdf", "2023-09-11"},
		{"KQ1_000.16.30.H20-230911-0001(ký).pdf", "000.16.30.H20-230911-0001", "KQ1_(ký).pdf", "2023-09-11"},
		{"Hồ sơ H20.30-230911-0001 và H20.30-230911-0001", "H20.30-230911-0001", "Hồ sơ H20.30-230911-0001 và ", "2023-09-11"},
		{"Từ H20.30-230911-0001 đến H20.30-230911-0009", "", "Từ H20.30-230911-0001 đến H20.30-230911-0009", "0001-01-01"},
		{"SH20.30-230911-0001", "", "SH20.30-230911-0001", "0001-01-01"},
		{"KQ 16.30.H20-230911-0001", "", "KQ 16.30.H20-230911-0001", "0001-01-01"},
		{"KQ H20.30-230911-0001A", "", "KQ H20.30-230911-0001A", "0001-01-01"},
	} {
		code, rest, ok := dossier.FindCode(c.name, dossier.CodeFormats())
		assert.Equal(t, c.code != "", ok, c.name)
		assert.Equal(t, c.code, code.Text, c.name)
		assert.Equal(t, c.rest, rest, c.name)
		assert.Equal(t, c.date, code.Received.Format(time.DateOnly), c.name)
	}
}

func TestRoleOf(t *testing.T) {
	for name, want := range map[string]dossier.Role{
		"-KQ1.pdf": dossier.Result, "Kết quả.pdf": dossier.Result, "KQ.PDF": dossier.Result,
		"Phiếu xin lỗi và hẹn lại ngày trả kết quả.pdf": dossier.Apology,
		"Giấy tiếp nhận hồ sơ và hẹn trả kết quả.pdf":   dossier.Receipt,
		"phieu_kiem_soat.pdf": dossier.ControlSlip, "TP2 - to khai.pdf": dossier.Component,
		"kqua.pdf": dossier.Unknown, "scan0001.pdf": dossier.Unknown, "quyết định.pdf": dossier.Unknown,

		"-TP1.pdf": dossier.Component, "TP 2.pdf": dossier.Component, "TP.pdf": dossier.Component, "Giấy khai sinh TP12.pdf": dossier.Component,
		"UBND TP Sa Đéc.pdf": dossier.Unknown, "TP Sa Đéc.pdf": dossier.Unknown, "Quyết định UBND TP 2023.pdf": dossier.Unknown,
		"Kết quả UBND TP Sa Đéc.pdf":          dossier.Result,
		"Đơn xin cấp kết quả giám định.pdf":   dossier.Component,
		"01. Đơn đề nghị trả kết quả.pdf":     dossier.Component,
		"don xin cap ket qua.pdf":             dossier.Component,
		"Đơn.pdf":                             dossier.Component,
		"Tờ khai nhận kết quả.pdf":            dossier.Component,
		"TP1 - kết quả khám.pdf":              dossier.Component,
		"KQ1 đơn xin.pdf":                     dossier.Result,
		"Kết quả giải quyết đơn xin.pdf":      dossier.Result,
		"Đơn vị UBND phường - kết quả.pdf":    dossier.Result,
		"don vi ubnd.pdf":                     dossier.Unknown,
		"Đôn - giấy chứng nhận.pdf":           dossier.Unknown,
		"Võ Thị Mẫu Đơn.pdf":                  dossier.Unknown,
		"Đơn xin lỗi và hẹn lại ngày trả.pdf": dossier.Apology,
	} {
		assert.Equal(t, want, dossier.RoleOf(name), name)
	}
}

func TestFoldersBelowTheDossierDeclareRoles(t *testing.T) {
	const code = "H20.30-230911-0001"
	want := map[string]dossier.Role{
		"Thành phần hồ sơ/giấy khai sinh.pdf":       dossier.Component,
		"1.Thành phần hồ sơ/scan.pdf":               dossier.Component,
		"Thành phần hồ sơ/Kết quả khám.pdf":         dossier.Component, // what the citizen brought
		"Thành phần hồ sơ/Kết quả khám/scan.pdf":    dossier.Component,
		"Thành phần hồ sơ/" + code + "-KQ1.pdf":     dossier.Result, // the name that only results have
		"Thành phần hồ sơ/giay tiep nhan ho so.pdf": dossier.Receipt,
		"Kết quả/abc.pdf":                           dossier.Result,
		"Kết quả/to khai.pdf":                       dossier.Component,
		"Kết quả/phieu hen.pdf":                     dossier.Receipt,
		"Kết quả/Thành phần/abc.pdf":                dossier.Component,
		"Thành phần và kết quả/abc.pdf":             dossier.Unknown,
		"scan.pdf":                                  dossier.Unknown,
	}
	fsys, full := fstest.MapFS{}, map[string]dossier.Role{}
	for name, role := range want {
		name = "Kết quả số hóa/" + code + " Nguyễn Văn A/" + name // what lies above the dossier says nothing
		fsys[name], full[name] = file(name), role
	}
	byID, _, _ := open(t, fsys, dossier.Options{})
	assert.Equal(t, full, roles(byID[code]))
}

func TestFileOfAnotherDossier(t *testing.T) {
	byID, order, _ := open(t, fstest.MapFS{
		"H20.30-230911-0001/H20.30-230911-0002-KQ1.pdf": file("a"),
		"H20.30-230911-0001/scan.jpg":                   file("bb"),
		"H20.30-230911-0003/H20.30-230911-0004.pdf":     file("ccc"),
		"H20.30-230911-0005/h20.30-230911-0005-KQ1.pdf": file("dddd"),
	}, dossier.Options{})
	assert.Equal(t, []string{"H20.30-230911-0001", "H20.30-230911-0003", "H20.30-230911-0005"}, order)
	docs := byID["H20.30-230911-0001"].Documents
	assert.Equal(t, "H20.30-230911-0002", docs[0].OtherCode)
	assert.Equal(t, dossier.Unknown, docs[0].Role)
	assert.Equal(t, dossier.Result, docs[1].Role)
	assert.Empty(t, byID["H20.30-230911-0003"].Results())
	assert.Empty(t, byID["H20.30-230911-0005"].Documents[0].OtherCode)
}

func TestPresumedResults(t *testing.T) {
	byID, _, _ := open(t, fstest.MapFS{
		"H20.30-230911-0001/a.pdf": file("a"), "H20.30-230911-0001/b.pdf": file("bb"),
		"H20.30-230911-0002/a.pdf": file("ccc"), "H20.30-230911-0002/to khai.pdf": file("dddd"), "H20.30-230911-0002/anh.jpg": file("eeeee"),
		"H20.30-230911-0003/KQ1.pdf": file("ffffff"), "H20.30-230911-0003/a.pdf": file("ggggggg"),
	}, dossier.Options{})
	for id, want := range map[string][]bool{
		"H20.30-230911-0001": {true, true}, "H20.30-230911-0002": {false, false, false}, "H20.30-230911-0003": {false, false},
	} {
		for i, doc := range byID[id].Documents {
			assert.Equal(t, want[i], doc.Presumed, doc.Path)
		}
	}
	assert.Len(t, byID["H20.30-230911-0002"].Results(), 1)
	assert.Len(t, byID["H20.30-230911-0003"].Results(), 1)
}

func TestRegisterCodeWithASuffixIsAnotherDossier(t *testing.T) {
	byID, order, _ := open(t, fstest.MapFS{
		"H20.30-230911-0001-KQ1.pdf":    file("a"),
		"H20.30-230911-0001-BS-KQ1.pdf": file("bb"),
		"H20.30-230911-0001-BS/KQ2.pdf": file("ccc"),
	}, dossier.Options{Registered: true, Entries: dossier.List{
		{File: "ho-so.csv", Row: 2, Code: "H20.30-230911-0001-BS"}, {File: "ho-so.csv", Row: 3, Code: " h20.30-230911-0001 "},
	}})
	assert.Equal(t, []string{"H20.30-230911-0001", "H20.30-230911-0001-BS"}, order)
	assert.Equal(t, 3, byID["H20.30-230911-0001"].Entry.Row)
	assert.Len(t, byID["H20.30-230911-0001"].Documents, 1)
	assert.Equal(t, 2, byID["H20.30-230911-0001-BS"].Entry.Row)
	assert.Len(t, byID["H20.30-230911-0001-BS"].Results(), 2)
}

func TestCodeAnywhereInAName(t *testing.T) {
	byID, order, _ := open(t, fstest.MapFS{
		"KQ1 H20.30-230911-0001.pdf":                 file("a"),
		"Nguyen Van A - H20.30-230911-0001.pdf":      file("bb"),
		"Hồ sơ H20.30-230911-0002 (đã trả)/scan.pdf": file("ccc"),
	}, dossier.Options{})
	assert.Equal(t, []string{"H20.30-230911-0001", "H20.30-230911-0002"}, order)
	assert.Equal(t, map[string]dossier.Role{
		"KQ1 H20.30-230911-0001.pdf": dossier.Result, "Nguyen Van A - H20.30-230911-0001.pdf": dossier.Unknown,
	}, roles(byID["H20.30-230911-0001"]))
	assert.Equal(t, "2023-09-11", byID["H20.30-230911-0002"].Date().Format(time.DateOnly))
}

func TestSingleAgreesWithTheFolder(t *testing.T) {
	for name, want := range map[string]string{
		"H20.30-230911-0001-KQ1.pdf": "H20.30-230911-0001", `D:\Kết quả\h20.30-230911-0001\scan.pdf`: "H20.30-230911-0001",
		"/tmp/KQ1 H20.30-230911-0001.pdf": "H20.30-230911-0001", "scan.pdf": "scan.pdf", "-": "-",
	} {
		for d, err := range dossier.Single(name, strings.NewReader("x"), 1, "1.000894").Dossiers(t.Context()) {
			require.NoError(t, err)
			assert.Equal(t, want, d.ID, name)
			assert.Equal(t, want != name, !d.Date().IsZero(), name)
			assert.Equal(t, name, d.Results()[0].Path)
		}
	}
	for d := range dossier.Single("H20.30-230911-0001/H20.30-230911-0002.pdf", strings.NewReader("x"), 1, "").Dossiers(t.Context()) {
		assert.Equal(t, "H20.30-230911-0001", d.ID)
		assert.Equal(t, "H20.30-230911-0002", d.Results()[0].OtherCode)
	}
}

func TestTwinsTellTheirRoles(t *testing.T) {
	byID, _, _ := open(t, fstest.MapFS{
		"H20.30-230911-0001/Thành phần hồ sơ/cccd.pdf": file("same"),
		"H20.30-230911-0002/scan.pdf":                  file("same"),
	}, dossier.Options{})
	places := byID["H20.30-230911-0002"].Documents[0].Twins.Places
	assert.Equal(t, dossier.Component, places[0].Role)
	assert.Equal(t, dossier.Unknown, places[1].Role, "presumed, not declared")
}

func TestDigestEndsWithItsContext(t *testing.T) {
	byID, _, _ := open(t, fstest.MapFS{"a.pdf": file("a")}, dossier.Options{})
	doc := byID["a.pdf"].Documents[0]
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := doc.DigestContext(ctx)
	assert.ErrorIs(t, err, context.Canceled)
	sum, err := doc.DigestContext(t.Context())
	require.NoError(t, err)
	assert.Equal(t, sha256.Sum256([]byte("a")), sum)
	again, err := doc.Digest()
	require.NoError(t, err)
	assert.Equal(t, sum, again)
}

func TestCancelledInventory(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := dossier.Open(ctx, fstest.MapFS{"a.pdf": file("a")}, dossier.Options{})
	assert.ErrorIs(t, err, context.Canceled)
}

func FuzzFindCode(f *testing.F) {
	f.Add("000.16.30.H20-230911-0001-KQ1.pdf")
	f.Add("ﬀ H20.30-230911-0001")
	f.Add("KQ1 H20.30-230911-0001 ı.pdf")
	f.Fuzz(func(t *testing.T, name string) {
		code, rest, ok := dossier.FindCode(name, dossier.CodeFormats())
		if ok && len(code.Text)+len(rest) > len(norm.NFC.String(name)) {
			t.Fatalf("%q came apart as %q and %q", name, code.Text, rest)
		}
		dossier.RoleOf(name)
	})
}

func TestFilesThatTheRegisterNames(t *testing.T) {
	byID, order, _ := open(t, fstest.MapFS{
		"kq/GCN 12.pdf": file("a"), "kq/don.pdf": file("bb"), "kq/chung.pdf": file("ccc"), "le.pdf": file("dddd"),
	}, dossier.Options{Registered: true, Entries: dossier.List{
		{Code: "H20.30-230911-0001", Row: 2, Results: []dossier.Attachment{{File: "gcn 12.PDF"}, {File: "mat.pdf"}}, Components: []dossier.Attachment{{File: "don.pdf"}}},
		{Code: "H20.30-230911-0002", Row: 3, Results: []dossier.Attachment{{File: "chung.pdf"}}},
		{Code: "H20.30-230911-0003", Row: 4, Results: []dossier.Attachment{{File: "chung.pdf"}}},
	}})
	assert.Equal(t, []string{"H20.30-230911-0001", "H20.30-230911-0002", "H20.30-230911-0003", "kq/chung.pdf", "le.pdf"}, order,
		"a file that two dossiers claim belongs to neither")
	d := byID["H20.30-230911-0001"]
	assert.Equal(t, map[string]dossier.Role{"kq/GCN 12.pdf": dossier.Result, "kq/don.pdf": dossier.Component}, roles(d))
	assert.Equal(t, []string{"mat.pdf"}, d.Unfound())
	assert.Equal(t, []string{"chung.pdf"}, byID["H20.30-230911-0002"].Unfound())
	assert.Empty(t, byID["le.pdf"].Unfound())
}
