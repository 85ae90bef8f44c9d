package dossier_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/dossier"
)

func TestWaiting(t *testing.T) {
	for status, want := range map[string]bool{
		"Yêu cầu bổ sung giấy tờ": true, "Tạm dừng xử lý": true, "YEU CAU BO SUNG": true, "Yêu cầu thực hiện nghĩa vụ tài chính": true,
		"Đang xử lý": false, "Chờ phê duyệt": false, "": false,
	} {
		assert.Equal(t, want, (&dossier.Entry{Status: status}).Waiting(), status)
	}
}

func TestAtDesk(t *testing.T) {
	for status, want := range map[string]bool{
		"Chờ trả kết quả": true, "Đang chờ trả": true, "Chờ công dân đến nhận": true, "Đã trả kết quả": false, "Chờ phê duyệt": false, "": false,
	} {
		assert.Equal(t, want, (&dossier.Entry{Status: status}).AtDesk(), status)
	}
}

func TestHandedOut(t *testing.T) {
	day := time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		e    dossier.Entry
		want bool
	}{
		{dossier.Entry{Status: "Đã trả kết quả"}, true},
		{dossier.Entry{Status: "Đã trả bổ sung"}, false},
		{dossier.Entry{Status: "Đã xử lý xong", Finished: day}, false},
		{dossier.Entry{Status: "Đã xử lý xong", Returned: day}, true},
	} {
		assert.Equal(t, c.want, c.e.HandedOut(), c.e.Status)
	}
}
