package month

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/tthclint/tthclint/pkg/rules"
)

// readme describes the example: how to run it and what is planted.
func readme(folders []Folder) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(readmeHead)
	titles := map[string]string{}
	for _, r := range rules.All() {
		titles[r.ID] = r.Title.VI
	}
	for i := range folders {
		f := &folders[i]
		wants, err := f.Wants()
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&b, "\n## %s – %s, `%s`\n\n| hồ sơ | được cài | quy tắc |\n|---|---|---|\n", f.Name, f.office.unit(), f.Register)
		clean := 0
		for _, w := range wants {
			if len(w.Messages) == 0 {
				clean++
				continue
			}
			var what, ids []string
			for _, m := range slices.Compact(w.Messages) {
				rule, _, _ := strings.Cut(m, ".")
				what, ids = append(what, titles[rule]), append(ids, "`"+m+"`")
			}
			fmt.Fprintf(&b, "| `%s` | %s | %s |\n", w.Dossier, strings.Join(slices.Compact(what), "; "), strings.Join(ids, ", "))
		}
		fmt.Fprintf(&b, "\n%d hồ sơ khác không có gì phải nêu.\n", clean)
	}
	return b.Bytes(), nil
}

const readmeHead = `# Tháng 9/2026 của ba đơn vị

Dữ liệu mẫu: hồ sơ tháng 9/2026 của ba UBND cấp xã, mỗi đơn vị một thư mục có sổ theo dõi của mình. Sổ ở ` + "`a`" + ` là
tệp Excel theo mẫu xuất của hệ thống một cửa (thêm bốn cột của đơn vị); sổ ở ` + "`b`" + ` in 12 tiêu đề trên 9 cột dữ liệu; sổ ở
` + "`c`" + ` là tệp CSV nhập kho kết quả, có cột tên tệp. Mọi người, số giấy tờ, số điện thoại, chữ ký, con dấu đều là bịa, do
chương trình vẽ; số định danh bắt đầu bằng 099. Chứng thư số do CA mẫu trong ` + "`examples/trust`" + ` cấp; danh sách thu hồi của CA đó
ở ` + "`thu-hoi`" + `. Không sửa tay: ` + "`go run ./examples/gen`" + ` tạo lại toàn bộ.

Chạy thử, từ thư mục gốc của kho mã:

    go run ./cmd/tthclint lint examples/thang-9/a --register examples/thang-9/a/so-theo-doi.xlsx \
        --trust examples/trust --evidence examples/thang-9/thu-hoi --as-of 2026-09-30

Mọi lỗi được cài đều được tìm thấy và không có gì khác được nêu; bài kiểm tra của ` + "`internal/sample/month`" + ` so từng
hồ sơ và cả báo cáo.

English: the dossiers of September 2026 of three invented offices, each a folder with its register: a workbook as
one-stop systems export it, one that prints 12 headers over 9 columns, and a CSV that names the file of each result.
Nothing is real. Every planted defect is found and nothing else; the table names the message of each.
`
