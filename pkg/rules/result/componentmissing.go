package result

import (
	"context"
	"path"
	"slices"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/procedure"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

// ComponentMissing warns of papers that a procedure asks for and that are not
// among the digitized papers of the dossier, or cannot be read.
func ComponentMissing() rule {
	return rule{
		ID:    "result/component-missing",
		Title: msg.Message{ID: "result/component-missing.title", VI: "Thiếu thành phần hồ sơ đã số hóa", EN: "A paper of the dossier is not digitized"},
		Why: msg.Message{
			ID: "result/component-missing.why",
			VI: "Thành phần hồ sơ được số hóa khi tiếp nhận. Giấy tờ mà thủ tục yêu cầu được nhận ra theo tên tệp, nếu tên không rõ thì theo mẫu giấy tờ trên trang. Giấy mà sổ ghi đã số hóa, tái sử dụng hoặc lấy từ kho dữ liệu thì không coi là thiếu. Quy tắc chỉ xét khi trong hồ sơ hoặc trong sổ có thành phần hồ sơ; thư mục chỉ xuất kết quả thì không áp dụng. Danh mục giấy tờ của thủ tục chưa được đối chiếu với văn bản gốc, nên chỉ là cảnh báo.",
			EN: "The papers of a dossier are digitized when it is received. A paper that the procedure asks for is known by the name of its file or else by the form on its pages. What the register says was digitized, reused or taken from a store is not missing. The rule speaks only of dossiers with such papers, in the folder or in the register; where results alone were exported it does not apply. The lists of papers were not compared with the gazette, so it is a warning.",
		},
		Remedy: msg.Message{
			ID: "result/component-missing.remedy",
			VI: "Quét bổ sung giấy tờ còn thiếu (hoặc quét lại giấy tờ không đọc được), đặt tên tệp theo tên giấy tờ và đính kèm vào hồ sơ.",
			EN: "Scan the paper (again, where it cannot be read), name the file after it and attach it to the dossier.",
		},
		Date:     metadataDate,
		Applies:  hasComponents,
		Editions: lint.EditionsOf(basis.Components(), lint.Warning, componentMissing),
	}
}

// asked returns the papers that the dossier's procedure asks for.
func asked(ctx context.Context, d *evidence.Dossier) []procedure.Component {
	table := d.Table()
	p, ok := table.Find(d.Procedure, d.ProcedureName)
	if !ok || p.Code == "" {
		return nil
	}
	day := evidence.Received(ctx, d)
	if day.IsZero() {
		day = d.AsOf
	}
	return table.Components(p.Code, day)
}

func hasComponents(ctx context.Context, d *evidence.Dossier) (bool, error) {
	attached := slices.ContainsFunc(d.Documents, func(doc *evidence.Document) bool { return doc.Role == dossier.Component })
	return (attached || len(registered(d)) > 0) && len(asked(ctx, d)) > 0, nil
}

// registered returns the papers that the register names by files.
func registered(d *evidence.Dossier) []dossier.Attachment {
	if d.Entry == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(d.Entry.Components), func(a dossier.Attachment) bool { return a.File == "" })
}

// inRegister returns what the register says of a paper: whether it names it, and
// whether only to say that it was not digitized. A paper that was reused, or
// taken from the national store, needs no scan; where the file itself is not in
// the folder, result/not-found says so.
func inRegister(named []dossier.Attachment, c *procedure.Component) (has, undigitized bool) {
	for _, a := range named {
		if !c.Named(stem(a.File)) {
			continue
		}
		if a.Digitized != dossier.No || a.Reused == dossier.Yes {
			return true, false
		}
		undigitized = true
	}
	return undigitized, undigitized
}

