package report

import (
	"io"
	"net/url"
	"strings"

	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

// NewSARIF returns a printer of SARIF 2.1.0 (OASIS Standard, with errata 01) for
// tools that collect findings of many checkers. Every rule that ran stands in
// tool.driver.rules. A finding is a result of kind "fail"; what could not be
// judged is one of kind "open", so that it is not lost among what passed. Paths
// are relative to the base %SRCROOT%, the folder that was checked. A page and the
// box on it, in mm from its top left corner, stand in the properties of a
// location, since SARIF has regions for text and bytes alone.
func NewSARIF(w io.Writer, o JSONOptions) Printer { return &sarifPrinter{w: w, o: o} }

const sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

// root is the base of all paths; its place is the reader's to know.
const root = "%SRCROOT%"

type sarifPrinter struct {
	w       io.Writer
	o       JSONOptions
	rules   map[string]int // id → its place in the driver's rules
	results int
	compare bool          // with a baseline
	config  *configRecord // nil where there is none
}

type sarifMessage struct {
	Text string `json:"text"`
}

type sarifDriver struct {
	Name           string      `json:"name"`
	Version        string      `json:"version,omitempty"`
	InformationURI string      `json:"informationUri"`
	Language       string      `json:"language"`
	Rules          []sarifRule `json:"rules"`
}

type sarifRule struct {
	ID         string         `json:"id"`
	Short      *sarifMessage  `json:"shortDescription,omitempty"`
	Full       *sarifMessage  `json:"fullDescription,omitempty"`
	Help       *sarifMessage  `json:"help,omitempty"`
	Default    *sarifConfig   `json:"defaultConfiguration,omitempty"`
	Properties *sarifRuleMore `json:"properties,omitempty"`
}

type sarifConfig struct {
	Level string `json:"level"`
}

type sarifRuleMore struct {
	Basis []string `json:"basis"`
}

type sarifResult struct {
	RuleID       string             `json:"ruleId"`
	RuleIndex    *int               `json:"ruleIndex,omitempty"`
	Kind         string             `json:"kind"`
	Level        string             `json:"level"`
	Message      sarifMessage       `json:"message"`
	Locations    []sarifLocation    `json:"locations"`
	Fingerprints map[string]string  `json:"partialFingerprints,omitempty"`
	Suppressions []sarifSuppression `json:"suppressions,omitempty"`
	Baseline     string             `json:"baselineState,omitempty"`
	Properties   sarifResultMore    `json:"properties"`
}

type sarifSuppression struct {
	Kind          string `json:"kind"`
	Justification string `json:"justification"`
}

type sarifLocation struct {
	Physical   *sarifPhysical     `json:"physicalLocation,omitempty"`
	Logical    []sarifLogical     `json:"logicalLocations,omitempty"`
	Properties *sarifLocationMore `json:"properties,omitempty"`
}

type sarifPhysical struct {
	Artifact sarifArtifact `json:"artifactLocation"`
	Region   *sarifRegion  `json:"region,omitempty"`
}

type sarifArtifact struct {
	URI  string `json:"uri"`
	Base string `json:"uriBaseId"`
}

type sarifRegion struct {
	StartLine int `json:"startLine"`
}

type sarifLogical struct {
	Name string `json:"name"`
	Kind string `json:"kind"`
}

type sarifLocationMore struct {
	Page   *int       `json:"page,omitempty"`
	Box    *boxRecord `json:"boxInMillimetres,omitempty"`
	Sheet  string     `json:"sheet,omitempty"`
	Row    *int       `json:"row,omitempty"`
	Column *int       `json:"column,omitempty"`
}

type sarifResultMore struct {
	Dossier   string   `json:"dossier"`
	MessageID string   `json:"messageId,omitempty"`
	Remedy    string   `json:"remedy,omitempty"`
	Basis     []string `json:"basis,omitempty"`
}

func (p *sarifPrinter) Begin(h lint.Head) error {
	p.compare, p.config = h.Baseline != "", recordConfig(h.Config)
	driver := sarifDriver{
		Name: h.ToolName, Version: h.ToolVersion, InformationURI: "https://github.com/tthclint/tthclint",
		Language: sarifLanguage(p.o.Lang), Rules: []sarifRule{},
	}
	about := map[string]*lint.About{}
	for i := range h.About {
		about[h.About[i].ID] = &h.About[i]
	}
	p.rules = make(map[string]int, len(h.Rules))
	for i, id := range h.Rules {
		p.rules[id] = i
		rule := sarifRule{ID: id}
		if a := about[id]; a != nil {
			rule.describe(a, p.o.Lang)
		}
		driver.Rules = append(driver.Rules, rule)
	}
	tool, err := Marshal(driver, p.o.UTF8)
	if err != nil {
		return err
	}
	return writeAll(p.w, `{"$schema":"`, sarifSchema, `","version":"2.1.0","runs":[{"tool":{"driver":`, string(tool), "},\n",
		`"language":"`, sarifLanguage(p.o.Lang), `","columnKind":"unicodeCodePoints","newlineSequences":["\r\n","\n"],"originalUriBaseIds":{"`, root, `":{"description":{"text":"the folder that was checked"}}},`, "\n", `"results":[`)
}

func (r *sarifRule) describe(a *lint.About, lang msg.Lang) {
	r.Short, r.Full = &sarifMessage{a.Title.In(lang)}, &sarifMessage{a.Why.In(lang)}
	r.Help = &sarifMessage{a.Remedy.In(lang)}
	r.Default = &sarifConfig{sarifLevel(a.Severity)}
	r.Properties = &sarifRuleMore{citations(a.Basis, lang)}
}

func (p *sarifPrinter) Result(r *lint.Result) error {
	for i := range r.Findings {
		if err := p.finding(r.Dossier, &r.Findings[i]); err != nil {
			return err
		}
	}
	for at, o := range Open(r) {
		err := p.result(sarifResult{
			RuleID: o.Rule, Kind: "open", Level: "none", Message: sarifMessage{uncheckedText(o, p.o.Lang)},
			Locations:  []sarifLocation{sarifPlace(at, r.Dossier)},
			Properties: sarifResultMore{Dossier: r.Dossier, MessageID: o.Because.ID},
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (p *sarifPrinter) finding(dossier string, f *lint.Finding) error {
	result := sarifResult{
		RuleID: f.Rule, Kind: "fail", Level: sarifLevel(f.Severity), Message: sarifMessage{inertText(f.Message, p.o.Lang)},
		Locations: []sarifLocation{sarifPlace(f.Place, dossier)},
		Properties: sarifResultMore{
			Dossier: dossier, MessageID: f.Message.ID, Remedy: inertText(f.Remedy, p.o.Lang), Basis: citations(f.Basis, p.o.Lang),
		},
	}
	if f.Fingerprint != "" {
		result.Fingerprints = map[string]string{"tthclint/v1": f.Fingerprint}
	}
	if f.Waived != nil {
		result.Suppressions = []sarifSuppression{{"external", WaiverText(f.Waived, p.o.Lang)}}
	}
	switch {
	case f.Known:
		result.Baseline = "unchanged"
	case p.compare:
		result.Baseline = "new"
	}
	return p.result(result)
}

func (p *sarifPrinter) result(r sarifResult) error {
	if i, ok := p.rules[r.RuleID]; ok {
		r.RuleIndex = &i
	}
	line, err := Marshal(r, p.o.UTF8)
	if err != nil {
		return err
	}
	separator := ",\n"
	if p.results == 0 {
		separator = "\n"
	}
	p.results++
	return writeAll(p.w, separator, string(line))
}

// End says whether everything could be read. Times are left out: the same input
// gives the same bytes.
func (p *sarifPrinter) End(s lint.Summary) error {
	for i := range s.Settings {
		if err := p.finding("", &s.Settings[i]); err != nil {
			return err
		}
	}
	counts, err := Marshal(struct {
		Dossiers     int           `json:"dossiers"`
		Accepted     int           `json:"accepted"`
		Rejected     int           `json:"rejected"`
		Undetermined int           `json:"undetermined"`
		Rates        []rateRecord  `json:"rates"`
		RatesNote    string        `json:"ratesNote"`
		Config       *configRecord `json:"config,omitempty"`
	}{s.Dossiers, s.Accepted, s.Rejected, s.Undetermined, recordRates(s.Rates, p.o.Lang), NotOfficial(p.o.Lang), p.config}, p.o.UTF8)
	if err != nil {
		return err
	}
	successful := "true"
	if s.Unreadable > 0 {
		successful = "false"
	}
	return writeAll(p.w, "\n],\n", `"invocations":[{"executionSuccessful":`, successful, `}],"properties":`, string(counts), "}]}\n")
}

func sarifLanguage(lang msg.Lang) string { return lang.Pick("vi-VN", "en-US") }

func sarifLevel(s lint.Severity) string {
	switch s {
	case lint.Error:
		return "error"
	case lint.Warning:
		return "warning"
	default:
		return "note"
	}
}

func sarifPlace(at lint.Place, dossier string) sarifLocation {
	var l sarifLocation
	if dossier != "" {
		l.Logical = []sarifLogical{{dossier, "dossier"}}
	}
	if at.File == "" {
		return l
	}
	l.Physical = &sarifPhysical{Artifact: sarifArtifact{relativeURI(at.File), root}}
	if at.Row > 0 {
		l.Physical.Region = &sarifRegion{at.Row}
	}
	record := recordPlace(at)
	more := sarifLocationMore{Page: record.Page, Box: record.Box, Sheet: record.Sheet, Row: record.Row, Column: record.Column}
	if more != (sarifLocationMore{}) {
		l.Properties = &more
	}
	return l
}

// relativeURI escapes a path. A segment with a colon in front of the first slash
// would be read as a scheme (RFC 3986, 4.2).
func relativeURI(path string) string {
	segments := strings.Split(strings.TrimLeft(path, "/"), "/")
	for i, s := range segments {
		segments[i] = strings.ReplaceAll(url.PathEscape(s), ":", "%3A")
	}
	return strings.Join(segments, "/")
}

func citations(basis []law.Citation, lang msg.Lang) []string {
	return array(basis, func(c law.Citation) string { return Inert(lang.Pick(c.String(), c.English())) })
}
