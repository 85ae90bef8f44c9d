package folder

import (
	"bytes"
	"fmt"
	"strings"
)

const readmeHead = `# Hồ sơ mẫu

Thư mục này là dữ liệu mẫu để chạy thử tthclint. Mọi người, số giấy tờ, số điện thoại, chữ ký, dấu vân tay và con dấu
đều là bịa, do chương trình vẽ; số định danh bắt đầu bằng 099 (không tỉnh nào có). Chứng thư số do CA mẫu trong
` + "`examples/trust`" + ` cấp, không có giá trị pháp lý. Không sửa tay: ` + "`go run ./examples/gen`" + ` tạo lại toàn bộ.

Chạy thử, từ thư mục gốc của kho mã:

    go run ./cmd/tthclint lint --trust examples/trust examples/ho-so

Sổ theo dõi là ` + "`ho-so.csv`" + `. Mỗi hồ sơ cài nhiều nhất một lỗi:

| hồ sơ | lỗi được cài | kết luận | quy tắc |
|---|---|---|---|
`

const readmeTail = `
Kết luận: accepted = đạt; rejected = phải làm lại; undetermined = chưa kết luận được (có điều không kiểm tra được).
Bảng cho máy đọc: ` + "`examples/expected.csv`" + `.

## English

Sample data for trying tthclint. Persons, numbers, signatures, fingerprints and seals are invented and drawn by a
program; identity numbers begin with 099, which no province has; certificates come from the sample CA in
` + "`examples/trust`" + `. Do not edit: ` + "`go run ./examples/gen`" + ` makes everything again, byte for byte, but for one file that an
ordinary signing library stamps with the present time. At most one defect is planted in a dossier:

| dossier | planted | verdict | rules |
|---|---|---|---|
`

func readme(cases []Case) []byte {
	var b bytes.Buffer
	table := func(planted func(Wants) string) {
		for _, c := range cases {
			rules := "–"
			if all := c.Wants.Rules(); len(all) > 0 {
				rules = "`" + strings.Join(all, "`, `") + "`"
			}
			fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", c.Code, planted(c.Wants), c.Wants.Verdict, rules)
		}
	}
	b.WriteString(readmeHead)
	table(func(w Wants) string { return w.VI })
	b.WriteString(readmeTail)
	table(func(w Wants) string { return w.EN })
	return b.Bytes()
}

const trustReadme = `# Sample certificates – MẪU THỬ

` + "`mau-thu-root-SAMPLE.pem`" + ` (anchor) and ` + "`mau-thu-ca-g1-SAMPLE.pem`" + ` (intermediate), valid until 2099, let
` + "`tthclint lint --trust examples/trust examples/ho-so`" + ` judge the sample dossiers. They are compiled into nothing.

**Never trust them for anything else.** Their private keys are made from a seed printed in
` + "`internal/sample/pki`" + `, so everybody has them; no key file is kept here. ` + "`go run ./examples/gen`" + ` makes the same
certificates again. One sample dossier is signed below a stranger's root and one below an intermediate that is kept
back on purpose: neither belongs in this folder.

Không dùng các chứng thư này vào việc gì khác ngoài chạy thử: khóa bí mật của chúng ai cũng tạo lại được.
`
