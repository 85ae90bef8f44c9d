// Docgen writes the pages about the rules, docs/vi/rules and docs/en/rules,
// from the rules themselves, and the manual, docs/man, from the help of the
// command. CI runs it and compares.
package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/tthclint/tthclint/docs/pictures"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/report"
	"github.com/tthclint/tthclint/pkg/rules"
	"github.com/tthclint/tthclint/pkg/waiver"
)

func main() {
	err := generate("docs")
	if err == nil {
		err = manual(filepath.Join("docs", "man"))
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// manual writes the manual pages, laid out as man(1) looks for them.
func manual(dir string) error {
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	for lang, folder := range map[msg.Lang]string{msg.English: "man1", msg.Vietnamese: filepath.Join("vi", "man1")} {
		cmd := exec.Command("go", "run", "./cmd/tthclint", "man", "--lang", string(lang), filepath.Join(dir, folder))
		cmd.Stderr = os.Stderr
		if err := cmd.Run(); err != nil {
			return err
		}
	}
	return nil
}

// words are the fixed parts of a page.
type words struct {
	lang                                    msg.Lang
	title, intro, why, remedy, basis, after string
	columns, otherwise                      string
}

func languages() []words {
	return []words{
		{
			lang: msg.Vietnamese, title: "Các quy tắc kiểm tra", intro: "Trang này do `go run ./internal/docgen` sinh ra từ chính các quy tắc.",
			why: "Vì sao", remedy: "Cách xử lý", basis: "Căn cứ", after: "Không xét khi đã có lỗi",
			columns: "| Quy tắc | Nội dung | Mức |", otherwise: "Riêng",
		},
		{
			lang: msg.English, title: "The rules", intro: "This page is generated from the rules by `go run ./internal/docgen`.",
			why: "Why", remedy: "What to do", basis: "Legal basis", after: "Silent after a finding of",
			columns: "| Rule | What it finds | Severity |", otherwise: "But",
		},
	}
}

func generate(dir string) error {
	for _, w := range languages() {
		pages := filepath.Join(dir, string(w.lang), "rules")
		if err := os.RemoveAll(pages); err != nil {
			return err
		}
		var index strings.Builder
		fmt.Fprintf(&index, "# %s\n\n%s\n\n%s\n|---|---|---|\n", w.title, w.intro, w.columns)
		for _, r := range rules.All() {
			fmt.Fprintf(&index, "| [%s](%s.md) | %s | %s |\n", r.ID, r.ID, r.Title.In(w.lang), severities(w.lang, states(r))+worse(w, r))
			if err := write(pages, r.ID, page(w, r)); err != nil {
				return err
			}
		}
		for _, a := range waiver.Abouts() {
			fmt.Fprintf(&index, "| [%s](%s.md) | %s | %s |\n", a.ID, a.ID, a.Title.In(w.lang), severity(w.lang, a.Severity))
			if err := write(pages, a.ID, introduction(w, a.ID, a.Title, a.Why, a.Remedy)); err != nil {
				return err
			}
		}
		if err := os.WriteFile(filepath.Join(pages, "README.md"), []byte(index.String()), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// write writes the page of an id.
func write(pages, id, text string) error {
	file := filepath.Join(pages, filepath.FromSlash(id)+".md")
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	return os.WriteFile(file, []byte(text), 0o644)
}

// introduction is what stands on every page.
func introduction(w words, id string, title, why, remedy msg.Message) string {
	return fmt.Sprintf("# %s\n\n**%s**\n\n## %s\n\n%s\n\n## %s\n\n%s\n", id, title.In(w.lang), w.why, why.In(w.lang), w.remedy, remedy.In(w.lang))
}

func page(w words, r rules.Rule) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n## %s\n\n", introduction(w, r.ID, r.Title, r.Why, r.Remedy), w.basis)
	for _, e := range byTime(r.Editions) {
		fmt.Fprintf(&b, "- %s (%s): %s\n", report.Period(e.In).In(w.lang), severity(w.lang, e.Severity), report.Basis(e.Basis, w.lang))
	}
	for _, x := range r.Exceptions {
		fmt.Fprintf(&b, "- %s: %s %s\n", w.otherwise, severity(w.lang, x.Severity), x.When.In(w.lang))
	}
	if pictures.Of(r.ID) != nil {
		fmt.Fprintf(&b, "\n![%s](../../../pictures/%s)\n", r.Title.In(w.lang), pictures.Name(r.ID))
	}
	if len(r.After) > 0 {
		fmt.Fprintf(&b, "\n%s: `%s`.\n", w.after, strings.Join(r.After, "`, `"))
	}
	return b.String()
}

type edition = lint.Edition[*evidence.Dossier]

// state is the severity of a rule in one state of the law.
type state struct {
	in       law.Period
	severity lint.Severity
}

// states returns what a rule weighs, by time.
func states(r rules.Rule) []state {
	var all []state
	for _, e := range byTime(r.Editions) {
		all = append(all, state{e.In, e.Severity})
	}
	return all
}

func byTime(editions []edition) []edition {
	return slices.SortedFunc(slices.Values(editions), func(a, b edition) int { return a.In.Compare(b.In) })
}

// since says from which day on a rule weighs something else.
var since = msg.Message{ID: "docgen/since", VI: "từ {from} {severity}", EN: "{severity} since {from}"}

// severities says the severity of a rule in all states of the law, each time
// that it changes. Which one is in force depends on the dossier's day.
func severities(lang msg.Lang, all []state) string {
	var parts []string
	for i, s := range all {
		switch {
		case i == 0:
			parts = append(parts, severity(lang, s.severity))
		case s.severity != all[i-1].severity:
			parts = append(parts, since.With("from", s.in.From.In(law.Vietnam()), "severity", severity(lang, s.severity)).In(lang))
		}
	}
	return strings.Join(parts, "; ")
}

// worse says the severity that findings have in some cases, where it is higher
// than that of every edition.
func worse(w words, r rules.Rule) string {
	highest := lint.Severity(0)
	for _, e := range r.Editions {
		highest = max(highest, e.Severity)
	}
	for _, x := range r.Exceptions {
		if x.Severity > highest {
			return someCases.With("severity", severity(w.lang, x.Severity)).In(w.lang)
		}
	}
	return ""
}

var someCases = msg.Message{ID: "docgen/some-cases", VI: " (có trường hợp {severity})", EN: " ({severity} in some cases)"}

func severity(lang msg.Lang, s lint.Severity) string {
	return strings.ToLower(report.SeverityWord(s).In(lang))
}
