package main

import (
	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/register"
)

// fieldWords say what a column holds.
var fieldWords = map[dossier.Field]msg.Message{
	dossier.FieldCode:           fieldWordCode,
	dossier.FieldProcedure:      fieldWordProcedure,
	dossier.FieldProcedureName:  fieldWordProcedureName,
	dossier.FieldSector:         fieldWordSector,
	dossier.FieldDepartment:     fieldWordDepartment,
	dossier.FieldUnit:           fieldWordUnit,
	dossier.FieldStatus:         fieldWordStatus,
	dossier.FieldOwner:          fieldWordOwner,
	dossier.FieldOwnerID:        fieldWordOwnerId,
	dossier.FieldSets:           fieldWordSets,
	dossier.FieldSubmitted:      fieldWordSubmitted,
	dossier.FieldReceived:       fieldWordReceived,
	dossier.FieldDue:            fieldWordDue,
	dossier.FieldTransferred:    fieldWordTransferred,
	dossier.FieldResultReceived: fieldWordResultReceived,
	dossier.FieldFinished:       fieldWordFinished,
	dossier.FieldReturned:       fieldWordReturned,
	dossier.FieldSecondReceived: fieldWordSecondReceived,
	dossier.FieldSecondDue:      fieldWordSecondDue,
	dossier.FieldFile:           fieldWordFile,
	dossier.FieldResultCode:     fieldWordResultCode,
	dossier.FieldResultNumber:   fieldWordResultNumber,
	dossier.FieldResultIssued:   fieldWordResultIssued,
	dossier.FieldResultName:     fieldWordResultName,
	dossier.FieldResultIssuer:   fieldWordResultIssuer,
	dossier.FieldResultAbstract: fieldWordResultAbstract,
	dossier.FieldDigitized:      fieldWordDigitized,
	dossier.FieldChannel:        fieldWordChannel,
	dossier.FieldOrdinal:        fieldWordOrdinal,
	dossier.FieldAddress:        fieldWordAddress,
	dossier.FieldPhone:          fieldWordPhone,
	dossier.FieldOfficer:        fieldWordOfficer,
	dossier.FieldNote:           fieldWordNote,
}

// kindWords say what cells look like.
var kindWords = map[register.Kind]msg.Message{
	register.KindEmpty:     kindWordEmpty,
	register.KindDate:      kindWordDate,
	register.KindTextDate:  kindWordTextDate,
	register.KindCode:      kindWordCode,
	register.KindProcedure: kindWordProcedure,
	register.KindPhone:     kindWordPhone,
	register.KindID:        kindWordId,
	register.KindNumber:    kindWordNumber,
	register.KindFile:      kindWordFile,
	register.KindStatus:    kindWordStatus,
	register.KindUnit:      kindWordUnit,
	register.KindSector:    kindWordSector,
	register.KindTitle:     kindWordProcedureName,
	register.KindAddress:   kindWordAddress,
	register.KindName:      kindWordName,
	register.KindText:      kindWordText,
}

// faultKinds are the faults of lines in the order in which they are told.
var faultKinds = []struct {
	kind dossier.FaultKind
	word msg.Message
}{
	{dossier.FaultNoCode, faultWordNoCode},
	{dossier.FaultDuplicate, faultWordDuplicateCode},
	{dossier.FaultDate, faultWordBadDate},
	{dossier.FaultOrder, faultWordDueBeforeReceipt},
	{dossier.FaultCells, faultWordCellCount},
	{dossier.FaultQuote, faultWordQuote},
	{dossier.FaultFormula, faultWordFormula},
	{dossier.FaultNumber, faultWordBadNumber},
	{dossier.FaultEncoding, faultWordEncoding},
}
