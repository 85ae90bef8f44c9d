package month

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"path"
)

// layoutC writes the sheet by which results are handed to the store of digitized
// papers, as a CSV of semicolons with a byte order mark, as spreadsheets save it
// in Vietnam.
func layoutC(dossiers []*dossier) ([]byte, error) {
	b := bytes.NewBufferString("\ufeff")
	w := csv.NewWriter(b)
	w.Comma, w.UseCRLF = ';', true
	w.Write([]string{"MaHoSo", "MaTTHC", "MaLinhVuc", "LoaiDoiTuong", "LoaiDinhDanhCHS", "MaChuGiayTo", "NgayTiepNhan", "TrangThaiHoSo", "HinhThuc",
		"MaCoQuan", "DonViXuLy", "MaGiayToKetQua", "TenGiayToKetQua", "SoKyHieu", "TrichYeuNoiDung", "NgayCap", "ThoiHanHieuLuc", "PhamViHieuLuc",
		"TenFileGiayToKetQuaDinhKem", "NoiNopHoSo", "HoSoCoThanhPhanSoHoa", "DuocThanhToanTrucTuyen", "NgayNopHoSo", "NgayHenTra", "NgayTra", "MaCSDLDaKetNoi"})
	for _, d := range dossiers {
		if d.unlisted {
			continue
		}
		r := d.row
		paper, number, abstract, file := "", "", "", ""
		if d.Done != "" {
			paper, number, abstract, file = d.Procedure.paper, r.number, r.abstract, path.Base(d.resultName())
		}
		w.Write([]string{r.code, d.Procedure.code, "G15-" + d.Procedure.code[2:5], "1", "1", fmt.Sprintf("099%09d", d.seed()*7919%1_000_000_000), r.received, status[r.status], "1",
			d.office.code, r.unit, kindCode(d), paper, number, abstract, r.finished, "", "Toàn quốc",
			file, r.unit, r.papers, "0", "", r.due, r.returned, ""})
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

// kindCode is the code of the kind of paper that a dossier ended with.
func kindCode(d *dossier) string {
	if d.Done == "" {
		return ""
	}
	return "KQ." + d.Procedure.code[2:]
}

// status are the numbers by which the national portal says how far a dossier is.
var status = map[string]string{"Đang xử lý": "4", "Yêu cầu bổ sung giấy tờ": "5", "Công dân yêu cầu rút hồ sơ": "7", "Đã xử lý xong": "9", "Đã trả kết quả": "10"}
