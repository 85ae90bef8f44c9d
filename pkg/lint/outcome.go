package lint

import (
	"errors"
	"fmt"

	"github.com/tthclint/tthclint/pkg/msg"
)

// State is the answer of a rule about one subject.
type State string

// The six states; see the package comment.
const (
	Passed        State = "passed"
	Found         State = "found"
	NotApplicable State = "not-applicable"
	NotInForce    State = "not-in-force"
	NotChecked    State = "not-checked"
	Failed        State = "failed"
)

// Outcome is the answer of one rule about one subject: the dossier's id, or
// the path of one of its documents.
type Outcome struct {
	Rule    string
	Subject string
	State   State
	Because msg.Text // why not applicable, not checked or failed
	After   string   // the rule whose finding about the subject made this one silent

	Err error // what lies under not-checked or failed, for developers; never printed in a report

	severity Severity // of the edition that ran, for the verdict
}

// Decides reports whether the verdict rests on the outcome: the edition that
// ran is of weight error.
func (o *Outcome) Decides() bool { return o.severity == Error }

// Open reports whether the rule has no answer about the subject, and no finding of
// another rule explains why.
func (o *Outcome) Open() bool { return o.After == "" && (o.State == NotChecked || o.State == Failed) }

// UnableError says that something could not be judged, in words for people.
// Rules and evidence return it; the outcome becomes not-checked.
type UnableError struct {
	Because msg.Text
	Err     error // what lies under it; may be nil
}

// Unable returns an error for what could not be judged.
func Unable(because msg.Text, err error) error { return &UnableError{because, err} }

func (e *UnableError) Error() string {
	if e.Err != nil {
		return e.Because.In(msg.English) + ": " + e.Err.Error()
	}
	return e.Because.In(msg.English)
}

func (e *UnableError) Unwrap() error { return e.Err }

// PanicError is a panic that was caught. Evidence returns it for a panic under
// a fact; the outcome becomes failed.
type PanicError struct {
	Value any
	Stack []byte // for the developer; never part of a report
}

func (e *PanicError) Error() string { return fmt.Sprintf("internal error: %v", e.Value) }

type inapplicable struct{ because msg.Text }

func (e *inapplicable) Error() string { return "not applicable: " + e.because.In(msg.English) }

// Inapplicable returns the error with which a rule says, while it judges a
// subject, that it does not concern it.
func Inapplicable(because msg.Text) error { return &inapplicable{because} }

var (
	errorText = msg.Message{ID: "lint/error", VI: "Không kiểm tra được: {error}", EN: "Could not be checked: {error}"}
	panicText = msg.Message{
		ID: "lint/panic", VI: "Lỗi nội bộ của chương trình khi kiểm tra; đề nghị báo cho nhà phát triển ({error})",
		EN: "The program failed while checking; please report it ({error})",
	}
	afterText = msg.Message{ID: "lint/after", VI: "Không xét tiếp vì đã có lỗi {rule}", EN: "Not looked at because of the finding {rule}"}
)

// stateOf turns what a rule returned into a state.
func stateOf(err error) (State, msg.Text) {
	var unable *UnableError
	var panicked *PanicError
	var not *inapplicable
	switch {
	case err == nil:
		return Passed, msg.Text{}
	case errors.As(err, &panicked): // before UnableError, which may wrap it
		return Failed, panicText.With("error", fmt.Sprint(panicked.Value))
	case errors.As(err, &not):
		return NotApplicable, not.because
	case errors.As(err, &unable):
		return NotChecked, unable.Because
	default:
		return NotChecked, errorText.With("error", err.Error())
	}
}
