package main

import "github.com/tthclint/tthclint/pkg/msg"

// The help of form list, form show and form test.
var (
	helpFormArg  = msg.Message{ID: "help/form-arg", VI: "MÃ-MẪU", EN: "FORM"}
	helpFormsArg = msg.Message{ID: "help/forms-arg", VI: "THƯ-MỤC", EN: "FOLDER"}
	helpOwnForms = msg.Message{ID: "help/own-forms", VI: "`THƯ-MỤC` mẫu giấy tờ riêng (tệp .yaml), thêm vào hoặc thay mẫu có sẵn cùng mã", EN: "`FOLDER` of forms of your own (.yaml), added to the built-in ones or in place of those with their id"}
	helpFormList = msg.Message{ID: "help/form-list", VI: "liệt kê các mẫu, lần ban hành và thủ tục", EN: "list the forms with editions and procedures"}
	helpFormShow = msg.Message{ID: "help/form-show", VI: "xem một mẫu: tên, ô ký, dòng chữ nhận biết, vị trí, căn cứ", EN: "show a form: titles, fields, captions, places, clauses"}
	helpFormPNG  = msg.Message{ID: "help/form-png", VI: "vẽ mẫu ra `HÌNH` (.png): dòng chữ in, các ô, đường kẻ mỗi xentimét", EN: "draw the layout into a `PICTURE` (.png): captions, places, a line for each centimetre"}
	helpFormTest = msg.Message{ID: "help/form-test", VI: "thử các tệp mẫu giấy tờ riêng trong một thư mục", EN: "test the form files of your own in a folder"}

	helpFormTestLong = msg.Message{
		ID: "help/form-test-long",
		VI: `Đọc từng tệp .yaml mô tả mẫu giấy tờ trong thư mục, chỉ ra dòng sai và cách sửa, và cảnh báo những chỗ đáng ngờ: hai ô có cùng dòng chữ, tên trùng với mẫu khác, chỗ ký chồng lên nhau hoặc trùm lên chữ in. Nếu trong thư mục có bảng labels.csv (cột file, form, và mỗi ô một cột mang mã ô: present, absent, fingerprint) thì đọc thử các tờ quét ghi trong bảng và so kết quả. Cách viết: docs/vi/forms.md; lược đồ: docs/schema/form-v1.schema.json.

Mã thoát: 0 đúng cách viết, tờ thử (nếu có) đọc đúng; 1 có lỗi hoặc tờ thử đọc sai (hoặc cảnh báo, với --fail-on warning); 2 không chạy được.`,
		EN: `Reads each .yaml file in the folder that describes a form, tells which lines are wrong and what to do, and warns of what looks wrong: two fields with one caption, another form's title, places that overlap or cover print. If the folder has a table labels.csv (columns file, form, and one for each field by its key: present, absent, fingerprint), the scans it lists are read and compared with it. How to write them: docs/en/forms.md; the schema: docs/schema/form-v1.schema.json.

Exit codes: 0 they are written as they must be and samples, if any, read rightly; 1 there are errors or a sample is read otherwise (or warnings, with --fail-on warning); 2 it could not run.`,
	}
	helpFormTestExample = msg.Message{
		ID: "help/form-test-example",
		VI: "  tthclint form test mau-rieng\n  tthclint lint --forms mau-rieng ho-so",
		EN: "  tthclint form test own-forms\n  tthclint lint --forms own-forms ho-so",
	}
)

