package sign_test

import (
	"testing"

	"github.com/tthclint/tthclint/pkg/sign"
)

// TestStructure: elements come and go with annotations, and that is all (ISO
// 32000-2 14.7: the structure is what assistive technology reads out).
func TestStructure(t *testing.T) {
	const root = "Root/StructTreeRoot"
	elem := "<</Type /StructElem /S /Annot /P 16 0 R /K <</Type /OBJR /Obj 60 0 R /Pg 3 0 R>>>>"
	square := put(60, "<</Type /Annot /Subtype /Square /Rect [300 300 320 320]>>")
	onPage := set(oPage, "Annots", "[8 0 R 9 0 R 10 0 R 14 0 R 23 0 R 60 0 R]")
	judge(t, []change{
		{name: "annotation with its element added", edit: both(square, onPage, put(61, elem), set(oDocument, "K", "[17 0 R 18 0 R 61 0 R]"), set(oParents, "Nums", "[0 [17 0 R] 1 18 0 R 2 61 0 R]")),
			class: sign.ChangesAnnotation, code: sign.CodeAnnotationAdded, object: 60, page: 1, action: sign.ActionAdded},
		{name: "annotation with its element removed", edit: both(set(oPage, "Annots", "[8 0 R 9 0 R 14 0 R]"), set(oDocument, "K", "[17 0 R]")),
			class: sign.ChangesAnnotation, code: sign.CodeAnnotationRemoved, object: oNote, page: 1, action: sign.ActionRemoved},
		{name: "annotation changed, its element replaced", edit: both(set(oNote, "Contents", "(y)"), put(61, "<</Type /StructElem /S /Annot /P 16 0 R /K <</Type /OBJR /Obj 10 0 R /Pg 3 0 R>>>>"), set(oDocument, "K", "[17 0 R 61 0 R]")),
			class: sign.ChangesAnnotation, code: sign.CodeAnnotationChanged, object: oNote, page: 1, action: sign.ActionReplaced},
		{name: "annotation changed, its reference too", edit: both(set(oNote, "Contents", "(y)"), set(oAnnot, "K", "[<</Type /OBJR /Obj 10 0 R /Pg 3 0 R>>]")), class: sign.ChangesAnnotation},
		{name: "element of an annotation that stays removed", edit: set(oDocument, "K", "[17 0 R]"), class: sign.ChangesOther, code: sign.CodeStructureUpdated, object: oAnnot, action: sign.ActionRemoved},
		{name: "element of content removed", edit: set(oDocument, "K", "[18 0 R]"), class: sign.ChangesOther, code: sign.CodeStructureUpdated, object: oPara, action: sign.ActionRemoved},
		{name: "element of content added", edit: both(put(61, "<</Type /StructElem /S /P /P 16 0 R /Pg 3 0 R /K 1>>"), set(oDocument, "K", "[17 0 R 18 0 R 61 0 R]")),
			class: sign.ChangesOther, code: sign.CodeStructureUpdated, object: 61, action: sign.ActionAdded},
		{name: "elements in another order", edit: set(oDocument, "K", "[18 0 R 17 0 R]"), class: sign.ChangesOther, code: sign.CodeStructureUpdated},
		{name: "element says something else", edit: set(oPara, "ActualText", "(khac)"), class: sign.ChangesOther, code: sign.CodeStructureUpdated, object: oPara, action: sign.ActionAdded, detail: "StructElem/ActualText"},
		{name: "element of another type", edit: set(oPara, "S", "/Artifact"), class: sign.ChangesOther, code: sign.CodeStructureUpdated, object: oPara, detail: "StructElem/S"},
		{name: "annotation and element of content changed", edit: both(set(oNote, "Contents", "(y)"), set(oPara, "Lang", "(en)")), class: sign.ChangesOther, code: sign.CodeStructureUpdated, object: oPara},
		{name: "element moved to another parent", edit: both(set(oPara, "K", "[0 18 0 R]"), set(oDocument, "K", "[17 0 R]")), class: sign.ChangesOther, code: sign.CodeStructureUpdated},
		{name: "empty element with a text of its own", edit: both(put(61, "<</Type /StructElem /S /P /P 16 0 R /ActualText (khac)>>"), set(oDocument, "K", "[17 0 R 18 0 R 61 0 R]")), class: sign.ChangesOther, code: sign.CodeStructureUpdated, object: 61},
		{name: "what only calls itself a document timestamp, with its element", edit: both(
			put(60, "<</Type /Annot /Subtype /Widget /FT /Sig /T (ts) /Rect [0 0 0 0] /P 3 0 R /StructParent 2 /V 62 0 R>>"),
			put(61, elem), put(62, "<</Type /DocTimeStamp /SubFilter /ETSI.RFC3161 /Contents <00> /ByteRange [0 1 2 99999999]>>"),
			set(oPage, "Annots", "[8 0 R 9 0 R 10 0 R 14 0 R 23 0 R 60 0 R]", "Tabs", "/S"), fields("60 0 R", 0),
			set(oDocument, "K", "[17 0 R 18 0 R 61 0 R]"), set(oParents, "Nums", "[0 [17 0 R] 1 18 0 R 2 61 0 R]"), set(oRoot, "ParentTreeNextKey", "3")),
			class: sign.ChangesForm, code: sign.CodeTimestampAdded, object: 60, page: 1},
		{name: "role added", edit: set(oRoot, "RoleMap", "<</Chu /P /Ky /Form>>"), class: sign.ChangesForm, code: ""},
		{name: "role changed", edit: set(oRoot, "RoleMap", "<</Chu /Artifact>>"), class: sign.ChangesOther, code: sign.CodeStructureUpdated, detail: root},
		{name: "tree removed", edit: set(oCatalog, "StructTreeRoot", ""), class: sign.ChangesOther, code: sign.CodeStructureUpdated, action: sign.ActionRemoved},
		{name: "tree written anew, the same", edit: both(set(oRoot), set(oDocument), set(oPara), set(oAnnot), set(oParents)), class: sign.ChangesNone},
		{name: "outline written anew, the same", edit: both(set(oOutlines), set(oItem)), class: sign.ChangesNone},
		{name: "order of annotations follows the structure", edit: set(oPage, "Tabs", "/S"), class: sign.ChangesForm, code: "", object: oPage},
		{name: "order of annotations changed", edit: set(oPage, "Tabs", "/C"), class: sign.ChangesAnnotation, code: "", object: oPage},
	})
}
