package indicator

import (
	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/msg"
)

// online is the share of received dossiers that were submitted online, where
// the register says by which way they came (hình thức nộp, kênh thực hiện).
func online() Indicator {
	return Indicator{
		Key:    "online",
		Title:  msg.Message{ID: "indicator/online", VI: "Hồ sơ nộp trực tuyến", EN: "Dossiers submitted online"},
		Target: 0.95,
		day:    (*subject).receipt,
		judge: within(func(s *subject) answer {
			if s.line != nil && !s.line.Has(dossier.FieldChannel) {
				return out
			}
			return s.received()
		}, func(s *subject) answer {
			switch s.line.Online {
			case dossier.Yes:
				return good
			case dossier.No:
				return bad
			}
			return unchecked
		}),
	}
}
