package main

import "github.com/tthclint/tthclint/pkg/msg"

// The help of what concerns the file of settings.
var (
	helpConfigFlag = msg.Message{ID: "help/config-flag", VI: "`TỆP` cấu hình (mặc định tthclint.yaml ở thư mục làm việc hoặc phía trên)", EN: "`FILE` of settings (default tthclint.yaml in the working folder or above)"}
	helpNoConfig   = msg.Message{ID: "help/no-config", VI: "không dùng tệp cấu hình nào", EN: "use no file of settings"}

	helpRegisterFormat = msg.Message{ID: "help/register-format", VI: "`DẠNG` kết quả: text, json, config (các dòng để ấn định cột trong tthclint.yaml); mặc định text", EN: "`FORM` of the output: text, json, config (the lines that fix the columns in tthclint.yaml); default text"}

	helpInit     = msg.Message{ID: "help/init", VI: "ghi tệp cấu hình mẫu tthclint.yaml", EN: "write a sample file of settings, tthclint.yaml"}
	helpInitLong = msg.Message{
		ID: "help/init-long",
		VI: `Ghi vào thư mục làm việc tệp tthclint.yaml có đủ các thiết lập, đều đang tắt, kèm lời giải thích. Xóa dấu # ở đầu dòng để dùng một thiết lập. Không ghi đè lên tệp đã có nếu không có --force.

Mã thoát: 0 đã ghi; 2 không ghi được hoặc đã có tệp.`,
		EN: `Writes a file tthclint.yaml into the working folder with every setting, all of them out of use, and a word on each. Delete the # at the beginning of a line to use a setting. A file that is there is not overwritten without --force.

Exit codes: 0 written; 2 it cannot be written, or there is one.`,
	}
	helpInitForce = msg.Message{ID: "help/init-force", VI: "ghi đè lên tệp đã có", EN: "overwrite a file that is there"}

	helpConfig     = msg.Message{ID: "help/config", VI: "tệp cấu hình tthclint.yaml: kiểm tra, xem", EN: "the file of settings, tthclint.yaml: verify, show"}
	helpConfigLong = msg.Message{
		ID: "help/config-long",
		VI: "Tệp cấu hình tthclint.yaml ghi những gì cơ quan muốn khác mặc định: tên cơ quan, người ký, thủ tục, chứng thư, mức độ, mục tiêu, cách đọc sổ. Tệp được tìm từ thư mục làm việc trở lên, hoặc chỉ ra bằng --config; không bao giờ lấy từ trong thư mục đang kiểm tra.",
		EN: "The file tthclint.yaml says what an office wants to be other than the default: names of the agency, officials, procedures, certificates, severities, targets, how registers are read. It is looked for from the working folder upward or named with --config, and never taken from the folder that is checked.",
	}
	helpConfigFile       = msg.Message{ID: "help/config-file", VI: "[TỆP]", EN: "[FILE]"}
	helpConfigVerify     = msg.Message{ID: "help/config-verify", VI: "kiểm tra tệp cấu hình và mọi thứ nó chỉ đến", EN: "check the file of settings and all that it names"}
	helpConfigVerifyLong = msg.Message{
		ID: "help/config-verify-long",
		VI: `Đọc tệp cấu hình (mặc định tệp sẽ được dùng ở thư mục này) và nêu mọi chỗ sai kèm dòng, cột; đọc cả các thư mục chứng thư, dữ liệu thu hồi và mẫu giấy tờ mà tệp chỉ đến.

Mã thoát: 0 dùng được; 2 có chỗ sai hoặc không có tệp.`,
		EN: `Reads the file of settings (by default the one that would be used in this folder) and tells everything that is wrong with line and column; reads also the folders of certificates, revocation data and forms that it names.

Exit codes: 0 it can be used; 2 something is wrong, or there is no file.`,
	}
	helpConfigVerifyExample = msg.Message{ID: "help/config-verify-example", VI: "  tthclint config verify\n  tthclint config verify phuong-sa-dec.yaml", EN: "  tthclint config verify\n  tthclint config verify our-office.yaml"}
	helpConfigSchema        = msg.Message{ID: "help/config-schema", VI: "in JSON Schema của tệp cấu hình", EN: "print the JSON Schema of the file of settings"}
	helpConfigShow          = msg.Message{ID: "help/config-show", VI: "in các thiết lập đang có hiệu lực và nguồn của từng thiết lập", EN: "print the settings in force and where each comes from"}
)

