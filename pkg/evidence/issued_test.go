package evidence

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/law"
)

func TestDayIn(t *testing.T) {
	day := law.Date(2026, time.November, 5)
	for text, want := range map[string]time.Time{
		"05/11/2026": day, "5-11-2026": day, "Sa Đéc, ngày 05 tháng 11 năm 2026": day, "08 giờ 30 phút, ngày 05 tháng 11 năm 2026": day,
		"05/11/2026 06/11/2026": {}, "31/11/2026": {}, "05/11/26": {}, "05112026": {}, "5/11/1926": {}, "": {}, "ngày … tháng … năm 2026": {},
	} {
		got, ok := dayIn(text)
		assert.Equal(t, !want.IsZero(), ok, text)
		if ok {
			assert.Equal(t, want, got, text)
		}
	}
}
