package dossier_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/unicode/norm"

	"github.com/tthclint/tthclint/pkg/dossier"
)

const (
	finished = dossier.ProgressFinished
	running  = dossier.ProgressOpen
	ended    = dossier.ProgressEnded
	unknown  = dossier.ProgressUnknown
)

// progressTests give what a status says alone and beside an end date.
var progressTests = []struct {
	status      string
	alone, date dossier.Progress
}{
	{"", unknown, finished},
	{"UBND Phường 3", unknown, finished},
	{"Đã trả kết quả", finished, finished},
	{"ĐÃ TRẢ KẾT QUẢ", finished, finished},
	{"Ðã trả kết quả", finished, finished}, // with the Icelandic letter
	{"Trả kết quả", finished, finished},
	{"Đã chuyển trả kết quả", finished, finished},
	{"Đã trả (đăng ký kết hôn)", finished, finished},
	{"Đã trả - giấy phép sửa chữa nhà", finished, finished},
	{"Đã trả UBND huyện", finished, finished},
	{"Đã trả cho công dân", finished, finished},
	{"Đã trả (thủ tục rút gọn)", finished, finished},
	{"Đã xử lý xong", finished, finished},
	{"Hoàn thành", finished, finished},
	{"10 - Đã trả kết quả", finished, finished},
	{"Chờ trả kết quả", finished, finished},
	{"Đang chờ trả kết quả", finished, finished},
	{"Đã trả kết quả tại Bộ phận Tiếp nhận và Trả kết quả", finished, finished},

	{"Đang xử lý", running, finished},
	{"Chưa trả kết quả", running, finished},
	{"Chưa được trả kết quả", running, finished},
	{"Đang chuyển trả kết quả", running, finished},
	{"Chưa có kết quả", running, finished},
	{"Hẹn trả kết quả ngày 12/9", running, finished},
	{"Quá hạn trả kết quả", running, finished},
	{"Chờ bổ sung", running, finished},
	{"Đã tiếp nhận", running, finished},
	{"Tạm dừng xử lý", running, finished},
	{"Đã trả bổ sung", running, finished},
	{"Đã có kết quả thẩm định", running, finished},

	{"Rút hồ sơ", ended, ended},
	{"Công dân yêu cầu rút hồ sơ", ended, ended},
	{"Đã hủy", ended, ended},
	{"Huỷ", ended, ended}, // the tone on the other vowel
	{"Từ chối tiếp nhận", ended, ended},
	{"Không được tiếp nhận", ended, ended},
	{"Trả lại hồ sơ", ended, ended},
	{"Trả hồ sơ không giải quyết", ended, ended},
	{"Đang dừng xử lý", ended, ended},

	{"Đã chuyển Bộ phận Tiếp nhận và Trả kết quả", unknown, finished},
	{"Đã trả hồ sơ", unknown, finished},
	{"Đã trả kết quả, chưa thanh toán", unknown, finished},

	{"Da tra ket qua", finished, finished},
	{"Da tra (dang ky ket hon)", finished, finished},
	{"Da tra - sua chua nha", finished, finished},
	{"Da tra cho huyen", finished, finished},
	{"Dang xu ly", running, finished},
	{"Chua tra ket qua", running, finished},
	{"Dang ky ket hon", unknown, finished},
	{"Huy", ended, ended},
	{"Rut ho so", ended, ended},
	{"Tu choi", ended, ended},
}

func TestProgress(t *testing.T) {
	for _, c := range progressTests {
		for _, status := range []string{c.status, norm.NFD.String(c.status), "  " + strings.ReplaceAll(c.status, " ", "  ")} {
			e := dossier.Entry{Status: status}
			assert.Equal(t, c.alone, e.Progress(), status)
			assert.Equal(t, c.alone == finished, e.Done(), status)
			e.Finished = time.Now()
			assert.Equal(t, c.date, e.Progress(), "%s with an end date", status)
		}
	}
}

func TestProgressByTheEndDateAlone(t *testing.T) {
	e := dossier.Entry{Fields: []dossier.Field{dossier.FieldCode, dossier.FieldFinished}}
	assert.Equal(t, running, e.Progress(), "no status column, and the end date is empty")
	e.Finished = time.Now()
	assert.Equal(t, finished, e.Progress())
	e = dossier.Entry{Fields: e.Fields, Faults: []dossier.Fault{{Kind: dossier.FaultDate, Column: 2}}}
	assert.Equal(t, unknown, e.Progress(), "the end date may be the one that was not read")
	e = dossier.Entry{Fields: e.Fields, Faults: []dossier.Fault{{Kind: dossier.FaultCells}}}
	assert.Equal(t, unknown, e.Progress())
	e = dossier.Entry{Fields: append(e.Fields, dossier.FieldStatus)}
	assert.Equal(t, unknown, e.Progress(), "the status was forgotten")
	e = dossier.Entry{Fields: []dossier.Field{dossier.FieldCode, dossier.FieldReturned}}
	assert.Equal(t, unknown, e.Progress(), "a result that nobody fetched is there nevertheless")
}

func TestProgressOfFaultyLines(t *testing.T) {
	for _, kind := range []dossier.FaultKind{dossier.FaultCells, dossier.FaultQuote} {
		shifted := dossier.Entry{Finished: time.Now(), Faults: []dossier.Fault{{Kind: kind}}}
		assert.Equal(t, unknown, shifted.Progress(), "the date may be that of another column")
		shifted.Status = "Đã trả kết quả"
		assert.Equal(t, finished, shifted.Progress())
	}
	noDate := dossier.Entry{Faults: []dossier.Fault{{Kind: dossier.FaultDate, Column: 7, Header: "Ngày kết thúc xử lý"}}}
	assert.Equal(t, unknown, noDate.Progress())
	noDate.Status = "Đang xử lý"
	assert.Equal(t, running, noDate.Progress())
}

func FuzzProgress(f *testing.F) {
	for _, c := range progressTests {
		f.Add(c.status)
	}
	f.Fuzz(func(t *testing.T, status string) {
		e := dossier.Entry{Status: status}
		if e.Progress() == "" {
			t.Fatalf("%q says nothing, not even unknown", status)
		}
	})
}