// Mistakes on the command line about forms.
var (
	textFormsNotFolder = msg.Message{ID: "cmd/own-forms.folder", VI: "mẫu giấy tờ riêng phải nằm trong một thư mục, «{path}» là tệp.", EN: "forms of your own lie in a folder, «{path}» is a file."}
	textFormsEmpty     = msg.Message{ID: "cmd/own-forms.empty", VI: "thư mục «{path}» không có tệp mẫu giấy tờ (.yaml) nào.", EN: "the folder «{path}» holds no form file (.yaml)."}
	textFormsBroken    = msg.Message{ID: "cmd/own-forms.broken", VI: "không dùng được mẫu giấy tờ trong «{path}»: {reason}", EN: "the forms in «{path}» cannot be used: {reason}"}
	textFormsRemedy    = msg.Message{ID: "cmd/own-forms.remedy", VI: "Đặt mỗi mẫu vào một tệp .yaml trong một thư mục, thử bằng: tthclint form test THƯ-MỤC", EN: "Put each form into a .yaml file of one folder and test it: tthclint form test FOLDER"}
	textNoFormFolder   = msg.Message{ID: "cmd/own-forms.none", VI: "chưa cho biết thư mục mẫu giấy tờ.", EN: "no folder of forms was given."}
	textNoForm         = msg.Message{ID: "cmd/no-form", VI: "chưa cho biết mã mẫu giấy tờ.", EN: "no form was named."}
	textUnknownForm    = msg.Message{ID: "cmd/unknown-form", VI: "không có mẫu giấy tờ «{name}».", EN: "there is no form «{name}»."}
	textDidYouMeanForm = msg.Message{ID: "cmd/did-you-mean-form", VI: "Có phải ý bạn là «{name}»? Danh sách: tthclint form list", EN: "Did you mean «{name}»? The list: tthclint form list"}
	textNoLayout       = msg.Message{ID: "cmd/no-layout", VI: "mẫu «{name}» không có số đo nên không vẽ được.", EN: "the form «{name}» has no measures and cannot be drawn."}
	textNoLayoutRemedy = msg.Message{ID: "cmd/no-layout.remedy", VI: "Lập mẫu có số đo từ tờ quét: tthclint form learn", EN: "Make a form with measures from scans: tthclint form learn"}
	textListForms      = msg.Message{ID: "cmd/list-forms", VI: "Xem danh sách mẫu: tthclint form list", EN: "See the list of forms: tthclint form list"}
)

