package paper

// Handover is a paper that only one office has: a record of papers handed over,
// with two signers and a seal, on A5.
type Handover struct {
	Number, Day, Month, Year string // filled in
	Code                     string // of the dossier
	Giver, Receiver          string
	From, To                 string // where they work
	Papers, Sheets           string
	Gives, Receives          Mark
	Names                    bool // the signers' names are typed below
	Sealed                   bool
	Seed                     uint64 // of the ink
	Pose                     Pose
}

// Places of a handover record in mm: left, top, width, height. They are what an
// office would measure with a ruler.
var (
	HandoverGiver    = [4]float64{10, 139, 56, 32}
	HandoverReceiver = [4]float64{82, 139, 56, 32}
)

// Draw prints the record.
func (h Handover) Draw(f *Faces, dpi float64) *Sheet {
	s := NewSheet(148, 210, dpi, h.Pose, whitePage)
	t := typist{s, f, 3.7, black}
	head := t.sized(3.3)
	head.centre(36, 13, Regular, "UBND PHƯỜNG MẪU ĐƠN")
	head.centre(36, 18, Bold, "BỘ PHẬN MỘT CỬA")
	head.centre(104, 13, Bold, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
	head.centre(104, 18, Bold, "Độc lập - Tự do - Hạnh phúc")
	s.Fill(Rect(22, 20, 28, 0.25), Ink{Color: black, Density: 0.9})
	s.Fill(Rect(80, 20, 48, 0.25), Ink{Color: black, Density: 0.9})
	head.centre(36, 26, Regular, "Số: "+h.Number)
	head.centre(104, 26, Italic, "Mẫu Đơn, ngày "+h.Day+" tháng "+h.Month+" năm "+h.Year)
	t.sized(5).centre(74, 39, Bold, "BIÊN BẢN BÀN GIAO GIẤY TỜ")
	t.sized(3.4).centre(74, 45, Italic, "(Lập thành hai bản, mỗi bên giữ một bản)")
	y := 56.0
	for _, e := range [][2]string{
		{"Mã hồ sơ:", h.Code},
		{"Bên giao (ông, bà):", h.Giver},
		{"Đơn vị giao:", h.From},
		{"Bên nhận (ông, bà):", h.Receiver},
		{"Đơn vị nhận:", h.To},
		{"Giấy tờ bàn giao gồm:", h.Papers},
		{"Số tờ:", h.Sheets},
	} {
		t.entry(14, y, 120, e[0], e[1])
		y += 8.2
	}
	t.write(14, y+2, Regular, "Hai bên đã kiểm đếm, giấy tờ còn nguyên vẹn.")
	for i, who := range []string{"ĐẠI DIỆN BÊN GIAO", "ĐẠI DIỆN BÊN NHẬN"} {
		box, name, mark := HandoverGiver, h.Giver, h.Gives
		if i == 1 {
			box, name, mark = HandoverReceiver, h.Receiver, h.Receives
		}
		x := box[0] + box[2]/2
		t.centre(x, 131, Bold, who)
		t.sized(3.4).centre(x, 136.5, Italic, "(Ký, ghi rõ họ tên)")
		s.put(mark, Pt{x + 8*(hash(h.Seed, i, 3)-0.5), 153 + 4*(hash(h.Seed, i, 4)-0.5)}, 9+6*hash(h.Seed, i, 5))
		if h.Names {
			t.centre(x, 178, Bold, name)
		}
	}
	if h.Sealed {
		s.seal(f, Pt{27 + 4*hash(h.Seed, 1, 6), 155}, "UBND PHƯỜNG MẪU ĐƠN", "MẪU", 10*(hash(h.Seed, 9, 1)-0.5), h.Seed)
	}
	t.disclaimer(204)
	return s
}
