package lint

import (
	"time"

	"github.com/tthclint/tthclint/pkg/msg"
)

// Head is what a report says before its first result: everything that the
// results depend on besides the documents.
type Head struct {
	ToolName    string
	ToolVersion string
	AsOf        time.Time
	Rules       []string // ids of the rules that ran
	About       []About  // what there is to tell about them; may be nil
	Engines     []Engine
	Anchors     []Anchor
	Online      bool          // revocation data were also asked for over the network
	Evidence    string        // folder of revocation data from outside the documents; empty: none
	Unchecked   []msg.Text    // what no rule of this version looks at, though the law asks for it
	Waivers     string        // file of waivers; empty: none
	Baseline    string        // file of findings that were known before; empty: none
	Config      *ConfigInfo   // nil: no file of settings was used
	Register    *RegisterInfo // nil: there was none, so what was never attached cannot be known
	Dossiers    int           // how many results will follow
	Ignored     []string      // files that belong to no dossier
}

// Engine is a part whose version can change a result.
type Engine struct{ Name, Version string }

// Anchor is what chains were allowed to end at.
type Anchor struct {
	Name     string // for people, such as the common name
	Subject  string
	SHA256   string // of the certificate, lower-case hexadecimal
	NotAfter time.Time
	Source   string // where it came from: a publisher's address, a folder
	Origin   Origin
}

// Origin tells who vouches for an anchor.
type Origin string

// Origins.
const (
	BuiltIn Origin = "built-in" // compiled into the program
	Pinned  Origin = "pinned"   // imported, and confirmed by a fingerprint compiled in
	Own     Origin = "own"      // the user's own decision
)

// ConfigInfo names the file of settings that was used, and what it changes in how
// strictly is judged.
type ConfigInfo struct {
	File       string
	SHA256     string              // of its bytes, lower-case hexadecimal
	Severities map[string]Severity // by rule id, in place of those of the rules
	Skipped    []string            // ids of the rules that do not run because of it
}

// Summary is what a report says after its last result.
type Summary struct {
	Dossiers     int
	Accepted     int
	Rejected     int
	Undetermined int
	Unreadable   int              // things in the folder that could not be read at all
	Findings     map[Severity]int // those that are not waived
	Waived       int              // findings that are
	Known        int              // findings that an earlier run had already
	Join         Join
	Rates        []Rate
	Settings     []Finding // about the settings of the run, such as a waiver that has expired
	Interrupted  bool      // it ended before its last dossier; counts and rates are about what came before
}

// Add counts one result. Rates are not the kernel's to know.
func (s *Summary) Add(r *Result) {
	s.Dossiers++
	switch r.Verdict {
	case Accepted:
		s.Accepted++
	case Rejected:
		s.Rejected++
	case Undetermined:
		s.Undetermined++
	}
	if s.Findings == nil {
		s.Findings = map[Severity]int{}
	}
	for i := range r.Findings {
		f := &r.Findings[i]
		if f.Known {
			s.Known++
		}
		if f.Waived != nil {
			s.Waived++
			continue
		}
		s.Findings[f.Severity]++
	}
	s.Join.add(r.Judged)
}
