package scans

import (
	"fmt"
	"strings"
)

var (
	surnames  = strings.Fields("Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trịnh Mai Lương Tô Cao Thái Vi Quách Thạch Lò Giàng")
	herMiddle = strings.Fields("Thị Ngọc Thu Thanh Kim Bích Diệu Mỹ Thùy Hồng")
	hisMiddle = strings.Fields("Văn Đức Minh Hữu Quang Công Xuân Đình Thành Duy Trọng Bá")
	herNames  = strings.Fields("Hương Lan Mai Hoa Ngân Trang Thảo Linh Yến Nhung Quyên Uyên Hạnh Phượng Thúy Vân Ánh Diễm Trâm Châu Hà My Nga Loan Tuyết")
	hisNames  = strings.Fields("Hùng Dũng Cường Tuấn Long Phúc Khoa Nam Sơn Thắng Việt Hải Bình Tùng Giáp Khánh Luân Đạt Toàn Quân Phong Lực Mạnh Nghĩa Kiên")
	communes  = strings.Split("Phú Thịnh,Tân Lập,Đông Sơn,Cẩm Thủy,Nghĩa Trụ,Mường Khoa,Ea Kly,Long Hưng,An Bình,Hòa Xuân,Vĩnh Tường,Thạnh Mỹ,Bình Định,Yên Lãng,Quảng Phú,Đại Lộc", ",")
	provinces = strings.Split("Tuyên Quang,Lào Cai,Phú Thọ,Bắc Ninh,Thanh Hóa,Nghệ An,Quảng Trị,Đắk Lắk,Lâm Đồng,Đồng Nai,Vĩnh Long,An Giang,Cà Mau,Hưng Yên,Ninh Bình,Gia Lai", ",")
	peoples   = strings.Split("Kinh,Kinh,Kinh,Kinh,Tày,Thái,Mường,Khmer,Mông,Nùng,Ê đê", ",")
)

// person is an invented person.
type person struct {
	name, born, people, home, card, issued string
}

func (r source) person(woman bool) person {
	middle, last := hisMiddle, hisNames
	if woman {
		middle, last = herMiddle, herNames
	}
	words := []string{pick(r, surnames...), pick(r, middle...)}
	if r.odds(0.45) {
		words = append(words, pick(r, last...))
	}
	for given := pick(r, last...); ; given = pick(r, last...) {
		if given != words[len(words)-1] {
			words = append(words, given)
			break
		}
	}
	return person{
		name:   strings.Join(words, " "),
		born:   r.date(1955, 2004),
		people: pick(r, peoples...),
		home:   r.home(),
		card:   fmt.Sprintf("099%09d", r.IntN(1e9)), // no province has 099
		issued: r.date(2014, 2024),
	}
}

func (r source) date(from, to int) string {
	return fmt.Sprintf("%02d/%02d/%d", 1+r.IntN(28), 1+r.IntN(12), from+r.IntN(to-from+1))
}

// longDate returns a date as papers write it above a signature.
func (r source) longDate() string {
	return fmt.Sprintf("ngày %02d tháng %02d năm %d", 1+r.IntN(28), 1+r.IntN(12), 2010+r.IntN(17))
}

func (r source) home() string {
	home := pick(r, "xã ", "phường ", "thị trấn ") + pick(r, communes...) + ", tỉnh " + pick(r, provinces...)
	switch r.IntN(3) {
	case 0:
		return fmt.Sprintf("Thôn %d, %s", 1+r.IntN(12), home)
	case 1:
		return fmt.Sprintf("Số %d, tổ %d, %s", 1+r.IntN(200), 1+r.IntN(20), home)
	}
	return strings.ToUpper(home[:1]) + home[1:]
}

// office is the authority that issues a paper.
type office struct {
	kind, commune, province string // "xã", "Phú Thịnh", "Tuyên Quang"
}

func (r source) office() office {
	return office{pick(r, "xã", "phường", "thị trấn"), pick(r, communes...), pick(r, provinces...)}
}

func (o office) name() string { return o.kind + " " + o.commune }
