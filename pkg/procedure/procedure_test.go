package procedure_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/procedure"
)

func TestSpousesSign(t *testing.T) {
	for _, c := range []struct {
		code, name string
		want       procedure.Answer
	}{
		{"1.000894", "", procedure.Yes},
		{"1.000894.000.00.00.H20", "", procedure.Yes},
		{"", "Đăng ký kết hôn", procedure.Yes},
		{"9.999999", "Đăng ký kết hôn có yếu tố nước ngoài", procedure.Yes},
		{"", "ĐĂNG KÝ LẠI KẾT HÔN", procedure.Yes},
		{"", "Cấp bản sao trích lục kết hôn", procedure.No},
		{"", "Cấp Giấy xác nhận tình trạng hôn nhân", procedure.No},
		{"", "Ghi vào sổ hộ tịch việc kết hôn đã giải quyết ở nước ngoài", procedure.No},
		{"2.000815", "", procedure.No},
		{"", "Đăng ký khai sinh", procedure.No},
		{"", "Đăng ký KH trong nước", procedure.Unknown},
		{"10008941", "", procedure.Unknown},
		{"", "", procedure.Unknown},
	} {
		assert.Equal(t, c.want, procedure.SpousesSign(c.code, c.name), "%s %s", c.code, c.name)
	}
}

func TestCode(t *testing.T) {
	for text, want := range map[string]string{
		"1.000894": "1.000894", " 1.000894 ": "1.000894", "1.000894.000.00.00.H20": "1.000894",
		"1.0008945": "", "kết hôn": "", "": "",
	} {
		assert.Equal(t, want, procedure.Code(text), text)
	}
}
