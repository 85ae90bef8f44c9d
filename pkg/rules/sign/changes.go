package sign

import (
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/sign"
)

// changesOf says what was changed after a signature, of the worst class alone:
// the rest is harmless beside it.
func changesOf(s *signature) msg.Text {
	var all []msg.Text
	for i := range s.ChangeList {
		if c := &s.ChangeList[i]; c.Class == s.Changes {
			all = append(all, changeText(c))
		}
	}
	if len(all) == 0 { // nothing of the file's objects: what stands behind them
		for _, r := range s.Reasons {
			if what, ok := changeWords[r.Code]; ok {
				all = append(all, what.With())
			}
		}
	}
	if len(all) == 0 {
		all = append(all, somethingChanged.With())
	}
	return list(all)
}

// changeText says of one change what was done to which thing, and where.
func changeText(c *sign.Change) msg.Text {
	what, ok := changeWords[c.Code]
	if !ok {
		what = somethingChanged
	}
	text := what.With()
	if c.Field != "" {
		text = inFieldText.With("what", text, "field", c.Field)
	}
	if c.Page > 0 {
		text = onPageText.With("what", text, "page", c.Page)
	}
	if action, ok := actionWords[c.Action]; ok {
		return actionText.With("what", text, "action", action.With(), "object", c.Object)
	}
	if c.Object > 0 {
		return objectText.With("what", text, "object", c.Object)
	}
	return text
}

var (
	somethingChanged = msg.Message{ID: "change/unexplained", VI: "nội dung không giải thích được", EN: "something that nothing explains"}
	inFieldText      = msg.Message{ID: "change/in-field", VI: "{what} «{field}»", EN: "{what} «{field}»"}
	onPageText       = msg.Message{ID: "change/on-page", VI: "{what} ở trang {page}", EN: "{what} on page {page}"}
	actionText       = msg.Message{ID: "change/action", VI: "{what} (đối tượng {object} {action})", EN: "{what} (object {object} {action})"}
	objectText       = msg.Message{ID: "change/object", VI: "{what} (đối tượng {object})", EN: "{what} (object {object})"}
)

var actionWords = map[sign.Action]msg.Message{
	sign.ActionAdded:    {ID: "change/added", VI: "được thêm mới", EN: "added"},
	sign.ActionReplaced: {ID: "change/replaced", VI: "bị thay thế", EN: "replaced"},
	sign.ActionRemoved:  {ID: "change/removed", VI: "bị gỡ bỏ", EN: "removed"},
}

// changeWords name what was changed.
var changeWords = map[sign.Code]msg.Message{
	sign.CodePagesChanged:          {ID: "change/pages", VI: "các trang của tệp", EN: "the pages of the file"},
	sign.CodePageContent:           {ID: "change/page-content", VI: "nội dung", EN: "content"},
	sign.CodeAppearanceReplaced:    {ID: "change/appearance", VI: "hình hiển thị của ô hoặc chữ ký", EN: "the look of a field or signature"},
	sign.CodeAnnotationAdded:       {ID: "change/annotation-added", VI: "ghi chú hoặc hình dán thêm", EN: "an added comment or picture"},
	sign.CodeAnnotationChanged:     {ID: "change/annotation", VI: "ghi chú hoặc hình dán bị sửa", EN: "a changed comment or picture"},
	sign.CodeAnnotationRemoved:     {ID: "change/annotation-removed", VI: "ghi chú hoặc hình dán bị gỡ", EN: "a removed comment or picture"},
	sign.CodeFieldAdded:            {ID: "change/field-added", VI: "ô biểu mẫu thêm mới", EN: "an added form field"},
	sign.CodeFieldRemoved:          {ID: "change/field-removed", VI: "ô biểu mẫu bị gỡ", EN: "a removed form field"},
	sign.CodeFieldFilled:           {ID: "change/field-filled", VI: "ô biểu mẫu được điền", EN: "a filled form field"},
	sign.CodeFieldChanged:          {ID: "change/field", VI: "ô biểu mẫu bị sửa", EN: "a changed form field"},
	sign.CodeSignatureAdded:        {ID: "change/signature", VI: "chữ ký số ký thêm", EN: "a further signature"},
	sign.CodeTimestampAdded:        {ID: "change/timestamp", VI: "dấu thời gian thêm", EN: "a further timestamp"},
	sign.CodeDSSUpdated:            {ID: "change/dss", VI: "dữ liệu xác thực dài hạn", EN: "data for long-term validation"},
	sign.CodeMetadataUpdated:       {ID: "change/metadata", VI: "thông tin mô tả tệp", EN: "the document's metadata"},
	sign.CodeCatalogUpdated:        {ID: "change/catalog", VI: "thiết lập chung của tệp", EN: "the document's settings"},
	sign.CodeStructureUpdated:      {ID: "change/structure", VI: "cấu trúc văn bản", EN: "the document's structure"},
	sign.CodeTrailingData:          {ID: "change/trailing", VI: "dữ liệu lạ ghi sau chỗ kết thúc tệp", EN: "foreign data behind the end of the file"},
	sign.CodeUpdateDoubtful:        {ID: "change/doubtful", VI: "phần ghi thêm mà phần mềm khác có thể đọc khác đi", EN: "an update that other programs may read in another way"},
	sign.CodeDictionaryOverwrite:   {ID: "change/dictionary", VI: "thông tin của chính chữ ký bị ghi đè", EN: "the signature's own data, overwritten"},
	sign.CodeRemoved:               {ID: "change/signature-removed", VI: "chữ ký số bị gỡ", EN: "a removed signature"},
	sign.CodeRevisionUnlinked:      {ID: "change/unlinked", VI: "phần đã ký bị tách khỏi tệp", EN: "the signed part, cut off from the file"},
	sign.CodeChangeAnalysisLimited: {ID: "change/limited", VI: "quá nhiều thay đổi để xem hết", EN: "more changes than can be looked at"},
	sign.CodeUnexplained:           somethingChanged,
}

// changePlace returns the page of the worst change, where it is known.
func changePlace(doc *evidence.Document, s *signature) lint.Place {
	for _, c := range s.ChangeList {
		if c.Page > 0 && c.Class == s.Changes {
			return doc.PlaceOn(c.Page, lint.Box{})
		}
	}
	return doc.Place()
}
