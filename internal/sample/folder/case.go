// Package folder makes the sample folder examples/ho-so: its dossiers as data,
// each with the one defect planted in it and the verdict it must get, and the
// files that follow from them.
package folder

import (
	"slices"
	"strings"
	"time"
)

// Verdicts of a dossier, as package lint calls them.
const (
	accepted     = "accepted"
	rejected     = "rejected"
	undetermined = "undetermined"
)

// Case is one dossier of the sample folder.
type Case struct {
	Code string
	File string // in the folder; empty where nothing is attached
	Row  row
	Make func(*studio) ([]byte, error) // the file's bytes
	// Signed tells that its signatures are trusted as far as is known, so that the
	// linter also makes the remarks of [Case.Messages].
	Signed bool
	// Beside is what the linter also says, since sample authorities call
	// themselves so.
	Beside []string
	Wants  Wants
}

// Messages returns the ids of the messages that the linter must give, sorted:
// those that were planted, and what it says of every signature that has neither
// revocation data nor a timestamp, as all of the samples.
func (c Case) Messages() []string {
	all := slices.Concat(c.Wants.Messages, c.Beside)
	if c.Signed {
		all = append(all, "sign/no-timestamp", "sign/unknown-status")
	}
	slices.Sort(all)
	return all
}

// Wants is what the linter must say of a dossier.
type Wants struct {
	VI, EN   string // what is planted
	Verdict  string
	Messages []string // ids of the messages of what is planted, sorted
}

// Rules returns the rules that make the planted findings, sorted.
func (w Wants) Rules() []string { return rulesOf(w.Messages) }

// rulesOf returns the rules of messages, each once. The id of a message is that
// of its rule, for a variant with a dot and a word behind it.
func rulesOf(messages []string) []string {
	var rules []string
	for _, message := range messages {
		rule, _, _ := strings.Cut(message, ".")
		rules = append(rules, rule)
	}
	return slices.Compact(rules)
}

// row is the dossier's line of the register. Phone numbers begin with 0000,
// which no network has.
type row struct {
	Procedure string
	Received  time.Time
	Due       time.Time
	Finished  time.Time // zero while it is being handled
	Office    office
	Owner     string
	Officer   string
}

// office is the agency that handled the dossier, by the date.
type office int

const (
	ward    office = iota // Phường 3, until 30/6/2025
	newWard               // phường Sa Đéc
)

func (o office) unit() string {
	if o == newWard {
		return "UBND phường Sa Đéc"
	}
	return "UBND Phường 3"
}

// day returns a date of the register from YYYY-MM-DD.
func day(s string) time.Time {
	t, err := time.ParseInLocation(time.DateOnly, s, vietnam)
	if err != nil {
		panic(err) // the dates are constants of this package
	}
	return t
}

var vietnam = time.FixedZone("+07", 7*60*60)

// done is the line of a dossier finished on its last day.
func done(procedure, received, finished string, o office, owner string) row {
	r := open(procedure, received, finished, o, owner)
	r.Finished = r.Due
	return r
}

// open is the line of a dossier that is still being handled.
func open(procedure, received, due string, o office, owner string) row {
	officer := "Lê Thị Hồng Nhung"
	if o == newWard {
		officer = "Trương Quốc Bảo"
	}
	return row{Procedure: procedure, Received: day(received), Due: day(due), Office: o, Owner: owner, Officer: officer}
}