// What form list and form show say.
var (
	wordResult      = msg.Message{ID: "form/result", VI: "kết quả", EN: "result"}
	wordApplication = msg.Message{ID: "form/application", VI: "giấy tờ người dân nộp", EN: "handed in by people"}
	wordSlip        = msg.Message{ID: "form/slip", VI: "phiếu của cơ quan", EN: "slip of the office"}
	wordSignature   = msg.Message{ID: "form/signature", VI: "chữ ký", EN: "signature"}
	wordSeal        = msg.Message{ID: "form/seal", VI: "con dấu", EN: "seal"}
	wordRequired    = msg.Message{ID: "form/required", VI: "bắt buộc", EN: "required"}
	wordOptional    = msg.Message{ID: "form/optional", VI: "không bắt buộc", EN: "not required"}
	wordRepeated    = msg.Message{ID: "form/repeated", VI: "mỗi dòng của bảng một ô, đếm từ 1", EN: "one in each row of a table, counted from 1"}

	listCodes       = msg.Message{ID: "form/codes", VI: "thủ tục {codes}", EN: "procedures {codes}"}
	editionMeasured = msg.Message{ID: "form/edition-measured", VI: "{period}; có vị trí, giấy {w} x {h} mm", EN: "{period}; measured, paper {w} x {h} mm"}

	showRole      = msg.Message{ID: "form/show-role", VI: "Loại giấy:", EN: "Role:"}
	showCodes     = msg.Message{ID: "form/show-codes", VI: "Mã thủ tục:", EN: "Procedures:"}
	showNames     = msg.Message{ID: "form/show-names", VI: "Tên thủ tục:", EN: "By name:"}
	showInsteadOf = msg.Message{ID: "form/show-instead", VI: "Thay cho:", EN: "Instead of:"}
	showBasis     = msg.Message{ID: "form/show-basis", VI: "Căn cứ:", EN: "Basis:"}
	showTitles    = msg.Message{ID: "form/show-titles", VI: "Tên in trên giấy", EN: "Titles"}
	showLabels    = msg.Message{ID: "form/show-labels", VI: "Chữ in khác", EN: "Other print"}
	showKind      = msg.Message{ID: "form/show-kind", VI: "Là:", EN: "Kind:"}
	showRows      = msg.Message{ID: "form/show-rows", VI: "Lặp lại:", EN: "Repeated:"}
	showWith      = msg.Message{ID: "form/show-with", VI: "Chung chỗ:", EN: "Shares:"}
	showSame      = msg.Message{ID: "form/show-same", VI: "Cùng người:", EN: "Same person:"}
	showSide      = msg.Message{ID: "form/show-side", VI: "Chỗ ký:", EN: "Place:"}
	showCaptions  = msg.Message{ID: "form/show-captions", VI: "Dòng chữ:", EN: "Captions:"}
	showHints     = msg.Message{ID: "form/show-hints", VI: "Ghi chú:", EN: "Hints:"}
	showLayout    = msg.Message{ID: "form/show-layout", VI: "Số đo:", EN: "Measures:"}
	showPlaces    = msg.Message{ID: "form/show-places", VI: "Ô, mm từ góc trên bên trái: trái, trên, rộng, cao", EN: "Fields, mm from the top left: x, y, width, height"}
	showPrint     = msg.Message{ID: "form/show-print", VI: "Chữ in, mm: trái, trên, rộng, cao", EN: "Print, mm: x, y, width, height"}

	fieldHead     = msg.Message{ID: "form/field-head", VI: "Ô: {label} ({key})", EN: "Field: {label} ({key})"}
	fieldKind     = msg.Message{ID: "form/field-kind", VI: "{kind}, {must}", EN: "{kind}, {must}"}
	nameContains  = msg.Message{ID: "form/name-contains", VI: "có «{words}»", EN: "has «{words}»"}
	nameWithout   = msg.Message{ID: "form/name-without", VI: "có «{words}», không có «{without}»", EN: "has «{words}» and none of «{without}»"}
	sideBelow     = msg.Message{ID: "form/side-below", VI: "dưới dòng chữ", EN: "below the caption"}
	sideAbove     = msg.Message{ID: "form/side-above", VI: "trên dòng chữ", EN: "above the caption"}
	sideEither    = msg.Message{ID: "form/side-either", VI: "dưới hoặc trên dòng chữ, theo từng tờ", EN: "below or above the caption, as the sheet has it"}
	sideSize      = msg.Message{ID: "form/side-size", VI: "{side}, khoảng {w} x {h} mm", EN: "{side}, about {w} x {h} mm"}
	layoutUnknown = msg.Message{ID: "form/layout-unknown", VI: "chưa có, tìm ô theo dòng chữ", EN: "none, fields are found by their captions"}
)

