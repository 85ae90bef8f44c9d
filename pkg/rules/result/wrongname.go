package result

import (
	"cmp"
	"context"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

// WrongName remarks on results that are not called by their dossier's code and
// "-KQ(n)".
func WrongName() rule {
	return rule{
		ID:    "result/wrong-name",
		Title: msg.Message{ID: "result/wrong-name.title", VI: "Tên tệp kết quả chưa đúng mẫu", EN: "The result's name is not as prescribed"},
		Why: msg.Message{
			ID: "result/wrong-name.why",
			VI: "Kết quả điện tử được lưu theo mã [mã hồ sơ]-KQ(n), n là số thứ tự khi hồ sơ có nhiều kết quả. Tên tệp thường do phần mềm đặt, nên chữ hoa, chữ thường và dấu phân cách được bỏ qua (-KQ1, -KQ(1), -KQ.1); tệp KQ1.pdf trong thư mục mang mã hồ sơ cũng được chấp nhận. Số thứ tự trùng hoặc bị nhảy là cảnh báo vì có thể thiếu một kết quả.",
			EN: "An electronic result is kept under [dossier code]-KQ(n), n counting the results of a dossier that has several. Names are mostly given by systems, so letter case and separators do not matter (-KQ1, -KQ(1), -KQ.1), and KQ1.pdf in a folder named by the code will do. A number that occurs twice or is left out is a warning, since a result may be missing.",
		},
		Remedy: msg.Message{
			ID: "result/wrong-name.remedy",
			VI: "Đặt tên kết quả theo mẫu [mã hồ sơ]-KQ1.pdf, [mã hồ sơ]-KQ2.pdf.",
			EN: "Name the results [dossier code]-KQ1.pdf, [dossier code]-KQ2.pdf.",
		},
		Date: evidence.Digitized,
		Applies: func(ctx context.Context, d *evidence.Dossier) (bool, error) {
			any, err := evidence.HasResult(ctx, d)
			return any && len(ownCodes(d)) > 0, err
		},
		Exceptions: []lint.Exception{
			{Severity: lint.Warning, When: msg.Message{
				ID: "result/wrong-name.warning", VI: "khi số thứ tự kết quả trùng hoặc bị nhảy",
				EN: "when a number is used twice or left out",
			}},
		},
		Editions: lint.EditionsOf(basis.ElectronicResult("d"), lint.Info, wrongName),
	}
}

func wrongName(_ context.Context, d *evidence.Dossier, p *lint.Pass) error {
	var numbered []*evidence.Document
	numbers := map[int][]*evidence.Document{}
	for _, doc := range d.Results() {
		switch number, ok := resultNumber(d, doc.Path); {
		case doc.Presumed: // result/unclear-role speaks of it
		case !ok:
			p.Report(lint.Finding{Message: wrongNameText.With("dossier", d.ID), Place: doc.Place(), Identity: "name"})
		default:
			numbered = append(numbered, doc)
			numbers[number] = append(numbers[number], doc)
		}
	}
	if len(numbered) < 2 {
		return nil // "-KQ", "-KQ1" and, of an export of some results, "-KQ2"
	}
	order := slices.Sorted(func(yield func(int) bool) {
		for n := range numbers {
			if !yield(n) {
				return
			}
		}
	})
	for i, n := range order {
		docs := numbers[n]
		switch {
		case len(docs) > 1:
			p.Report(lint.Finding{Message: sameNumberText.With("file", docs[0].Path), Place: docs[1].Place(), Severity: lint.Warning, Identity: "number"})
		case n > 1 && (i == 0 || order[i-1] < n-1):
			p.Report(lint.Finding{Message: gapText.With("number", n-1), Place: docs[0].Place(), Severity: lint.Warning, Identity: "gap"})
		}
	}
	return nil
}

var resultName = regexp.MustCompile(`^kq ?(\d{0,3})$`)

// resultNumber returns n of a name with "KQ(n)"; a name without a number is the
// first. The code stands in the name itself or in that of a folder.
func resultNumber(d *evidence.Dossier, file string) (int, bool) {
	base := path.Base(file)
	stem := strings.TrimSuffix(base, path.Ext(base))
	coded := false
	for _, code := range ownCodes(d) {
		if rest, ok := strings.CutPrefix(dossier.Key(stem), code); ok {
			stem, coded = rest, true
			break
		}
	}
	if !coded && !slices.ContainsFunc(ownCodes(d), func(code string) bool { return strings.Contains(dossier.Key(path.Dir(file)), code) }) {
		return 0, false
	}
	m := resultName.FindStringSubmatch(dossier.Fold(stem))
	if m == nil {
		return 0, false
	}
	n, err := strconv.Atoi(cmp.Or(m[1], "1"))
	return n, err == nil && n > 0
}

var (
	wrongNameText = msg.Message{
		ID: "result/wrong-name",
		VI: "Tên tệp kết quả không theo mẫu {dossier}-KQ(n).",
		EN: "The result is not called {dossier}-KQ(n).",
	}
	sameNumberText = msg.Message{
		ID: "result/wrong-name.twice",
		VI: "Số thứ tự kết quả trùng với tệp {file}.",
		EN: "The number of this result is also that of {file}.",
	}
	gapText = msg.Message{
		ID: "result/wrong-name.gap",
		VI: "Số thứ tự kết quả bị nhảy: không có kết quả KQ{number}.",
		EN: "A number is left out: there is no result KQ{number}.",
	}
)