// What is said of the file of settings.
var (
	textConfigBoth         = msg.Message{ID: "cmd/config.both", VI: "--config và --no-config không dùng cùng nhau.", EN: "--config and --no-config exclude each other."}
	textConfigBothRemedy   = msg.Message{ID: "cmd/config.both-remedy", VI: "Bỏ một trong hai.", EN: "Leave one of them out."}
	textConfigInside       = msg.Message{ID: "cmd/config.inside", VI: "«{path}» nằm trong thư mục đang kiểm tra «{folder}» nên không được dùng: dữ liệu được kiểm tra không tự đặt cách kiểm tra.", EN: "«{path}» lies in the folder that is checked, «{folder}», and is not used: data under test does not configure its judge."}
	textConfigInsideRemedy = msg.Message{ID: "cmd/config.inside-remedy", VI: "Nếu «{path}» là của cơ quan thì chuyển ra ngoài thư mục hồ sơ (thư mục phía trên cũng được); nếu không thì xóa, hoặc thêm --no-config.", EN: "If «{path}» is your own, move it out of the folder of dossiers (the folder above will do); if not, delete it or add --no-config."}
	textConfigBeside       = msg.Message{ID: "cmd/config.beside", VI: "«{path}» nằm cạnh tệp đang kiểm tra «{pdf}» nên không được dùng: tệp cấu hình có thể đã đến cùng với nó.", EN: "«{path}» lies beside the file that is checked, «{pdf}», and is not used: they may have come together."}
	textConfigBesideRemedy = msg.Message{ID: "cmd/config.beside-remedy", VI: "Nếu «{path}» là của cơ quan thì chuyển lên thư mục phía trên, hoặc chỉ ra bằng --config; nếu không thì xóa, hoặc thêm --no-config.", EN: "If «{path}» is your own, move it to the folder above or name it with --config; if not, delete it or add --no-config."}
	textByConfig           = msg.Message{ID: "cmd/config.by", VI: "{path}, dòng {line}: {what}", EN: "{path}, line {line}: {what}"}
	textNoAnchorIn         = msg.Message{ID: "cmd/config.no-certificate", VI: "«{path}» không có chứng thư nào.", EN: "«{path}» holds no certificate."}
	textNoConfig           = msg.Message{ID: "cmd/config.none", VI: "không có tthclint.yaml ở thư mục này và các thư mục phía trên.", EN: "there is no tthclint.yaml in this folder or above it."}
	textNoConfigRemedy     = msg.Message{ID: "cmd/config.none-remedy", VI: "Ghi tệp mẫu: tthclint init; hoặc chỉ ra tệp: tthclint config verify TỆP", EN: "Write a sample: tthclint init; or name a file: tthclint config verify FILE"}
	textConfigGood         = msg.Message{ID: "cmd/config.good", VI: "{path}: dùng được, {n} mục thiết lập đang dùng.", EN: "{path}: it can be used; sections in use: {n}."}
	textConfigUnknownForm  = msg.Message{ID: "cmd/config.unknown-form", VI: "{path}, dòng {line}: thủ tục {code} nêu mẫu «{form}» không có.", EN: "{path}, line {line}: the procedure {code} names a form that does not exist, «{form}»."}
	textConfigListForms    = msg.Message{ID: "cmd/config.list-forms", VI: "Xem danh sách mẫu: tthclint form list", EN: "See the list of forms: tthclint form list"}
	textConfigNearForm     = msg.Message{ID: "cmd/config.did-you-mean-form", VI: "Có phải ý bạn là «{name}»? Danh sách: tthclint form list", EN: "Did you mean «{name}»? The list: tthclint form list"}

	textInitThere       = msg.Message{ID: "cmd/init.there", VI: "đã có «{path}», không ghi đè.", EN: "there is «{path}» already; it was not overwritten."}
	textInitThereRemedy = msg.Message{ID: "cmd/init.there-remedy", VI: "Sửa tệp đang có; hoặc thêm --force để thay bằng tệp mẫu (mất các thiết lập đã ghi).", EN: "Edit the file that is there; or add --force to put the sample in its place (its settings are lost)."}
	textInitDone        = msg.Message{ID: "cmd/init.done", VI: "Đã ghi {path}. Mở bằng Notepad, xóa dấu # trước thiết lập cần dùng, rồi kiểm tra: tthclint config verify", EN: "{path} was written. Open it in an editor, delete the # before what you need, then check it: tthclint config verify"}
	textInitFailed      = msg.Message{ID: "cmd/init.failed", VI: "không ghi được «{path}»: {reason}", EN: "«{path}» cannot be written: {reason}"}

	configNone     = msg.Message{ID: "cmd/config.show-none", VI: "Không dùng tệp cấu hình; mọi thiết lập theo mặc định.", EN: "No file of settings is used; everything is as by default."}
	configHead     = msg.Message{ID: "cmd/config.show-head", VI: "Tệp cấu hình: {path} (SHA-256 {sha256})", EN: "File of settings: {path} (SHA-256 {sha256})"}
	configFromLine = msg.Message{ID: "cmd/config.show-line", VI: "dòng {line}", EN: "line {line}"}
	configDefault  = msg.Message{ID: "cmd/config.show-default", VI: "mặc định", EN: "default"}
	configNothing  = msg.Message{ID: "cmd/config.show-nothing", VI: "–", EN: "–"}
)
