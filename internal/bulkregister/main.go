// Command bulkregister writes a register of many invented dossiers, in layout A
// of one-stop systems, to measure how registers are read. The workbook is
// written as Excel writes it: with shared strings and days as numbers.
package main

import (
	"archive/zip"
	"bufio"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"time"
)

var header = []string{
	"Số hồ sơ", "Tên thủ tục hành chính", "Tên lĩnh vực", "Phòng ban", "Ngày tiếp nhận", "Ngày hẹn trả", "Ngày kết thúc xử lý",
	"Cơ quan/đơn vị", "Chủ hồ sơ", "Số điện thoại", "Cán bộ xử lý hiện tại", "Trạng thái hồ sơ",
}

// row is one dossier; the columns 4 to 6 are its days.
type row struct {
	texts [12]string
	days  [3]time.Time
}

func rowAt(i int) row {
	received := time.Date(2024, 1, 1, 7, 30+i%300, 0, 0, time.UTC).AddDate(0, 0, i/700)
	procedures := []string{"Đăng ký kết hôn", "Đăng ký khai sinh", "Cấp bản sao Trích lục hộ tịch", "Chứng thực bản sao từ bản chính", "Đăng ký thành lập hộ kinh doanh"}
	families := []string{"Nguyễn Thị", "Trần Văn", "Lê Hoàng", "Phạm Minh", "Võ Thị Thu"}
	return row{
		texts: [12]string{
			fmt.Sprintf("H20.30.%d-%s-%04d", 10+i%30, received.Format("060102"), i%10_000), procedures[i%5], "Hộ tịch", "Tư pháp", "", "", "",
			fmt.Sprintf("UBND Phường %d", i%30+1), fmt.Sprintf("%s Mẫu %d", families[i%5], i), fmt.Sprintf("0000%06d", i), "Cán bộ Mẫu", "Đã trả kết quả",
		},
		days: [3]time.Time{received, received.AddDate(0, 0, 5), received.AddDate(0, 0, 4)},
	}
}

func main() {
	n := flag.Int("n", 200_000, "number of dossiers")
	out := flag.String("o", "so.xlsx", "file to write, .xlsx or .csv")
	flag.Parse()
	file, err := os.Create(*out)
	if err != nil {
		log.Fatal(err)
	}
	write := writeCSV
	if filepath.Ext(*out) == ".xlsx" {
		write = writeWorkbook
	}
	if err := write(file, *n); err != nil {
		log.Fatal(err)
	}
	if err := file.Close(); err != nil {
		log.Fatal(err)
	}
}

func writeCSV(to io.Writer, n int) error {
	w := bufio.NewWriter(to)
	fmt.Fprint(w, "\ufeff")
	for i, h := range header {
		fmt.Fprint(w, h, []string{",", "\r\n"}[i/11])
	}
	for i := range n {
		r := rowAt(i)
		for k, text := range r.texts {
			if k >= 4 && k <= 6 {
				text = r.days[k-4].Format("02/01/2006 15:04:05")
			}
			fmt.Fprint(w, text, []string{",", "\r\n"}[k/11])
		}
	}
	return w.Flush()
}

const (
	types     = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`
	relations = `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	kind      = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/`
	ns        = ` xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
)

func writeWorkbook(to io.Writer, n int) error {
	z := zip.NewWriter(to)
	small := []struct{ name, text string }{
		{"[Content_Types].xml", types},
		{"_rels/.rels", relations + `<Relationship Id="rId1" Type="` + kind + `officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", `<workbook` + ns + ` xmlns:r="` + kind[:len(kind)-1] + `"><sheets><sheet name="Danh sách" sheetId="1" r:id="rId1"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", relations + `<Relationship Id="rId1" Type="` + kind + `worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="` + kind + `styles" Target="styles.xml"/><Relationship Id="rId3" Type="` + kind + `sharedStrings" Target="sharedStrings.xml"/></Relationships>`},
		{"xl/styles.xml", `<styleSheet` + ns + `><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>`},
	}
	for _, part := range small {
		w, err := z.Create(part.name)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(w, part.text); err != nil {
			return err
		}
	}
	shared, err := writeRows(z, n)
	if err != nil {
		return err
	}
	part, err := z.Create("xl/sharedStrings.xml")
	if err != nil {
		return err
	}
	w := bufio.NewWriter(part)
	fmt.Fprintf(w, `<sst%s count="%d" uniqueCount="%d">`, ns, n*9, len(shared))
	for _, s := range shared {
		fmt.Fprintf(w, "<si><t>%s</t></si>", s)
	}
	fmt.Fprint(w, "</sst>")
	if err := w.Flush(); err != nil {
		return err
	}
	return z.Close()
}

// writeRows writes the sheet and returns the strings that its cells refer to.
func writeRows(z *zip.Writer, n int) ([]string, error) {
	part, err := z.Create("xl/worksheets/sheet1.xml")
	if err != nil {
		return nil, err
	}
	var shared []string
	at := map[string]int{}
	w := bufio.NewWriter(part)
	text := func(column, row int, s string) {
		i, known := at[s]
		if !known {
			i = len(shared)
			shared, at[s] = append(shared, s), i
		}
		fmt.Fprintf(w, `<c r="%c%d" t="s"><v>%d</v></c>`, 'A'+column, row, i)
	}
	fmt.Fprintf(w, `<worksheet%s><sheetData><row r="1">`, ns)
	for i, h := range header {
		text(i, 1, h)
	}
	zero := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	for i := range n {
		r := rowAt(i)
		fmt.Fprintf(w, `</row><row r="%d">`, i+2)
		for k, s := range r.texts {
			if k >= 4 && k <= 6 {
				fmt.Fprintf(w, `<c r="%c%d" s="1"><v>%.9f</v></c>`, 'A'+k, i+2, r.days[k-4].Sub(zero).Hours()/24)
				continue
			}
			text(k, i+2, s)
		}
	}
	fmt.Fprint(w, "</row></sheetData></worksheet>")
	return shared, w.Flush()
}
