package dossier_test

import (
	"context"
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
	entries := []dossier.Entry{
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
		dossier.Options{Registered: true, Entries: []dossier.Entry{{Code: "hồ sơ số 5", Row: 2}}})
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
	assert.Equal(t, dossier.Place{Dossier: "H20.30-230911-0002", Path: "H20.30-230911-0002-KQ1.pdf"}, twins.Places[1])
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
	} {
		assert.Equal(t, want, dossier.RoleOf(name), name)
	}
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
	f.Fuzz(func(t *testing.T, name string) {
		code, rest, ok := dossier.FindCode(name, dossier.CodeFormats())
		if ok && len(code.Text)+len(rest) > len(norm.NFC.String(name)) {
			t.Fatalf("%q came apart as %q and %q", name, code.Text, rest)
		}
		dossier.RoleOf(name)
	})
}
