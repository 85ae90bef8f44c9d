// Docgen writes the pages about the rules, docs/vi/rules and docs/en/rules,
// from the rules themselves. CI runs it and compares.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules"
)

func main() {
	if err := generate("docs"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// words are the fixed parts of a page.
type words struct {
	lang                                                 msg.Lang
	title, intro, why, remedy, basis, after, from, until string
	columns, date                                        string
	severity                                             map[lint.Severity]string
}

func languages() []words {
	return []words{
		{
			lang: msg.Vietnamese, title: "Các quy tắc kiểm tra", intro: "Trang này do `go run ./internal/docgen` sinh ra từ chính các quy tắc.",
			why: "Vì sao", remedy: "Cách xử lý", basis: "Căn cứ", after: "Không xét khi đã có lỗi", from: "từ", until: "đến trước", date: "02/01/2006",
			columns:  "| Quy tắc | Nội dung | Mức |",
			severity: map[lint.Severity]string{lint.Error: "lỗi", lint.Warning: "cảnh báo", lint.Info: "lưu ý"},
		},
		{
			lang: msg.English, title: "The rules", intro: "This page is generated from the rules by `go run ./internal/docgen`.",
			why: "Why", remedy: "What to do", basis: "Legal basis", after: "Silent after a finding of", from: "from", until: "until", date: "2006-01-02",
			columns:  "| Rule | What it finds | Severity |",
			severity: map[lint.Severity]string{lint.Error: "error", lint.Warning: "warning", lint.Info: "info"},
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
			last := r.Editions[len(r.Editions)-1]
			fmt.Fprintf(&index, "| [%s](%s.md) | %s | %s |\n", r.ID, r.ID, r.Title.With().In(w.lang), w.severity[last.Severity])
			file := filepath.Join(pages, filepath.FromSlash(r.ID)+".md")
			if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
				return err
			}
			if err := os.WriteFile(file, []byte(page(w, r)), 0o644); err != nil {
				return err
			}
		}
		if err := os.WriteFile(filepath.Join(pages, "README.md"), []byte(index.String()), 0o644); err != nil {
			return err
		}
	}
	return nil
}

func page(w words, r rules.Rule) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n**%s**\n\n## %s\n\n%s\n\n## %s\n\n%s\n\n## %s\n\n", r.ID, r.Title.With().In(w.lang),
		w.why, r.Why.With().In(w.lang), w.remedy, r.Remedy.With().In(w.lang), w.basis)
	for _, e := range r.Editions {
		fmt.Fprintf(&b, "- %s (%s): %s\n", period(w, e.In), w.severity[e.Severity], citations(w, e.Basis))
	}
	if len(r.After) > 0 {
		fmt.Fprintf(&b, "\n%s: `%s`.\n", w.after, strings.Join(r.After, "`, `"))
	}
	return b.String()
}

func citations(w words, basis []law.Citation) string {
	var all []string
	for _, c := range basis {
		if w.lang == msg.English {
			all = append(all, c.English())
		} else {
			all = append(all, c.String())
		}
	}
	return strings.Join(all, "; ")
}

func period(w words, p law.Period) string {
	var parts []string
	if !p.From.IsZero() {
		parts = append(parts, w.from+" "+p.From.Format(w.date))
	}
	if !p.To.IsZero() {
		parts = append(parts, w.until+" "+p.To.Format(w.date))
	}
	return strings.Join(parts, " ")
}