// What form test says.
var (
	tryUsable       = msg.Message{ID: "form/try-usable", VI: "đúng cách viết", EN: "written as it must be"}
	tryReplaces     = msg.Message{ID: "form/try-replaces", VI: "đúng cách viết, thay cho mẫu có sẵn cùng mã", EN: "written as it must be, in place of the built-in form of its id"}
	tryUnusable     = msg.Message{ID: "form/try-unusable", VI: "không dùng được", EN: "cannot be used"}
	tryRemark       = msg.Message{ID: "form/try-remark", VI: "{severity} dòng {line}: {what}", EN: "{severity} line {line}: {what}"}
	tryRemarkOnFile = msg.Message{ID: "form/try-remark-file", VI: "{severity}: {what}", EN: "{severity}: {what}"}
	trySummary      = msg.Message{ID: "form/try-summary", VI: "{files} tệp: {usable} đúng cách viết; {errors} lỗi, {warnings} cảnh báo.", EN: "{files} files: {usable} written as they must be; {errors} errors, {warnings} warnings."}

	sampleState         = msg.Message{ID: "form/sample-state", VI: "đọc thử, đúng {n}/{all} tờ", EN: "samples read, {n} of {all} as they should be"}
	sampleNone          = msg.Message{ID: "form/sample-none", VI: "Chưa đọc thử tờ nào: thư mục không có {file}, nên chưa biết mẫu có nhận ra giấy và đọc đúng ô hay không. Thêm vài tờ quét và bảng {file} ghi từng tờ có gì; xem: tthclint form test --help", EN: "No sheet was read: the folder has no {file}, so whether the forms are recognised and their fields read rightly is not known. Add some scans and a table {file} of what stands on each; see: tthclint form test --help"}
	sampleUnread        = msg.Message{ID: "form/sample-unread", VI: "không đọc được tờ thử {file}: {reason}", EN: "the sample {file} cannot be read: {reason}"}
	sampleUnreadRemedy  = msg.Message{ID: "form/sample-unread.remedy", VI: "Kiểm tra tên tệp ở cột file, tính từ thư mục mẫu; tệp phải là PDF.", EN: "See whether the column file names it from the folder of forms on; it must be a PDF."}
	sampleUnknown       = msg.Message{ID: "form/sample-unknown", VI: "tờ thử {file} không được nhận ra, phải là {form}", EN: "the sample {file} is not recognised and should be {form}"}
	sampleUnknownRemedy = msg.Message{ID: "form/sample-unknown.remedy", VI: "Lập lại mẫu với nhiều tờ quét hơn, hoặc thêm cách ghi vào titles và captions; xem: tthclint inspect --forms", EN: "Make the form again of more scans, or add wordings to titles and captions; see: tthclint inspect --forms"}
	sampleOther         = msg.Message{ID: "form/sample-other", VI: "tờ thử {file} được nhận là {read}, phải là {form}", EN: "the sample {file} is taken for {read} and should be {form}"}
	sampleOtherRemedy   = msg.Message{ID: "form/sample-other.remedy", VI: "Ghi tên mẫu đầy đủ hơn vào titles; nếu thay cho mẫu đó thì dùng cùng id.", EN: "Write the title in full; to take the place of that form, use its id."}
	sampleField         = msg.Message{ID: "form/sample-field", VI: "tờ thử {file}, ô {field}: đọc là {read}, phải là {want}", EN: "the sample {file}, field {field}: read as {read}, should be {want}"}
	sampleFieldRemedy   = msg.Message{ID: "form/sample-field.remedy", VI: "Xem ô trên hình: tthclint inspect --forms THƯ-MỤC --png HÌNH TỆP; sửa places nếu ô lệch, sửa bảng nếu bảng ghi sai.", EN: "See the field in a picture: tthclint inspect --forms FOLDER --png PICTURE FILE; correct places if it is off, the table if that is wrong."}
	sampleValue         = msg.Message{ID: "form/sample-value", VI: "{column}: «{value}» không dùng được", EN: "{column}: «{value}» cannot be used"}
	sampleTableRemedy   = msg.Message{ID: "form/sample-table.remedy", VI: "Bảng labels.csv có cột file, form và mỗi ô một cột mang mã ô; ghi present (có), absent (trống), fingerprint (điểm chỉ) hoặc để trống.", EN: "labels.csv has the columns file, form and one for each field by its key, which says present, absent, fingerprint or nothing."}
	wordPresent         = msg.Message{ID: "form/word-present", VI: "có", EN: "present"}
	wordFingerprint     = msg.Message{ID: "form/word-fingerprint", VI: "điểm chỉ", EN: "a fingerprint"}
	wordAbsent          = msg.Message{ID: "form/word-absent", VI: "trống", EN: "empty"}
	wordUnsure          = msg.Message{ID: "form/word-unsure", VI: "chưa rõ", EN: "unsure"}

	tryOtherName       = msg.Message{ID: "form/try-name", VI: "tệp không được đọc vì tên không kết thúc bằng .yaml.", EN: "the file is not read, since its name does not end in .yaml."}
	tryOtherNameRemedy = msg.Message{ID: "form/try-name.remedy", VI: "Đổi đuôi tệp thành .yaml (chữ thường).", EN: "Let its name end in .yaml (small letters)."}
)
