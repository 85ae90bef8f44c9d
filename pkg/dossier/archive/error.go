package archive

import (
	"errors"
	"io/fs"

	"github.com/tthclint/tthclint/pkg/msg"
)

// Error says why an archive, or an entry of one, cannot be read, in words for
// people. That of an entry comes in a [fs.PathError] with its path.
type Error struct {
	Because msg.Text
	Err     error // what lies under it; may be nil
}

func (e *Error) Error() string { return e.Because.In(msg.English) }

func (e *Error) Unwrap() error { return e.Err }

// Text returns the reason in both languages.
func (e *Error) Text() msg.Text { return e.Because }

// Reasons to refuse an archive.
var (
	errDamaged = errors.New("archive: damaged, or no .zip")
	errSplit   = errors.New("archive: divided into several files")
	errTooMany = errors.New("archive: too many entries")
	errOverlap = errors.New("archive: entries overlap")
	errBomb    = errors.New("archive: inflates to more than is permitted")
)

// wholeError puts an error about the archive into words.
func wholeError(err error) error {
	for _, known := range []struct {
		err  error
		text msg.Message
	}{
		{errDamaged, damagedText}, {errSplit, splitText}, {errTooMany, tooManyText}, {errOverlap, overlapText}, {errBomb, bombText},
	} {
		if errors.Is(err, known.err) {
			return &Error{Because: known.text.With(), Err: err}
		}
	}
	return err
}

// entryError says why an entry cannot be read.
func entryError(name string, text msg.Text, err error) error {
	return &fs.PathError{Op: "open", Path: name, Err: &Error{Because: text, Err: err}}
}

// damaged says that an entry is not what the directory says. An error of the
// file system under the archive stays what it is.
func damaged(name string, err error) error {
	if errors.As(err, new(*fs.PathError)) {
		return err
	}
	return entryError(name, damagedEntryText.With(), err)
}

var (
	damagedText = msg.Message{
		ID: "archive/damaged",
		VI: "tệp nén bị hỏng hoặc không phải tệp .zip. Tạo lại tệp nén, hoặc giải nén rồi kiểm tra thư mục.",
		EN: "the archive is damaged or no .zip file. Make it again, or extract it and check the folder.",
	}
	splitText = msg.Message{
		ID: "archive/split",
		VI: "tệp nén bị chia thành nhiều phần. Giải nén rồi kiểm tra thư mục.",
		EN: "the archive is divided into several files. Extract it and check the folder.",
	}
	tooManyText = msg.Message{
		ID: "archive/too-many",
		VI: "tệp nén có quá nhiều mục. Chia thành nhiều tệp nén, hoặc giải nén rồi kiểm tra thư mục.",
		EN: "the archive has too many entries. Make several of it, or extract it and check the folder.",
	}
	overlapText = msg.Message{
		ID: "archive/overlap",
		VI: "các mục trong tệp nén chồng lên nhau nên không đọc. Tạo lại tệp nén từ thư mục gốc.",
		EN: "entries of the archive overlap, so it is not read. Make it again from the folder.",
	}
	bombText = msg.Message{
		ID: "archive/bomb",
		VI: "tệp nén bung ra lớn bất thường nên không đọc. Chia thành nhiều tệp nén, hoặc giải nén rồi kiểm tra thư mục.",
		EN: "the archive inflates to more than is reasonable and is not read. Make several of it, or extract it and check the folder.",
	}

	escapesText = msg.Message{
		ID: "archive/escapes",
		VI: "tên trong tệp nén dẫn ra ngoài thư mục nên không đọc. Tạo lại tệp nén từ thư mục hồ sơ.",
		EN: "this name in the archive leads out of the folder, so it is not read. Make the archive again from the folder of dossiers.",
	}
	longNameText = msg.Message{
		ID: "archive/long-name",
		VI: "tên trong tệp nén quá dài hoặc quá nhiều cấp thư mục nên không đọc. Rút ngắn rồi tạo lại tệp nén.",
		EN: "this name in the archive is too long or has too many folders, so it is not read. Shorten it and make the archive again.",
	}
	emptyNameText = msg.Message{
		ID: "archive/name",
		VI: "tên trong tệp nén không dùng được nên không đọc. Đổi tên rồi tạo lại tệp nén.",
		EN: "this name in the archive cannot be used, so it is not read. Rename it and make the archive again.",
	}
	clashText = msg.Message{
		ID: "archive/clash",
		VI: "trong tệp nén vừa là tệp vừa là thư mục nên không đọc. Đổi tên rồi tạo lại tệp nén.",
		EN: "in the archive this is a file and a folder at once, so it is not read. Rename one and make the archive again.",
	}
	twiceText = msg.Message{
		ID: "archive/twice",
		VI: "tệp nén có nhiều mục cùng tên này, không rõ mục nào đúng. Giữ lại một rồi tạo lại tệp nén.",
		EN: "several entries of the archive have this name, and which is meant is not certain. Keep one and make the archive again.",
	}
	linkText = msg.Message{
		ID: "archive/link",
		VI: "mục trong tệp nén là liên kết, không phải tệp. Đặt tệp thật vào rồi tạo lại tệp nén.",
		EN: "this entry of the archive is a link and no file. Put the file itself there and make the archive again.",
	}
	passwordText = msg.Message{
		ID: "archive/password",
		VI: "mục trong tệp nén có mật khẩu. Giải nén bằng mật khẩu rồi kiểm tra thư mục.",
		EN: "this entry of the archive has a password. Extract it with the password and check the folder.",
	}
	methodText = msg.Message{
		ID: "archive/method",
		VI: "mục trong tệp nén dùng kiểu nén không đọc được. Giải nén rồi kiểm tra thư mục, hoặc nén lại bằng Windows.",
		EN: "this entry of the archive is compressed in a way that is not read. Extract it and check the folder, or compress it with Windows.",
	}
	largeText = msg.Message{
		ID: "archive/large",
		VI: "mục nén lớn hơn {limit} MiB nên không đọc trong tệp nén. Giải nén rồi kiểm tra thư mục.",
		EN: "this compressed entry is larger than {limit} MiB and is not read in the archive. Extract it and check the folder.",
	}
	damagedEntryText = msg.Message{
		ID: "archive/damaged-entry",
		VI: "mục trong tệp nén bị hỏng. Tạo lại tệp nén từ tệp gốc.",
		EN: "this entry of the archive is damaged. Make the archive again from the file itself.",
	}
)
