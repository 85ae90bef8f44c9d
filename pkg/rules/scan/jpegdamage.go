package scan

import (
	"math"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/quality"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

// JPEGDamage finds pages on which the blocks of JPEG coding are seen.
func JPEGDamage() rule {
	return rule{
		ID:    "scan/jpeg-damage",
		Title: msg.Message{ID: "scan/jpeg-damage.title", VI: "Ảnh quét bị nén quá mức", EN: "The scan was compressed too much"},
		Why: msg.Message{
			ID: "scan/jpeg-damage.why",
			VI: "Nén JPEG quá mức làm nét chữ rỗ và để lại các ô vuông 8 × 8 điểm ảnh, không khôi phục được. Chương trình xem bảng lượng tử trong tệp (quy về thang chất lượng 1–100) và độ chênh đo được giữa các ô. Luật không quy định mức này nên chỉ là cảnh báo.",
			EN: "JPEG coding that saves too much frays print and leaves squares of 8 × 8 pixels, for good. Measured are the quantisation table in the file (as a quality from 1 to 100) and how much the squares differ on the picture. The law has no such limit, so it is a warning.",
		},
		Remedy: msg.Message{
			ID: "scan/jpeg-damage.remedy", VI: "Chọn mức nén thấp hơn (chất lượng từ 75 trở lên), không nén lại tệp đã quét. " + scanAgainVI, EN: "Choose less compression (a quality of 75 or more) and do not compress a scan again. " + scanAgainEN,
		},
		Date:    evidence.Digitized,
		After:   readable(),
		Applies: evidence.HasResult,
		Editions: lint.EditionsOf(basis.Scanned(), lint.Warning, onScans(func(_ *evidence.PageReading, q *quality.Quality) *hit {
			blocks := math.Round(10*q.Blocks) / 10
			switch {
			case !q.Damaged():
				return nil
			case q.JPEGQuality == 0:
				return &hit{message: blocksText, args: []any{"blocks", blocks}, bad: q.Blocks}
			}
			return &hit{message: jpegText, args: []any{"quality", q.JPEGQuality, "blocks", blocks}, bad: q.Blocks}
		})),
	}
}

var (
	jpegText = msg.Message{
		ID: "scan/jpeg-damage",
		VI: "Trang {pages}: ảnh nén JPEG quá mức (chất lượng khoảng {quality}/100, các ô vuông chênh nhau {blocks} mức sáng).",
		EN: "Page {pages}: the JPEG was compressed too much (quality about {quality} of 100, squares that differ by {blocks} levels).",
	}
	blocksText = msg.Message{
		ID: "scan/jpeg-damage.blocks",
		VI: "Trang {pages}: ảnh còn dấu vết nén JPEG quá mức (các ô vuông chênh nhau {blocks} mức sáng).",
		EN: "Page {pages}: the picture shows that it was a JPEG compressed too much (squares that differ by {blocks} levels).",
	}
)
