package main

import "github.com/tthclint/tthclint/pkg/msg"

// What the subcommand watch says.
var (
	helpFolderArg = msg.Message{ID: "help/folder-arg", VI: "THƯ-MỤC", EN: "FOLDER"}
	helpWatch     = msg.Message{ID: "help/watch", VI: "theo dõi thư mục máy quét, kiểm tra từng tệp PDF mới", EN: "watch a scanner's folder and check each new PDF"}
	helpWatchLong = msg.Message{
		ID: "help/watch-long",
		VI: `Theo dõi một thư mục và các thư mục con, kiểm tra từng tệp PDF mới hoặc vừa thay đổi ngay khi tệp đã ghi xong (dung lượng và giờ sửa không đổi, mở được; tệp rỗng được chờ khoảng một phút) và in kết quả của tệp đó. Chạy đến khi nhấn Ctrl-C. Dùng được với thư mục trên mạng. Tệp được xét riêng lẻ, không đối chiếu sổ theo dõi và không so giữa các hồ sơ: cuối ngày vẫn chạy «tthclint lint».

Mã thoát: 0 khi dừng bằng Ctrl-C, dù có phát hiện hay không; 2 không chạy được.`,
		EN: `Watches a folder and those below it, checks each PDF that is new or has changed as soon as it is written (size and time stand still, it opens; an empty file has about a minute) and prints what was found in it. It runs until Ctrl-C. Shares of a network will do. Files are judged alone, without a register and without comparing dossiers: run «tthclint lint» at the end of the day all the same.

Exit codes: 0 stopped by Ctrl-C, whatever was found; 2 it could not run.`,
	}
	helpWatchExample = msg.Message{
		ID: "help/watch-example",
		VI: "  tthclint watch may-quet\n  tthclint watch --existing --format ndjson may-quet > ket-qua.ndjson",
		EN: "  tthclint watch scanner\n  tthclint watch --existing --format ndjson scanner > results.ndjson",
	}
	helpWatchFormat = msg.Message{ID: "help/watch-format", VI: "`DẠNG` kết quả: text, ndjson (mặc định text)", EN: "`FORM` of the results: text, ndjson (default text)"}
	helpExisting    = msg.Message{ID: "help/existing", VI: "kiểm tra cả tệp đã có sẵn trong thư mục", EN: "also check the files that are there already"}
	helpSettle      = msg.Message{ID: "help/settle", VI: "`KHOẢNG` thời gian tệp phải đứng yên trước khi kiểm tra, như 500ms, 5s (mặc định 2s)", EN: "`TIME` for which a file must stand still before it is checked, as 500ms, 5s (default 2s)"}
	helpWatchQuiet  = msg.Message{ID: "help/watch-quiet", VI: "không báo bắt đầu, không báo tiến độ", EN: "do not tell of the start and of progress"}

	textWatching       = msg.Message{ID: "cmd/watching", VI: "Đang theo dõi «{dir}». Nhấn Ctrl-C để dừng.", EN: "Watching «{dir}». Press Ctrl-C to stop."}
	textWatchLost      = msg.Message{ID: "cmd/watch-lost", VI: "Không đọc được thư mục, sẽ thử lại: {reason}", EN: "The folder cannot be read, trying again: {reason}"}
	textInOrder        = msg.Message{ID: "cmd/in-order", VI: "{name} – không có lỗi", EN: "{name} – nothing found"}
	textNoFolder       = msg.Message{ID: "cmd/no-folder", VI: "chưa cho biết thư mục cần theo dõi.", EN: "no folder was named."}
	textNoFolderRemedy = msg.Message{ID: "cmd/no-folder.remedy", VI: "Ví dụ: tthclint watch may-quet", EN: "For example: tthclint watch scanner"}
	textNotFolder      = msg.Message{ID: "cmd/not-folder", VI: "«{path}» không phải thư mục.", EN: "«{path}» is no folder."}
)
