package month

import "fmt"

// layoutB writes the list that the front end of a province prints: twelve
// headers over nine cells, so that most cells stand under the header of another.
func layoutB(dossiers []*dossier) ([]byte, error) {
	b := newBook("Sheet1")
	for i, h := range []string{"STT", "Đơn vị tiếp nhận", "Lĩnh vực", "Tên thủ tục hành chính", "Mã hồ sơ", "Trạng thái", "Địa chỉ", "Chủ hồ sơ",
		"Ngày nhận", "Ngày hẹn trả", "Ngày kết thúc xử lý", "Đơn vị/cá nhân giải quyết"} {
		b.text(1, i+1, h)
	}
	line := 2
	for _, d := range dossiers {
		if d.unlisted {
			continue
		}
		r := d.row
		address := fmt.Sprintf("Ấp %d, %s %s, tỉnh Đồng Tháp", 1+d.seed()%7, d.office.kind, d.office.place)
		for i, v := range []string{fmt.Sprint(line - 1), r.unit, r.procedure, r.code, address, r.owner, r.received, r.due, r.finished} {
			if v != "" {
				b.text(line, i+1, v)
			}
		}
		line++
	}
	return b.bytes()
}
