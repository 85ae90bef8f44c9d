package signatures

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/msg"
)

func TestText(t *testing.T) {
	s := verifySamples(t, true)
	text := s.text(t, TextOptions{}, "two")
	for _, want := range []string{
		"– ĐẠT KIỂM TRA SƠ BỘ\n", "2 chữ ký số; 2 trang, 3 lần lưu",
		"Chữ ký 1: Nguyễn Văn An – Đạt kiểm tra sơ bộ", "cá nhân, thuộc UBND PHƯỜNG 3",
		"04/03/2026 09:00:00 (giờ Việt Nam), người ký tự khai, chưa có gì chứng minh", "nội dung đã ký còn nguyên vẹn",
		"thêm chữ ký hoặc điền biểu mẫu – được phép", "ô «CoQuan»: thêm chữ ký số", "dẫn đến gốc tin cậy «Mẫu Root»",
		"ô «Nguoi», trang 2, ô rộng 60 mm", "Đây là kiểm tra sơ bộ",
	} {
		assert.Contains(t, flat(text), flat(want))
	}
	assert.NotContains(t, strings.ToLower(text), "chữ ký hợp lệ")
	assert.NotContains(t, strings.ToLower(text), "chữ ký số hợp lệ")

	text = s.text(t, TextOptions{Lang: msg.English}, "changed", "stamped", "broken")
	for _, want := range []string{
		"– FAILS\n", "there ARE changes that nothing explains – NOT permitted", "page 1: the content of a page was changed",
		"What to do:", "[page-content-changed]", "Timestamp 3: Mẫu TSA – Passes the pre-check", "not later than 2026-03-04 10:00:00 (time of Vietnam) by a timestamp; the signer claims 2026-03-04 09:00:00",
		"BROKEN: what was signed has changed: the digest does not match", "Files: 3 (pass the pre-check 1, fail 2, no conclusion 0)", "This is a pre-check",
	} {
		assert.Contains(t, flat(text), flat(want))
	}

	text = s.text(t, TextOptions{}, "unsigned", "unsigned-field", "empty", "missing", "locked")
	for _, want := range []string{
		"Gồm có: không có chữ ký số nào; 2 trang", "Ô «Chua ky» chưa ai ký, trang 1", "LỖI: Tệp kết quả không có nội dung (0 byte).",
		"Không kiểm tra được: không tìm thấy", "Thư mục locked – CHƯA KẾT LUẬN ĐƯỢC", "5 tệp:",
	} {
		assert.Contains(t, flat(text), flat(want))
	}
	assert.Equal(t, 1, strings.Count(text, "không tìm thấy"))
	assert.Equal(t, 4, strings.Count(text, "\nTệp "))
	assert.NotContains(t, text, "    Tệp:")
}

// TestTextIsInert has names that would steer a terminal.
func TestTextIsInert(t *testing.T) {
	s := verifySamples(t, false)
	s.files["missing"].Name = "a\x1b[2J.pdf"
	for _, o := range []TextOptions{{}, {Verbose: true}, {Lang: msg.English, Verbose: true}} {
		text := s.text(t, o, s.names()...)
		assertInert(t, text)
		assert.Contains(t, text, `A\x1b[31m\u202eB`)
	}
	text := s.text(t, TextOptions{Color: true}, "awkward")
	assert.Contains(t, text, "\x1b[1;3")
	assertInert(t, stripColor(text))
}

func stripColor(s string) string {
	for _, seq := range []string{"\x1b[1;31m", "\x1b[1;32m", "\x1b[1;33m", "\x1b[1;34m", "\x1b[0m"} {
		s = strings.ReplaceAll(s, seq, "")
	}
	return s
}
