package month

// Invented names of those who are married to the owners of dossiers, of children
// and of parents.
var (
	womenNames = []string{
		"Phan Thị Kim Ngân", "Dương Thị Cẩm Tú", "Ngô Thị Bích Thủy", "Trà Thị Mỹ Lệ", "Cao Thị Diễm My", "Lều Thị Kim Chi",
		"Sơn Thị Bé Ba", "Quách Thị Hiền", "Tô Thị Lan", "Mạch Thị Thùy Dung", "Lâm Thị Phượng", "Thái Thị Ngọc Hân",
	}
	menNames = []string{
		"Lê Hoàng Phúc", "Nguyễn Thành Công", "Bùi Văn Ba", "Đỗ Hữu Nghĩa", "Hồ Văn Lâm", "Lý Minh Tâm",
		"Trịnh Văn Hậu", "Mạch Văn Tới", "Danh Văn Hải", "Hứa Văn Phát", "Chu Văn Tài", "Tạ Quang Vinh",
	}
)
