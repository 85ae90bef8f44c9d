package scan

import (
	"math"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/quality"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

// PhonePhoto finds pages that were photographed and not scanned.
func PhonePhoto() rule {
	return rule{
		ID:    "scan/phone-photo",
		Title: msg.Message{ID: "scan/phone-photo.title", VI: "Ảnh chụp thay cho bản quét", EN: "A photograph in place of a scan"},
		Why: msg.Message{
			ID: "scan/phone-photo.why",
			VI: "Ảnh chụp bằng điện thoại không giữ tỷ lệ 100 %, méo và sáng không đều nên không phải bản sao chính xác của tờ giấy. Chương trình nêu cảnh báo khi có ít nhất hai trong ba dấu hiệu: thấy nền quanh tờ giấy ở ba mép trở lên, hai mép đối nhau không song song, nền giấy sáng không đều; hoặc tệp ghi thông số chụp của máy ảnh. Tờ nhỏ quét trên nền sẫm chỉ có một dấu hiệu nên không bị nêu.",
			EN: "A photograph keeps no ratio of 100 %, is distorted and unevenly lit, and so is no accurate copy of the paper. It is a warning when two of three signs are seen: ground about the paper on three sides or more, opposite edges that are not parallel, uneven light; or when the file names a camera's exposure. A small sheet scanned on a dark ground shows one sign alone and is not told.",
		},
		Remedy: msg.Message{
			ID: "scan/phone-photo.remedy", VI: "Không dùng ảnh chụp. " + scanAgainVI, EN: "Use no photographs. " + scanAgainEN,
		},
		Date:    evidence.Digitized,
		After:   readable(),
		Applies: evidence.HasResult,
		Editions: lint.EditionsOf(basis.Scanned(), lint.Warning, onScans(func(_ *evidence.PageReading, q *quality.Quality) *hit {
			percent := func(share float64) int { return int(math.Round(100 * share)) }
			switch {
			case q.Camera:
				return &hit{message: cameraText}
			case q.Photo():
				return &hit{
					message: photoText, bad: q.Ground.Keystone,
					args: []any{"ground", percent(q.Ground.Share), "degrees", math.Round(10*q.Ground.Keystone) / 10, "uneven", percent(q.Light.Uneven)},
				}
			}
			return nil
		})),
	}
}

var (
	photoText = msg.Message{
		ID: "scan/phone-photo",
		VI: "Trang {pages} là ảnh chụp, không phải bản quét: nền ngoài tờ giấy chiếm {ground} %, mép lệch song song {degrees}°, sáng tối chênh {uneven} %.",
		EN: "Page {pages} is a photograph and not a scan: {ground} % are ground about the paper, its edges miss being parallel by {degrees}°, the light differs by {uneven} %.",
	}
	cameraText = msg.Message{
		ID: "scan/phone-photo.camera", VI: "Trang {pages} là ảnh chụp: tệp ghi thông số chụp của máy ảnh hoặc điện thoại.", EN: "Page {pages} is a photograph: the file names the exposure of a camera.",
	}
)
