package folder

import (
	"github.com/tthclint/tthclint/internal/sample/paper"
)

const (
	marriageProcedure = "Đăng ký kết hôn"
	extractProcedure  = "Cấp bản sao Trích lục hộ tịch"
	statusProcedure   = "Cấp Giấy xác nhận tình trạng hôn nhân"
)

// Cases returns the dossiers in the order of the register.
func Cases() []Case {
	return []Case{
		{
			Code:   "000.16.30.H20-230911-0001",
			File:   "000.16.30.H20-230911-0001/000.16.30.H20-230911-0001-KQ1.pdf",
			Row:    done(marriageProcedure, "2023-09-11", "2023-09-13", ward, "Trần Thị Ngọc Mai"),
			Make:   twoLayers(marriage{number: "41/2023", wife: "Trần Thị Ngọc Mai", husband: "Lê Hoàng Phúc", seed: 11}),
			Signed: true,
			Beside: []string{"scan/page-count.notes"},
			Wants: Wants{"không có: giấy chứng nhận kết hôn khổ dọc, đủ chữ ký vợ, chồng, người ký, con dấu; ký số 02 lớp",
				"nothing: portrait certificate, complete, signed in two layers", accepted, nil},
		},
		{
			Code:   "000.16.30.H20-230918-0003",
			File:   "000.16.30.H20-230918-0003 Võ Thị Mẫu Đơn/Giấy chứng nhận kết hôn.pdf",
			Row:    done(marriageProcedure, "2023-09-18", "2023-09-20", ward, "Võ Thị Mẫu Đơn"),
			Make:   twoLayers(marriage{number: "43/2023", wife: "Võ Thị Mẫu Đơn", husband: "Nguyễn Thành Công", seed: 23, landscape: true, visible: true}),
			Signed: true,
			Beside: []string{"result/wrong-name", "scan/page-count.notes"},
			Wants: Wants{"không có: khổ ngang, tên thư mục và tên tệp có dấu, chữ ký số có hiển thị",
				"nothing: landscape, names with diacritics, visible digital signatures", accepted, nil},
		},
		{
			Code:   "H20.30-231106-0012",
			File:   "H20.30-231106-0012-KQ1.pdf",
			Row:    done(marriageProcedure, "2023-11-06", "2023-11-08", ward, "Đặng Thị Út"),
			Make:   twoLayers(marriage{number: "52/2023", wife: "Đặng Thị Út", husband: "Bùi Văn Ba", seed: 37, wifeMark: fingerprint}),
			Signed: true,
			Beside: []string{"scan/page-count.notes"},
			Wants: Wants{"không có: vợ điểm chỉ thay cho chữ ký",
				"nothing: the wife's fingerprint in place of a signature", accepted, []string{"field/spouse-signature.wife-fingerprint"}},
		},
		{
			Code:   "000.16.30.H20-231204-0006",
			File:   "000.16.30.H20-231204-0006/KQ1.pdf",
			Row:    done(marriageProcedure, "2023-12-04", "2023-12-06", ward, "Phan Thị Kim Ngân"),
			Make:   unsigned(marriage{number: "57/2023", wife: "Phan Thị Kim Ngân", husband: "Đỗ Hữu Nghĩa", seed: 41}),
			Beside: []string{"scan/page-count.notes"},
			Wants: Wants{"tệp quét không có chữ ký số nào",
				"no digital signature at all", rejected, []string{"sign/missing"}},
		},
		{
			Code:   "000.16.30.H20-231225-0002",
			File:   "000.16.30.H20-231225-0002/000.16.30.H20-231225-0002-KQ1.pdf",
			Row:    done(marriageProcedure, "2023-12-25", "2023-12-27", ward, "Ngô Thị Bích Thủy"),
			Make:   twoLayers(marriage{number: "61/2023", wife: "Ngô Thị Bích Thủy", husband: "Hồ Văn Lâm", seed: 53, wifeMark: none}),
			Signed: true,
			Beside: []string{"scan/page-count.notes"},
			Wants: Wants{"quét khi vợ chưa ký; ô của vợ chỉ có tên đánh máy",
				"scanned before the wife signed; her box holds her typed name alone", rejected, []string{"field/spouse-signature.wife-other"}},
		},
		{
			Code:   "H20.30-240111-0005",
			File:   "H20.30-240111-0005-KQ1.pdf",
			Row:    done(marriageProcedure, "2024-01-11", "2024-01-15", ward, "Lý Minh Tâm"),
			Make:   twoLayers(marriage{number: "03/2024", wife: "Cao Thị Diễm My", husband: "Lý Minh Tâm", seed: 67, husbandMark: none, landscape: true}),
			Signed: true,
			Beside: []string{"scan/page-count.notes"},
			Wants: Wants{"quét khi chồng chưa ký; ô của chồng chỉ có tên đánh máy",
				"scanned before the husband signed; his box holds his typed name alone", rejected, []string{"field/spouse-signature.husband-other"}},
		},
		{
			Code:   "H20.30-240126-0003",
			File:   "H20.30-240126-0003-KQ1.pdf",
			Row:    done(marriageProcedure, "2024-01-26", "2024-01-30", ward, "Bành Thị Lệ Thu"),
			Make:   twoLayers(marriage{number: "06/2024", wife: "Bành Thị Lệ Thu", husband: "Cù Văn Tấn", seed: 73, unofficial: true, unsealed: true}),
			Signed: true,
			Beside: []string{"scan/page-count.notes"},
			Wants: Wants{"quét khi lãnh đạo Ủy ban chưa ký, chưa đóng dấu",
				"scanned before the official had signed and sealed", rejected, []string{"field/official-signature"}},
		},
		{
			Code:   "H20.30-240315-0004",
			File:   "H20.30-240315-0004-KQ1.pdf",
			Row:    done(extractProcedure, "2024-03-15", "2024-03-15", ward, "Mai Văn Sáu"),
			Make:   twoLayersOf(extract{number: "112/TLKH-BS", wife: "Tô Thị Lan", husband: "Mai Văn Sáu", seed: 71}.draw),
			Signed: true,
			Wants: Wants{"không có: trích lục kết hôn (bản sao), không có ô ký của vợ, chồng",
				"nothing: extract of a marriage entry, which has no place for spouses' signatures", accepted, nil},
		},
		{
			Code:   "H20.30-240422-0003",
			File:   "H20.30-240422-0003-KQ1.pdf",
			Row:    done(marriageProcedure, "2024-04-22", "2024-04-24", ward, "Dương Thị Cẩm Tú"),
			Make:   tampered(marriage{number: "27/2024", wife: "Dương Thị Cẩm Tú", husband: "Trịnh Văn Hậu", seed: 83, landscape: true}),
			Beside: []string{"scan/page-count.notes"},
			Wants: Wants{"một byte bị đổi sau khi ký số (số giấy chứng nhận trong thông tin tệp)",
				"a byte changed after signing (the number in the document's title)", rejected, []string{"sign/broken"}},
		},
		{
			Code:   "H20.30-240527-0006",
			File:   "H20.30-240527-0006-KQ1.pdf",
			Row:    done(marriageProcedure, "2024-05-27", "2024-05-29", ward, "Lều Thị Kim Chi"),
			Make:   twoLayers(marriage{number: "33/2024", wife: "Lều Thị Kim Chi", husband: "Mạch Văn Tới", seed: 89, unsealed: true}),
			Signed: true,
			Beside: []string{"scan/page-count.notes"},
			Wants: Wants{"quét khi chưa đóng dấu",
				"scanned before it was sealed", rejected, []string{"field/seal"}},
		},
		{
			Code: "H20.30-240603-0008",
			File: "H20.30-240603-0008/H20.30-240603-0008-KQ1.pdf",
			Row:  done(extractProcedure, "2024-06-10", "2024-06-10", ward, "Quách Thị Hiền"),
			Make: layersBy(extract{number: "205/TLKH-BS", wife: "Quách Thị Hiền", husband: "Tạ Quang Vinh", seed: 97}.draw, expiredAgency),
			// The code holds 3 June, the register 10 June.
			Beside: []string{"flow/code-date"},
			Wants: Wants{"ký ngày 10/6/2024 bằng chứng thư số của cơ quan đã hết hạn ngày 31/5/2024",
				"signed on 10 June 2024 with an agency certificate that ended on 31 May 2024", rejected, []string{"sign/expired"}},
		},
		{
			Code:   "H20.30-240819-0011",
			File:   "H20.30-240819-0011-KQ1.pdf",
			Row:    done(extractProcedure, "2024-08-19", "2024-08-19", ward, "Lâm Thị Phượng"),
			Make:   layersBy(extract{number: "318/TLKH-BS", wife: "Lâm Thị Phượng", husband: "Chu Văn Tài", seed: 101}.draw, strangeAgency),
			Beside: []string{"sign/test-certificate.name"},
			Wants: Wants{"chứng thư số của cơ quan do một CA lạ cấp, kèm đủ chuỗi tới gốc lạ",
				"agency certificate below a stranger's root, the whole chain embedded", rejected, []string{"sign/untrusted"}},
		},
		{
			Code:   "H20.30-240909-0004",
			File:   "H20.30-240909-0004-KQ1.pdf",
			Row:    done(marriageProcedure, "2024-09-09", "2024-09-11", ward, "Sơn Thị Bé Ba"),
			Make:   twoLayers(marriage{number: "49/2024", wife: "Sơn Thị Bé Ba", husband: "Danh Văn Hải", seed: 103, oneHand: true}),
			Signed: true,
			Beside: []string{"scan/page-count.notes"},
			Wants: Wants{"chữ ký trong ô của vợ và của chồng là cùng một hình",
				"one picture of a signature in the boxes of wife and husband", accepted, []string{"field/identical-signatures"}},
		},
		{
			Code:   "H20.30-241104-0005",
			File:   "H20.30-241104-0005-KQ1.pdf",
			Row:    done(marriageProcedure, "2024-11-04", "2024-11-06", ward, "Trà Thị Mỹ Lệ"),
			Make:   pasted(marriage{number: "58/2024", wife: "Trà Thị Mỹ Lệ", husband: "Hứa Văn Phát", seed: 107}),
			Signed: true,
			Beside: []string{"scan/page-count.notes"},
			Wants: Wants{"quét khi chồng chưa ký, rồi dán hình chữ ký lên tệp",
				"scanned before the husband signed; a picture of a signature was pasted on the file", rejected, []string{"field/pasted-signature"}},
		},
		{
			Code:   "H20.30-250210-0001",
			File:   "H20.30-250210-0001/Kết quả.pdf",
			Row:    done(marriageProcedure, "2025-02-10", "2025-02-12", ward, "Kiều Thị Tuyết"),
			Make:   twoLayers(marriage{number: "08/2025", wife: "Kiều Thị Tuyết", husband: "Thái Văn Nam", seed: 113, wifeMark: none, husbandMark: none, blank: true}),
			Signed: true,
			Beside: []string{"result/wrong-name", "scan/page-count.notes"},
			Wants: Wants{"quét khi cả vợ và chồng chưa ký (mới có chữ ký và con dấu của Ủy ban)",
				"scanned before either spouse signed", rejected, []string{"field/spouse-signature.husband", "field/spouse-signature.wife"}},
		},
		{
			Code: "H20.30-250317-0009",
			File: "H20.30-250317-0009-KQ1.pdf",
			Row:  done(extractProcedure, "2025-03-17", "2025-03-17", ward, "Vương Đình Khôi"),
			Make: func(*studio) ([]byte, error) { return nil, nil },
			Wants: Wants{"tệp rỗng, 0 byte",
				"a file of 0 bytes", rejected, []string{"result/empty"}},
		},
		{
			Code: "H20.30-250408-0002",
			Row:  done(marriageProcedure, "2025-04-08", "2025-04-10", ward, "Hà Thị Thu Trang"),
			Wants: Wants{"sổ ghi đã trả kết quả nhưng không có tệp nào",
				"finished in the register, nothing attached", rejected, []string{"result/missing"}},
		},
		{
			Code:   "H20.30-250512-0003",
			File:   "H20.30-250512-0003-KQ1.pdf",
			Row:    done(statusProcedure, "2025-05-12", "2025-05-14", ward, "Tăng Thị Hoài An"),
			Make:   twoLayersOf(sharedStatus.draw),
			Signed: true,
			Wants: Wants{"cùng một tệp với hồ sơ H20.30-250512-0004",
				"the same bytes as H20.30-250512-0004", rejected, []string{"result/duplicate"}},
		},
		{
			Code:   "H20.30-250512-0004",
			File:   "H20.30-250512-0004-KQ1.pdf",
			Row:    done(statusProcedure, "2025-05-12", "2025-05-14", ward, "Đoàn Văn Lợi"),
			Make:   twoLayersOf(sharedStatus.draw),
			Signed: true,
			Beside: []string{"result/other-dossier.owner"},
			Wants: Wants{"cùng một tệp với hồ sơ H20.30-250512-0003",
				"the same bytes as H20.30-250512-0003", rejected, []string{"result/duplicate"}},
		},
		{
			Code:   "H20.30-250604-0008",
			File:   "H20.30-250604-0008-KQ1.pdf",
			Row:    done(marriageProcedure, "2025-06-04", "2025-06-06", ward, "Khưu Thị Ngọc Diễm"),
			Make:   twoLayersOf(status{number: "201/UBND-XNTTHN", name: "Khưu Thị Ngọc Diễm", born: "14/09/2000", card: "099300000914", seed: 139}.draw),
			Signed: true,
			Wants: Wants{"đính kèm giấy xác nhận tình trạng hôn nhân thay cho giấy chứng nhận kết hôn",
				"a marital status certificate in place of the marriage certificate", rejected, []string{"result/wrong-document"}},
		},
		{
			Code: "H20.30-250721-0006",
			File: "H20.30-250721-0006-KQ1.pdf",
			Row:  done(extractProcedure, "2025-07-21", "2025-07-21", newWard, "Nghiêm Thị Loan"),
			Make: truncated(extract{number: "77/TLKH-BS", wife: "Nghiêm Thị Loan", husband: "Ông Văn Chín", seed: 127}.draw),
			Wants: Wants{"tệp PDF bị cắt cụt khi tải lên",
				"a PDF cut off in the upload", rejected, []string{"pdf/unreadable"}},
		},
		{
			Code: "H20.30-250905-0010",
			File: "H20.30-250905-0010/H20.30-250905-0010-KQ1.pdf",
			Row:  done(extractProcedure, "2025-09-05", "2025-09-05", newWard, "Thạch Thị Sa"),
			Make: encrypted(extract{number: "143/TLKH-BS", wife: "Thạch Thị Sa", husband: "Kim Văn Rô", seed: 131}.draw),
			Wants: Wants{"tệp PDF đặt mật khẩu",
				"a PDF with a password", rejected, []string{"pdf/encrypted"}},
		},
		{
			Code: "H20.30-251020-0001",
			File: "H20.30-251020-0001-KQ1.pdf",
			Row:  done(marriageProcedure, "2025-10-20", "2025-10-22", newWard, "Uông Thị Hạnh"),
			Make: photograph(marriage{number: "31/2025", wife: "Uông Thị Hạnh", husband: "Giang Văn Thịnh", seed: 149}, 1),
			Wants: Wants{"ảnh chụp JPEG đổi đuôi thành .pdf",
				"a JPEG photograph renamed .pdf", rejected, []string{"result/not-pdf.name"}},
		},
		{
			Code:   "H20.30-251117-0002",
			File:   "H20.30-251117-0002-KQ1.pdf",
			Row:    done(marriageProcedure, "2025-11-17", "2025-11-19", newWard, "Ninh Thị Hà"),
			Make:   twoLayers(marriage{number: "36/2025", wife: "Ninh Thị Hà", husband: "Lục Văn Thành", seed: 167, swapped: true}),
			Signed: true,
			Beside: []string{"scan/page-count.notes"},
			Wants: Wants{"không có: mẫu in khác, cột của chồng ở bên trái",
				"nothing: a sheet printed otherwise, with the husband's column at the left", accepted, nil},
		},
		{
			Code: "H20.30-251124-0007",
			File: "H20.30-251124-0007/H20.30-251124-0007-KQ1.pdf",
			Row:  done(statusProcedure, "2025-11-24", "2025-11-26", newWard, "La Văn Sơn"),
			Make: func(*studio) ([]byte, error) {
				return []byte("Kết quả đã trả trực tiếp cho công dân ngày 26/11/2025.\r\n"), nil
			},
			Wants: Wants{"tệp văn bản đổi đuôi thành .pdf",
				"a text file renamed .pdf", rejected, []string{"result/not-pdf.name"}},
		},
		{
			Code:   "H20.30-260112-0003",
			File:   "H20.30-260112-0003-KQ1.pdf",
			Row:    done(marriageProcedure, "2026-01-12", "2026-01-14", newWard, "Âu Thị Xuân"),
			Make:   photographed(marriage{number: "02/2026", wife: "Âu Thị Xuân", husband: "Triệu Văn Đông", seed: 151, blank: true}),
			Signed: true,
			Beside: []string{"scan/phone-photo"},
			Wants: Wants{"trang là ảnh chụp mờ bằng điện thoại: không kết luận được về chữ ký vợ, chồng",
				"the page is a blurred photograph: spouses' signatures cannot be judged", undetermined, []string{"scan/unrecognised-form.page"}},
		},
		{
			Code:   "H20.30-260309-0005",
			File:   "H20.30-260309-0005/KQ1.pdf",
			Row:    done(extractProcedure, "2026-03-09", "2026-03-09", newWard, "Mạc Thị Hương"),
			Make:   layersBy(extract{number: "39/TLKH-BS", wife: "Mạc Thị Hương", husband: "Từ Văn Kha", seed: 157}.draw, orphanAgency),
			Signed: true,
			Beside: []string{"sign/test-certificate.name"},
			Wants: Wants{"thiếu chứng thư số của CA trung gian: chưa xác định được độ tin cậy",
				"the intermediate certificate is missing: trust cannot be judged", undetermined, nil},
		},
		{
			Code:   "H20.30-261109-0002",
			File:   "H20.30-261109-0002-KQ1.pdf",
			Row:    done(statusProcedure, "2026-11-09", "2026-11-11", newWard, "Phùng Thị Yến Nhi"),
			Make:   signedByPdfsign(status{number: "412/UBND-XNTTHN", name: "Phùng Thị Yến Nhi", born: "21/06/2001", card: "099301000612", seed: 163, office: newWard}.draw),
			Signed: true,
			// The library stamps the day on which the samples were made.
			Beside: []string{"flow/late-signed"},
			Wants: Wants{"không có: giấy xác nhận tình trạng hôn nhân, ký bằng thư viện digitorus/pdfsign",
				"nothing: marital status certificate, signed with digitorus/pdfsign", accepted, nil},
		},
		{
			Code: "H20.30-261116-0001",
			Row:  open(marriageProcedure, "2026-11-16", "2026-11-27", newWard, "Viên Thị Thảo"),
			// Three days before the due day when the folder is checked.
			Beside: []string{"flow/due-soon"},
			Wants: Wants{"không có: hồ sơ đang xử lý, chưa đến lúc có kết quả",
				"nothing: still being handled", accepted, nil},
		},
	}
}

// sharedStatus is the result that two dossiers carry.
var sharedStatus = status{number: "188/UBND-XNTTHN", name: "Tăng Thị Hoài An", born: "08/03/1999", card: "099199000888", seed: 137}

// Short names for the table above.
var (
	fingerprint = &paper.Mark{Kind: paper.Fingerprinted}
	none        = &paper.Mark{Kind: paper.Nothing}
)
