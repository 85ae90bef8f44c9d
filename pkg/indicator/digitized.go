package indicator

import (
	"slices"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/msg"
)

// digitizedResults is the share of finished dossiers with a result attached
// (tỷ lệ số hóa kết quả). It says nothing about what the file is worth.
func digitizedResults() Indicator {
	return Indicator{
		Key:    "digitized-results",
		Title:  msg.Message{ID: "indicator/digitized-results", VI: "Hồ sơ đã xong có kết quả đính kèm", EN: "Finished dossiers, result attached"},
		Target: 0.9,
		day:    (*subject).ended,
		judge: within((*subject).finished, func(s *subject) answer {
			if len(s.results) > 0 {
				return good
			}
			return bad
		}),
	}
}

// linked is what portals count: the register names a file of a result, whether
// or not anybody can open it. It is counted where the register names results at
// all.
func linked() Indicator {
	return Indicator{
		Key:   "linked",
		Title: msg.Message{ID: "indicator/linked", VI: "Hồ sơ đã xong có đường dẫn kết quả", EN: "Finished dossiers, result linked"},
		day:   (*subject).ended,
		judge: within(func(s *subject) answer {
			if s.line != nil && !s.line.Has(dossier.FieldFile) && len(s.line.Results) == 0 {
				return out
			}
			return s.finished()
		}, func(s *subject) answer {
			if slices.ContainsFunc(s.line.Results, func(a dossier.Attachment) bool { return a.File != "" }) {
				return good
			}
			return bad
		}),
	}
}

// digitizedComponents is the share of received dossiers whose papers were
// digitized (tỷ lệ số hóa thành phần hồ sơ khi tiếp nhận), by the register or by
// files in the folder. A dossier of which neither says anything is unchecked: a
// folder may hold results alone.
func digitizedComponents() Indicator {
	return Indicator{
		Key:   "digitized-components",
		Title: msg.Message{ID: "indicator/digitized-components", VI: "Hồ sơ tiếp nhận có thành phần số hóa", EN: "Received dossiers, papers digitized"},
		day:   (*subject).receipt,
		judge: within((*subject).received, func(s *subject) answer {
			for i := range s.Documents {
				if s.Documents[i].Role == dossier.Component {
					return good
				}
			}
			named := s.line.Components
			switch {
			case s.line.Digitized == dossier.Yes || slices.ContainsFunc(named, func(a dossier.Attachment) bool { return a.Digitized == dossier.Yes || a.File != "" }):
				return good
			case s.line.Digitized == dossier.No || len(named) > 0:
				return bad
			}
			return unchecked
		}),
	}
}
