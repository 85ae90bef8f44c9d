package form

import "github.com/tthclint/tthclint/pkg/msg"

// What looks like a mistake in a form.
var (
	noTitles = fault{
		msg.Message{ID: "form/no-titles", VI: "mẫu chưa có tên (titles), chỉ nhận ra được theo vị trí dòng chữ.", EN: "the form has no titles and is known by its layout alone."},
		msg.Message{ID: "form/no-titles.remedy", VI: "Ghi tên mẫu như in trên giấy vào titles, kể cả các cách ghi khác.", EN: "Write the title as printed into titles, with its other wordings."},
	}
	sharedTitle = fault{
		msg.Message{ID: "form/shared-title", VI: "tên «{title}» trùng với tên của mẫu {id} ({form}).", EN: "the title «{title}» is also that of the form {id} ({form})."},
		msg.Message{ID: "form/shared-title.remedy", VI: "Ghi tên đầy đủ hơn; nếu thay cho mẫu đó thì dùng cùng id.", EN: "Write the title in full; to take the place of that form, use its id."},
	}
	repeatedWording = fault{
		msg.Message{ID: "form/repeated-wording", VI: "«{text}» ghi hai lần.", EN: "«{text}» stands twice."},
		msg.Message{ID: "form/repeated-wording.remedy", VI: "Bỏ bớt: không phân biệt chữ hoa, chữ thường và dấu.", EN: "Leave one out: letter case and marks make no difference."},
	}
	sharedCaption = fault{
		msg.Message{ID: "form/shared-caption", VI: "dòng chữ «{text}» cũng là của ô {field}, không biết ô nào của ai.", EN: "the caption «{text}» is also that of the field {field}; whose place is whose cannot be told."},
		msg.Message{ID: "form/shared-caption.remedy", VI: "Dòng chữ chung cho nhiều ô thì ghi vào hints.", EN: "A line that several fields bear goes into hints."},
	}
	captionIsLabel = fault{
		msg.Message{ID: "form/caption-is-label", VI: "dòng chữ «{text}» của ô cũng có trong labels hoặc titles.", EN: "the caption «{text}» is also among labels or titles."},
		msg.Message{ID: "form/caption-is-label.remedy", VI: "Chỉ để ở captions nếu dòng đó nằm cạnh chỗ ký.", EN: "Keep it in captions alone if it stands beside the signature."},
	}
	valueNowhere = fault{
		msg.Message{ID: "form/value-nowhere", VI: "không có cách tìm mục {value}: thiếu captions, cũng không phải tên người ký (signer).", EN: "the value {value} cannot be found: it has no captions and is no signer's name."},
		msg.Message{ID: "form/value-nowhere.remedy", VI: "Ghi vào captions dòng chữ in đứng trước chỗ điền, ví dụ \"Số: …\"", EN: "Write the print before it into captions, as \"Số: …\""},
	}
	signerCaptions = fault{
		msg.Message{ID: "form/signer-captions", VI: "mục là tên người ký nên captions, under không được dùng.", EN: "the value is a signer's name, so its captions and under are not used."},
		msg.Message{ID: "form/signer-captions.remedy", VI: "Bỏ captions và under, hoặc bỏ signer.", EN: "Leave captions and under out, or signer."},
	}
	sharedValue = fault{
		msg.Message{ID: "form/shared-value", VI: "dòng chữ «{text}» cũng là của mục {value}: không biết chỗ điền nào của ai.", EN: "the caption «{text}» is also that of the value {value}; which is whose cannot be told."},
		msg.Message{ID: "form/shared-value.remedy", VI: "Ghi ở under mã của mục đứng trên trong cùng cột, khác nhau cho từng mục.", EN: "Name in under the value above it in its column, another one for each."},
	}
	severalOwnCodes = fault{
		msg.Message{ID: "form/several-codes", VI: "mã hồ sơ (code: true) ghi ở hơn một mục.", EN: "more than one value is the dossier code (code: true)."},
		msg.Message{ID: "form/several-codes.remedy", VI: "Một giấy chỉ có một mã hồ sơ.", EN: "A paper has one dossier code."},
	}
	captionsUnused = fault{
		msg.Message{ID: "form/captions-unused", VI: "ô dùng chung chỗ với {field} nên captions không được dùng.", EN: "the field shares the place of {field}, so its captions are not used."},
		msg.Message{ID: "form/captions-unused.remedy", VI: "Bỏ captions, hoặc bỏ with.", EN: "Leave captions out, or with."},
	}
	nowhere = fault{
		msg.Message{ID: "form/nowhere", VI: "không có cách tìm ô {field}: thiếu captions, cũng không có vị trí.", EN: "the field {field} cannot be found: it has neither captions nor a place."},
		msg.Message{ID: "form/nowhere.remedy", VI: "Ghi vào captions dòng chữ in cạnh chỗ ký.", EN: "Write the line beside the signature into captions."},
	}
	oneWording = fault{
		msg.Message{ID: "form/one-wording", VI: "ô chỉ có một cách ghi «{text}».", EN: "the field has the one wording «{text}»."},
		msg.Message{ID: "form/one-wording.remedy", VI: "Xem vài tờ do các nơi khác in và thêm các cách ghi khác.", EN: "Look at sheets that others printed and add their wordings."},
	}
	fewCaptions = fault{
		msg.Message{ID: "form/few-captions", VI: "quá ít dòng chữ in để nhận ra theo vị trí.", EN: "too few captions to know the layout by."},
		msg.Message{ID: "form/few-captions.remedy", VI: "Ghi ít nhất ba dòng, trong đó hai dòng cùng chữ hoa hoặc cùng chữ thường, không có chữ điền phía sau, dài từ 25 mm, ví dụ quốc hiệu và tên mẫu.", EN: "Give three at least, two of them both in capitals or both not, without a value behind, and 25 mm long, as the name of the state and the title."},
	}
	smallPlace = fault{
		msg.Message{ID: "form/small-place", VI: "chỗ của ô {field} nhỏ hơn {w} x {h} mm.", EN: "the place of {field} is smaller than {w} by {h} mm."},
		msg.Message{ID: "form/small-place.remedy", VI: "Đo lại cả khoảng trống dành để ký.", EN: "Measure the whole space that is left for it."},
	}
	overlapping = fault{
		msg.Message{ID: "form/overlapping", VI: "chỗ của ô {field} chồng lên chỗ của ô {other}.", EN: "the place of {field} overlaps that of {other}."},
		msg.Message{ID: "form/overlapping.remedy", VI: "Sửa box; dấu đóng lên chữ ký thì ghi with: {other}", EN: "Correct the box; a seal upon a signature has with: {other}"},
	}
	overPrint = fault{
		msg.Message{ID: "form/over-print", VI: "chỗ của ô {field} trùm lên dòng chữ in «{text}».", EN: "the place of {field} covers the print «{text}»."},
		msg.Message{ID: "form/over-print.remedy", VI: "Thu box lại: dòng chữ in sẽ bị tính là nét mực.", EN: "Make the box smaller: print would count as ink."},
	}
	sharedCode = fault{
		msg.Message{ID: "form/shared-code", VI: "mã thủ tục {code} cũng ghi ở mẫu {id} ({form}): cả hai đều được nhận là kết quả.", EN: "the procedure {code} is also that of the form {id} ({form}): both pass as its result."},
		msg.Message{ID: "form/shared-code.remedy", VI: "Giữ nếu đúng như vậy; nếu thay cho mẫu đó thì dùng cùng id.", EN: "Keep it if so; to take the place of that form, use its id."},
	}
	noForm = fault{
		msg.Message{ID: "form/no-form", VI: "không có mẫu khác mang mã «{id}».", EN: "there is no other form «{id}»."},
		msg.Message{ID: "form/no-form.remedy", VI: "Xem mã các mẫu: tthclint form list", EN: "See the forms: tthclint form list"},
	}
)
