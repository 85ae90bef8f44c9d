package main

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestEntriesOfAnArchiveThatAreNotRead wants each named, with what to do, and the
// rest checked.
func TestEntriesOfAnArchiveThatAreNotRead(t *testing.T) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range []string{"H20.30-260911-0001/KQ1.pdf", "../ngoai.pdf", "H20.30-260911-0002/KQ1.pdf", "H20.30-260911-0002/KQ1.pdf"} {
		to, err := w.Create(name)
		require.NoError(t, err)
		_, err = to.Write([]byte("text"))
		require.NoError(t, err)
	}
	locked, err := w.CreateRaw(&zip.FileHeader{Name: "H20.30-260911-0003/KQ1.pdf", Flags: 1, CompressedSize64: 4, UncompressedSize64: 4})
	require.NoError(t, err)
	_, err = locked.Write([]byte("text"))
	require.NoError(t, err)
	require.NoError(t, w.Close())
	name := filepath.Join(t.TempDir(), "thang-9.zip")
	require.NoError(t, os.WriteFile(name, b.Bytes(), 0o600))

	var stdout, stderr bytes.Buffer
	c := &Command{Stdin: strings.NewReader(""), Stdout: &stdout, Stderr: &stderr}
	assert.Equal(t, exitCannotRun, c.run(t.Context(), []string{"lint", "--rules=result/not-pdf", "--ocr=none", "--as-of=2026-11-24", name}))
	report := strings.Join(strings.Fields(stdout.String()), " ")
	assert.Contains(t, report, "Hồ sơ H20.30-260911-0001 – KHÔNG ĐẠT")
	assert.Contains(t, report, "Hồ sơ H20.30-260911-0002 – CHƯA XÁC ĐỊNH")
	assert.Contains(t, report, "H20.30-260911-0002/KQ1.pdf: tệp nén có nhiều mục cùng tên này, không rõ mục nào đúng.")
	assert.Contains(t, report, "Không mở được tệp H20.30-260911-0003/KQ1.pdf: mục trong tệp nén có mật khẩu.")
	assert.Contains(t, report, "1 tệp hoặc thư mục không đọc được")
	assert.Contains(t, stderr.String(), "«../ngoai.pdf»: tên trong tệp nén dẫn ra ngoài thư mục nên không đọc.")
}
