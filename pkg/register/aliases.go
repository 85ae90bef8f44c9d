package register

import (
	_ "embed"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/internal/aliaskeys"
	"github.com/tthclint/tthclint/pkg/internal/strict"
	"github.com/tthclint/tthclint/pkg/msg"
)

//go:embed aliases.yaml
var builtinAliases []byte

// Aliases say by which names systems call the columns of a register, and what
// else of their words must be known to read it. They are data: those built in
// are in aliases.yaml, and [Aliases.With] adds more.
type Aliases struct {
	Headers  map[dossier.Field][]string // as written; compared by [dossier.Fold]
	Footers  []string                   // beginnings of lines that are no dossiers
	Statuses map[string]string          // number of the portal → its words
	Words    map[dossier.Field][]string // how texts of a column begin

	fields  map[string]dossier.Field   // folded header → meaning
	footers []string                   // folded
	words   map[dossier.Field][]string // folded
	spelled map[dossier.Field][]string // the same in lower case
}

// BuiltinAliases returns the aliases that the library comes with.
func BuiltinAliases() (*Aliases, error) { return ParseAliases("aliases.yaml", builtinAliases) }

// maxAliases bounds a file of aliases, in bytes.
const maxAliases = 64 << 10

// ParseAliases reads aliases in YAML, in the form of the file aliases.yaml of
// this package. name is what problems call the file. The error, a
// [mistake.Error], holds everything that is wrong in it.
func ParseAliases(name string, src []byte) (*Aliases, error) {
	var n aliaskeys.Names
	if _, err := strict.Read(name, src, maxAliases, strict.Object(n.Keys(allFields)...)); err != nil {
		return nil, err
	}
	return NewAliases(Aliases{Headers: n.Headers, Footers: n.Footers, Statuses: n.Statuses, Words: n.Words})
}

// NewAliases returns aliases of these names, ready for use. The error says which
// header stands for two things.
func NewAliases(names Aliases) (*Aliases, error) {
	return &names, names.prepare()
}

// With returns aliases with those of more added. A header of more goes before
// the same one of a.
func (a *Aliases) With(more *Aliases) *Aliases {
	sum := &Aliases{
		Headers: map[dossier.Field][]string{}, Words: map[dossier.Field][]string{}, Statuses: map[string]string{},
		Footers: slices.Concat(a.Footers, more.Footers),
	}
	for _, from := range []*Aliases{a, more} {
		for f, names := range from.Headers {
			for _, name := range names {
				if other, taken := more.fields[dossier.Fold(name)]; from == a && taken && other != f {
					continue
				}
				sum.Headers[f] = append(sum.Headers[f], name)
			}
		}
		for f, words := range from.Words {
			sum.Words[f] = append(sum.Words[f], words...)
		}
		for number, words := range from.Statuses {
			sum.Statuses[number] = words
		}
	}
	_ = sum.prepare() // cannot fail: both were prepared, and doubles were left out
	return sum
}

// prepare folds what is compared.
func (a *Aliases) prepare() error {
	a.fields, a.footers = map[string]dossier.Field{}, nil
	a.words, a.spelled = map[dossier.Field][]string{}, map[dossier.Field][]string{}
	for f, names := range a.Headers {
		if !slices.Contains(allFields, f) {
			return &Error{Because: aliasesFieldText.With("key", string(f), "known", joined(allFields))}
		}
		for _, name := range names {
			key := dossier.Fold(name)
			if other, taken := a.fields[key]; taken && other != f {
				return &Error{Because: aliasesBothText.With("name", name, "one", string(min(f, other)), "other", string(max(f, other)))}
			}
			a.fields[key] = f
		}
	}
	for _, name := range a.Footers {
		a.footers = append(a.footers, dossier.Fold(name))
	}
	for f, words := range a.Words {
		for _, word := range words {
			a.words[f] = append(a.words[f], dossier.Fold(word))
			a.spelled[f] = append(a.spelled[f], strings.ToLower(norm.NFC.String(word)))
		}
	}
	return nil
}

// field returns what a header stands for, or "".
func (a *Aliases) field(header string) dossier.Field { return a.fields[dossier.Fold(header)] }

// footer reports whether a line that begins with a text is no dossier.
func (a *Aliases) footer(first string) bool {
	folded := dossier.Fold(first)
	return slices.ContainsFunc(a.footers, func(f string) bool {
		return folded == f || strings.HasPrefix(folded, f+" ")
	})
}

// status puts the words of the portal in the place of its number.
func (a *Aliases) status(value string) string {
	if words, ok := a.Statuses[value]; ok {
		return words
	}
	return value
}

// allFields are the columns in the order in which people read them.
var allFields = []dossier.Field{
	dossier.FieldCode, dossier.FieldProcedure, dossier.FieldProcedureName, dossier.FieldSector, dossier.FieldDepartment,
	dossier.FieldUnit, dossier.FieldStatus, dossier.FieldOwner, dossier.FieldOwnerID, dossier.FieldSets,
	dossier.FieldSubmitted, dossier.FieldReceived, dossier.FieldDue, dossier.FieldTransferred, dossier.FieldResultReceived,
	dossier.FieldFinished, dossier.FieldReturned, dossier.FieldSecondReceived, dossier.FieldSecondDue, dossier.FieldFile,
	dossier.FieldResultCode, dossier.FieldResultNumber, dossier.FieldResultIssued,
	dossier.FieldResultName, dossier.FieldResultIssuer, dossier.FieldResultAbstract, dossier.FieldDigitized, dossier.FieldChannel,
	dossier.FieldOrdinal, dossier.FieldAddress, dossier.FieldPhone, dossier.FieldOfficer, dossier.FieldNote,
}

// Fields returns everything that a column can hold.
func Fields() []dossier.Field { return slices.Clone(allFields) }

var (
	aliasesBothText  = msg.Message{ID: "register/aliases-both", VI: "tiêu đề «{name}» được ghi cho cả hai cột {one} và {other}; chỉ giữ ở một cột", EN: "the header «{name}» stands for both {one} and {other}; keep it for one of them"}
	aliasesFieldText = msg.Message{ID: "register/aliases-field", VI: "không có cột «{key}»; các cột: {known}", EN: "there is no column «{key}»; the columns are {known}"}
)

func joined(fields []dossier.Field) string {
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = string(f)
	}
	return strings.Join(names, ", ")
}
