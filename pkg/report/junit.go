package report

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

// XMLOptions configure [NewJUnit]. The zero value works.
type XMLOptions struct {
	Lang   msg.Lang      // empty is Vietnamese
	FailOn lint.Severity // findings from here on are failures, others output; zero is [lint.Error]
}

// NewJUnit returns a printer of the XML that build servers read as results of
// tests, after the schema of Jenkins: a suite for each dossier, in it a case for
// each rule and subject that was judged. A finding from FailOn on is a failure, a
// lesser one stands in the case's output; what could not be judged is skipped
// with its reason. A dossier without a verdict has one case more that is an
// error, since skipped cases alone would pass it.
func NewJUnit(w io.Writer, o XMLOptions) Printer {
	if o.FailOn == 0 {
		o.FailOn = lint.Error
	}
	return &junitPrinter{w, o}
}

type junitPrinter struct {
	w io.Writer
	o XMLOptions
}

type junitSuite struct {
	XMLName  xml.Name    `xml:"testsuite"`
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Errors   int         `xml:"errors,attr"`
	Skipped  int         `xml:"skipped,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Name     string        `xml:"name,attr"`
	Class    string        `xml:"classname,attr"`
	Skipped  *string       `xml:"skipped"`
	Error    *junitDetail  `xml:"error"`
	Failures []junitDetail `xml:"failure"`
	Output   string        `xml:"system-out,omitempty"`
}

type junitDetail struct {
	Type    string `xml:"type,attr,omitempty"`
	Message string `xml:"message,attr"`
	Text    string `xml:",chardata"`
}

func (p *junitPrinter) Begin(h lint.Head) error {
	_, err := io.WriteString(p.w, xml.Header+"<testsuites name=\""+escapeXML(h.ToolName)+"\">\n")
	return err
}

func (p *junitPrinter) Result(r *lint.Result) error {
	suite := junitSuite{Name: Inert(r.Dossier)}
	judged := map[[2]string]bool{} // rule, subject: whether there is an outcome
	for i := range r.Outcomes {
		judged[[2]string{r.Outcomes[i].Rule, r.Outcomes[i].Subject}] = true
	}
	found := map[[2]string][]*lint.Finding{} // rule, subject → findings
	var order [][2]string
	for i := range r.Findings {
		f := &r.Findings[i]
		at := [2]string{f.Rule, f.Place.File}
		if !judged[at] { // about no document that outcomes name: about the dossier
			at[1] = r.Dossier
		}
		if found[at] == nil {
			order = append(order, at)
		}
		found[at] = append(found[at], f)
	}
	for i := range r.Outcomes {
		o := &r.Outcomes[i]
		if o.State == lint.NotApplicable || o.State == lint.NotInForce {
			continue
		}
		at := [2]string{o.Rule, o.Subject}
		suite.add(p.testCase(o, found[at]))
		delete(found, at)
	}
	for _, at := range order { // of subjects without an outcome of their own
		if left := found[at]; len(left) > 0 {
			suite.add(p.testCase(&lint.Outcome{Rule: at[0], Subject: at[1], State: lint.Found}, left))
		}
	}
	if r.Verdict == lint.Undetermined {
		word := inertText(msg.Text{Message: VerdictWord(r.Verdict)}, p.o.Lang)
		suite.add(junitCase{Name: "verdict", Class: suite.Name, Error: &junitDetail{Type: string(r.Verdict), Message: word}})
	}
	return p.suite(suite)
}

func (p *junitPrinter) suite(s junitSuite) error {
	data, err := xml.MarshalIndent(s, "  ", "  ")
	if err != nil {
		return err
	}
	_, err = p.w.Write(append(data, '\n'))
	return err
}

// End adds a suite for the settings of the run if something is wrong with them.
func (p *junitPrinter) End(s lint.Summary) error {
	suite := junitSuite{Name: "settings"}
	for i := range s.Settings {
		f := &s.Settings[i]
		suite.add(p.testCase(&lint.Outcome{Rule: f.Rule, Subject: fmt.Sprintf("%s:%d", f.Place.File, f.Place.Row), State: lint.Found}, []*lint.Finding{f}))
	}
	if suite.Tests > 0 {
		if err := p.suite(suite); err != nil {
			return err
		}
	}
	_, err := io.WriteString(p.w, "</testsuites>\n")
	return err
}

func (s *junitSuite) add(c junitCase) {
	s.Tests++
	if len(c.Failures) > 0 {
		s.Failures++
	}
	if c.Error != nil {
		s.Errors++
	}
	if c.Skipped != nil {
		s.Skipped++
	}
	s.Cases = append(s.Cases, c)
}

func (p *junitPrinter) testCase(o *lint.Outcome, findings []*lint.Finding) junitCase {
	c := junitCase{Name: o.Rule, Class: Inert(o.Subject)}
	var lesser []string
	for _, f := range findings {
		if f.Counts() && f.Severity >= p.o.FailOn {
			c.Failures = append(c.Failures, junitDetail{f.Severity.String(), inertText(f.Message, p.o.Lang), p.tell(f)})
			continue
		}
		lesser = append(lesser, inertText(f.Message, p.o.Lang)+"\n"+p.tell(f))
	}
	c.Output = strings.Join(lesser, "\n")
	switch o.State {
	case lint.Failed:
		c.Error = &junitDetail{Type: string(o.State), Message: uncheckedText(o, p.o.Lang)}
	case lint.NotChecked:
		because := uncheckedText(o, p.o.Lang)
		c.Skipped = &because
	}
	return c
}

// tell says where a finding is, what to do and by which clauses, a line each.
func (p *junitPrinter) tell(f *lint.Finding) string {
	var b strings.Builder
	line := func(label msg.Message, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s %s\n", label.In(p.o.Lang), value)
		}
	}
	if f.Waived != nil {
		fmt.Fprintln(&b, WaiverText(f.Waived, p.o.Lang))
	}
	if f.Known {
		fmt.Fprintln(&b, wordKnown.In(p.o.Lang))
	}
	line(wordFile, Inert(f.Place.File))
	line(wordWhere, PlaceText(f.Place, p.o.Lang))
	line(wordRemedy, inertText(f.Remedy, p.o.Lang))
	line(wordBasis, strings.Join(citations(f.Basis, p.o.Lang), "; "))
	return b.String()
}

func escapeXML(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(Inert(s))) // a strings.Builder takes everything
	return b.String()
}