func componentMissing(ctx context.Context, d *evidence.Dossier, p *lint.Pass) error {
	papers, named := asked(ctx, d), registered(d)
	var unknown []*evidence.Document // files of which no name says what they are
	have := make([][]*evidence.Document, len(papers))
	for _, doc := range d.Documents {
		if doc.Role != dossier.Component && (doc.Role != dossier.Unknown || doc.OtherCode != "") {
			continue
		}
		i := slices.IndexFunc(papers, func(c procedure.Component) bool { return c.Named(stem(doc.Path)) })
		if i < 0 {
			unknown = append(unknown, doc)
			continue
		}
		have[i] = append(have[i], doc)
	}
	lacks := func(i int) bool {
		if !papers[i].Required || len(have[i]) > 0 {
			return false
		}
		has, undigitized := inRegister(named, &papers[i])
		return !has || undigitized
	}
	complete := func() bool {
		for i := range papers {
			if lacks(i) {
				return false
			}
		}
		return true
	}
	var open []*evidence.Document // of which the pages do not say it either
	for _, doc := range unknown {
		if complete() {
			break // reading pages is dear
		}
		switch i := recognised(doc, papers); {
		case i >= 0:
			have[i] = append(have[i], doc)
		case i == unsureOf:
			open = append(open, doc)
		}
	}
	var missing []*procedure.Component
	for i := range papers {
		if lacks(i) {
			missing = append(missing, &papers[i])
		}
		for _, doc := range have[i] {
			if err := reportIllegible(doc, &papers[i], p); err != nil {
				return err
			}
		}
	}
	if len(missing) > 0 && len(open) > 0 {
		return lint.Unable(unclearComponentsText.With("count", len(open), "paper", name(missing[0])), nil)
	}
	for _, c := range missing {
		message := componentText
		if _, undigitized := inRegister(named, c); undigitized {
			message = componentUndigitizedText
		}
		p.Report(lint.Finding{Message: message.With("paper", name(c)), Place: componentPlace(d), Identity: c.Key})
	}
	return nil
}

// What recognised returns for a file that is none of the papers, or perhaps one.
const (
	noneOf   = -1
	unsureOf = -2
)

// recognised returns which of the papers the pages of a file show.
func recognised(doc *evidence.Document, papers []procedure.Component) int {
	if doc.OnlyPDF() != nil {
		return unsureOf
	}
	pages, err := doc.Pages()
	if err != nil {
		return unsureOf
	}
	certain := false
	for i := range pages {
		f := pages[i].Form()
		if f == nil {
			continue
		}
		for k := range papers {
			if slices.Contains(papers[k].Forms, f.ID) {
				return k
			}
		}
		certain = certain || pages[i].Certain()
	}
	if certain {
		return noneOf
	}
	return unsureOf
}

// reportIllegible tells a paper that is attached and cannot be read from one
// that is not there. A file that could not be looked at is left alone.
func reportIllegible(doc *evidence.Document, c *procedure.Component, p *lint.Pass) error {
	state, err := doc.Legibility()
	switch {
	case crashed(err):
		return err
	case err != nil || state == evidence.Legible:
		return nil
	}
	message := componentBlankText
	if state == evidence.Unreadable {
		message = componentUnreadableText
	}
	p.Report(lint.Finding{Message: message.With("paper", name(c)), Place: doc.Place(), Identity: c.Key})
	return nil
}

func name(c *procedure.Component) msg.Text {
	return msg.Message{ID: "component/" + c.Procedure + "/" + c.Key, VI: c.Name.VI, EN: c.Name.EN}.With()
}

func stem(file string) string {
	base := path.Base(file)
	return base[:len(base)-len(path.Ext(base))]
}

// componentPlace is the register's line, or the first of the papers: what is not
// there has no place.
func componentPlace(d *evidence.Dossier) lint.Place {
	if place := registerPlace(d); place != (lint.Place{}) {
		return place
	}
	i := slices.IndexFunc(d.Documents, func(doc *evidence.Document) bool { return doc.Role == dossier.Component })
	return d.Documents[i].Place()
}

var (
	componentText = msg.Message{
		ID: "result/component-missing", VI: "Thành phần hồ sơ chưa có: {paper}.", EN: "A paper of the dossier is missing: {paper}.",
	}
	componentUndigitizedText = msg.Message{
		ID: "result/component-missing.undigitized", VI: "Sổ ghi thành phần hồ sơ chưa số hóa: {paper}.", EN: "The register says that a paper of the dossier was not digitized: {paper}.",
	}
	componentBlankText = msg.Message{
		ID: "result/component-missing.blank", VI: "{paper} có đính kèm nhưng mọi trang đều trắng.", EN: "{paper} is attached but every page is blank.",
	}
	componentUnreadableText = msg.Message{
		ID: "result/component-missing.unreadable", VI: "{paper} có đính kèm nhưng tệp rỗng, hỏng hoặc bị khóa.", EN: "{paper} is attached but the file is empty, damaged or locked.",
	}
	unclearComponentsText = msg.Message{
		ID: "result/component-missing.unclear",
		VI: "Chưa biết {count} thành phần hồ sơ là giấy gì (tên tệp không nói rõ), nên không biết còn thiếu {paper} hay không",
		EN: "What {count} paper(s) of the dossier are is not known from their names, so whether {paper} is missing cannot be told",
	}
)
