package register

import (
	"cmp"
	"slices"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/msg"
)

// notes gathers what is noted during a pass over the lines. Notes of one kind on
// one sheet are one note, with the first line and their number.
type notes struct {
	opened     []Note // when the file was opened
	lines      []Note
	procedures map[string]*procedure
}

// procedure is one that is not known.
type procedure struct {
	code, name, sheet string
	row, lines        int
}

// maxProcedures bounds how many unknown procedures are listed.
const maxProcedures = 1000

// line notes a line.
func (n *notes) line(k NoteKind, sheet string, row int) {
	for i := range n.lines {
		if at := &n.lines[i]; at.Kind == k && at.Sheet == sheet {
			at.Count++
			return
		}
	}
	n.lines = append(n.lines, Note{Kind: k, Sheet: sheet, Row: row, Count: 1})
}

// unknown notes a procedure that is not known.
func (n *notes) unknown(e *dossier.Entry) {
	key := e.Procedure + "\x00" + e.ProcedureName
	if n.procedures == nil {
		n.procedures = map[string]*procedure{}
	}
	p := n.procedures[key]
	if p == nil {
		if len(n.procedures) >= maxProcedures {
			return
		}
		p = &procedure{code: e.Procedure, name: e.ProcedureName, sheet: e.Sheet, row: e.Row}
		n.procedures[key] = p
	}
	p.lines++
}

var lineNotes = map[NoteKind]msg.Message{
	NoteHidden:    {ID: "register/note.hidden", VI: "{count} dòng bị ẩn (dòng đầu: {row}); vẫn được đọc.", EN: "{count} hidden row(s) (the first: {row}); they were read."},
	NoteRepeated:  {ID: "register/note.repeated", VI: "{count} dòng lặp lại tiêu đề (dòng đầu: {row}); bỏ qua.", EN: "{count} line(s) repeat the header (the first: {row}); passed over."},
	NoteAnother:   {ID: "register/note.another", VI: "{count} tiêu đề khác nằm giữa danh sách (dòng đầu: {row}); các dòng bên dưới được đọc theo tiêu đề đó.", EN: "{count} other header(s) stand within the list (the first: {row}); the lines below were read by it."},
	NoteRemark:    {ID: "register/note.remark", VI: "{count} dòng không phải hồ sơ (dòng đầu: {row}): tổng cộng, chữ ký, đề mục; bỏ qua.", EN: "{count} line(s) are no dossiers (the first: {row}): sums, signatures, headings; passed over."},
	NoteContinued: {ID: "register/note.continued", VI: "{count} dòng có ô mã gộp với dòng trên (dòng đầu: {row}); tính là một hồ sơ.", EN: "{count} line(s) share a merged code cell with the line above (the first: {row}); counted as one dossier."},
}

var (
	procedureNote   = msg.Message{ID: "register/note.procedure", VI: "Thủ tục chưa biết: {code} {name} ({count} dòng, dòng đầu: {row}).", EN: "Unknown procedure: {code} {name} ({count} line(s), the first: {row})."}
	shiftedNote     = msg.Message{ID: "register/note.shifted", VI: "Tiêu đề có {headers} cột, bên dưới chỉ có {columns} cột dữ liệu lệch với tiêu đề; đã xếp lại theo nội dung.", EN: "The header has {headers} columns, and {columns} columns of data stand shifted below it; they were put right by their content."}
	unsuitedNote    = msg.Message{ID: "register/note.unsuited", VI: "Cột {column} «{header}» không chứa ngày; không dùng.", EN: "Column {column} «{header}» does not hold days; it is not used."}
	unknownNote     = msg.Message{ID: "register/note.unknown", VI: "Cột {column} «{header}»: chưa hiểu; không dùng.", EN: "Column {column} «{header}» is not understood; it is not used."}
	headlessNote    = msg.Message{ID: "register/note.headless", VI: "Cột {column} không có tiêu đề chắc chắn; không dùng.", EN: "Column {column} has no certain header; it is not used."}
	headerTwiceNote = msg.Message{ID: "register/note.twice", VI: "Cột {column} «{header}»: cột khác mang cùng ý nghĩa được dùng.", EN: "Column {column} «{header}»: another column for the same is used."}
	textDatesNote   = msg.Message{ID: "register/note.text-dates", VI: "Cột {column} «{header}»: ngày được lưu dạng chữ; đọc theo ngày/tháng/năm.", EN: "Column {column} «{header}»: days are stored as text; they are read as day/month/year."}
	mixedDatesNote  = msg.Message{ID: "register/note.mixed-dates", VI: "Cột {column} «{header}»: có ngày dạng chữ và ngày dạng số. Excel có thể đã đảo ngày với tháng ở các ô dạng số; hãy xuất lại.", EN: "Column {column} «{header}»: some days are text and some are stored as such. Excel may have swapped day and month in the latter; export the list again."}
	hiddenSheetNote = msg.Message{ID: "register/note.hidden-sheet", VI: "Trang «{sheet}» bị ẩn; vẫn được đọc.", EN: "Sheet «{sheet}» is hidden; it was read."}
	noListNote      = msg.Message{ID: "register/note.no-list", VI: "Trang «{sheet}» không có danh sách hồ sơ; không đọc.", EN: "Sheet «{sheet}» holds no list of dossiers; it was not read."}
	notPinnedNote   = msg.Message{ID: "register/note.not-pinned", VI: "Trang «{sheet}» không có trong cấu hình; không đọc.", EN: "Sheet «{sheet}» is not in the configuration; it was not read."}
)

// Notes returns what was noted when the file was opened and during the last pass
// over its lines, complete once that has ended. What concerns columns is in the
// notes of the mappings.
func (f *File) Notes() []Note {
	all := slices.Clone(f.notes.opened)
	for _, n := range f.notes.lines {
		n.Text = lineNotes[n.Kind].With("count", n.Count, "row", n.Row)
		all = append(all, n)
	}
	var unknown []Note
	for _, p := range f.notes.procedures {
		unknown = append(unknown, Note{Kind: NoteProcedure, Sheet: p.sheet, Row: p.row, Count: p.lines,
			Text: procedureNote.With("code", p.code, "name", p.name, "count", p.lines, "row", p.row)})
	}
	slices.SortFunc(unknown, func(a, b Note) int { return cmp.Or(cmp.Compare(a.Sheet, b.Sheet), cmp.Compare(a.Row, b.Row)) })
	return append(all, unknown...)
}
