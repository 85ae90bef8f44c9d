package check_test

import (
	"archive/zip"
	"bytes"
	"context"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/dossier/archive"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/register"
)

const (
	list     = "Số hồ sơ,Ngày tiếp nhận,Trạng thái\nH20.30-260911-0001,11/09/2026,Đã trả kết quả\n"
	noDays   = "Mã hồ sơ,Trạng thái\nH20.30-260911-0001,Đã trả kết quả\n"
	noList   = "Họ tên,Số điện thoại\nVõ Thị Mẫu,0900000000\n"
	noCode   = "STT,Chủ hồ sơ,Ngày nhận,Ngày hẹn trả\n1,x,11/09/2026,12/09/2026\n"
	syncJSON = `{"data":[{"MaHoSo":"H20.30-260911-0001","NgayTiepNhan":"20260911080000","TrangThaiHoSo":"9"}]}`
	oldExcel = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "xxxxxxxx"
)

func folderOf(files ...string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for i := 0; i < len(files); i += 2 {
		fsys[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	return fsys
}

func TestTheRegisterOfAFolder(t *testing.T) {
	for what, c := range map[string]struct {
		fsys    fstest.MapFS
		want    string   // name of the register; empty: none
		ignored []string // beside it
	}{
		"none":                      {folderOf("a.txt", "x"), "", []string{"a.txt"}},
		"any name":                  {folderOf("xuat-tu-mot-cua.csv", list), "xuat-tu-mot-cua.csv", nil},
		"JSON of the portal":        {folderOf("dong-bo.json", syncJSON), "dong-bo.json", nil},
		"another table":             {folderOf("can-bo.csv", noList), "", []string{"can-bo.csv"}},
		"one beside another":        {folderOf("can-bo.csv", noList, "thang-9.csv", list), "thang-9.csv", []string{"can-bo.csv"}},
		"named, of several":         {folderOf("thang-8.csv", list, "Sổ theo dõi hồ sơ tháng 9.csv", list), "Sổ theo dõi hồ sơ tháng 9.csv", []string{"thang-8.csv"}},
		"the name goes first":       {folderOf("danh-sach-ho-so.csv", list, "ho-so.csv", list, "Hồ sơ 2026.csv", list), "ho-so.csv", []string{"Hồ sơ 2026.csv", "danh-sach-ho-so.csv"}},
		"names a dossier and a day": {folderOf("loi.csv", noDays), "", []string{"loi.csv"}},
		"the same, called so":       {folderOf("danh-sach.csv", noDays), "danh-sach.csv", nil},
		"people, called a list":     {folderOf("danh-sach-can-bo.csv", noList, "danh-sach-lien-he.csv", noCode), "", []string{"danh-sach-can-bo.csv", "danh-sach-lien-he.csv"}},
		"old Excel beside it":       {folderOf("danh-sach-ho-so.xls", oldExcel, "thang-9.csv", list), "thang-9.csv", []string{"danh-sach-ho-so.xls"}},
		"a slip of a dossier":       {folderOf("H20.30-260911-0001-phieu-kiem-soat.csv", list), "", nil},
		"inside a dossier":          {folderOf("H20.30-260911-0001/so.csv", list), "", nil},
		"inside any other folder":   {folderOf("cu/so-theo-doi.csv", list, "a.txt", "x"), "", []string{"a.txt", "cu/so-theo-doi.csv"}},
		"the one folder there is":   {folderOf("thang-9/so-theo-doi.csv", list, "thang-9/a.txt", "x"), "thang-9/so-theo-doi.csv", []string{"thang-9/a.txt"}},
		"left by Excel":             {folderOf("~$thang-9.csv", list, "thang-9.csv", list), "thang-9.csv", nil},
	} {
		run, err := check.Dir(t.Context(), c.fsys, check.Options{})
		require.NoError(t, err, what)
		if c.want == "" {
			assert.Nil(t, run.Head().Register, what)
		} else {
			assert.Equal(t, c.want, run.Head().Register.File, what)
			assert.Equal(t, 1, run.Head().Register.Rows, what)
		}
		assert.Equal(t, c.ignored, run.Head().Ignored, what)
	}
}

func TestSeveralRegistersOfAFolder(t *testing.T) {
	_, err := check.Dir(t.Context(), folderOf("quy-1.csv", list, "quy-2.csv", list, "a.csv", noList), check.Options{})
	var several *check.RegistersError
	require.ErrorAs(t, err, &several)
	assert.Equal(t, []string{"quy-1.csv", "quy-2.csv"}, several.Files)
	_, err = check.Dir(t.Context(), folderOf("ho-so-1.csv", list, "ho-so-2.csv", list, "quy-1.csv", list), check.Options{})
	require.ErrorAs(t, err, &several)

	reg, err := register.Read(t.Context(), bytes.NewReader([]byte(list)), int64(len(list)), "khac.csv", register.Options{})
	require.NoError(t, err)
	run, err := check.Dir(t.Context(), folderOf("quy-1.csv", list, "quy-2.csv", list), check.Options{Register: reg})
	require.NoError(t, err, "the one that was given goes first")
	assert.Equal(t, "khac.csv", run.Head().Register.File)
	assert.Equal(t, []string{"quy-1.csv", "quy-2.csv"}, run.Head().Ignored)
}

func TestARegisterThatCannotBeRead(t *testing.T) {
	for what, fsys := range map[string]fstest.MapFS{
		"old Excel":      folderOf("so-theo-doi.xls", oldExcel, "a.csv", noList),
		"its own name":   folderOf("ho-so.csv", noList),
		"without a code": folderOf("ho-so.csv", noCode),
	} {
		_, err := check.Dir(t.Context(), fsys, check.Options{})
		assert.ErrorAs(t, err, new(*register.Error), what)
	}
}

func TestZipIsReadLikeItsFolder(t *testing.T) {
	files := []string{
		"so.csv", list, "H20.30-260911-0001/KQ1.pdf", "no PDF", "le.pdf", "no PDF", "H20.30-260911-0002.zip", string(packed(t, "KQ1.pdf", "x")),
	}
	data := packed(t, files...)
	run, err := check.Zip(t.Context(), bytes.NewReader(data), int64(len(data)), check.Options{Rules: []string{"result"}})
	require.NoError(t, err)
	folder, err := check.Dir(t.Context(), folderOf(files...), check.Options{Rules: []string{"result"}})
	require.NoError(t, err)
	verdicts := func(run *check.Run) map[string]lint.Verdict {
		all := map[string]lint.Verdict{}
		for r, err := range run.Results(t.Context()) {
			require.NoError(t, err)
			for i := range r.Findings {
				all[r.Dossier+" "+r.Findings[i].Place.File+" "+r.Findings[i].Rule] = r.Verdict
			}
		}
		return all
	}
	inZip, inFolder := verdicts(run), verdicts(folder)
	assert.Contains(t, inZip, "H20.30-260911-0002 H20.30-260911-0002.zip result/not-pdf", "an archive in an archive is a file")
	assert.Contains(t, inFolder, "H20.30-260911-0002 H20.30-260911-0002.zip/KQ1.pdf result/not-pdf", "an archive in a folder is a folder")
	delete(inZip, "H20.30-260911-0002 H20.30-260911-0002.zip result/not-pdf")
	delete(inZip, "H20.30-260911-0002 H20.30-260911-0002.zip result/wrong-name")
	delete(inFolder, "H20.30-260911-0002 H20.30-260911-0002.zip/KQ1.pdf result/not-pdf")
	assert.Equal(t, inFolder, inZip)
	assert.Equal(t, folder.Head().Register, run.Head().Register)

	_, err = check.Zip(t.Context(), bytes.NewReader(data[:50]), 50, check.Options{})
	assert.ErrorAs(t, err, new(*archive.Error))
	ctx, stop := context.WithCancel(t.Context())
	stop()
	_, err = check.Zip(ctx, bytes.NewReader(data), int64(len(data)), check.Options{})
	assert.ErrorIs(t, err, context.Canceled)
}

func packed(t *testing.T, files ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		to, err := w.Create(files[i])
		require.NoError(t, err)
		_, err = to.Write([]byte(files[i+1]))
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	return b.Bytes()
}
