package slip

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/tthclint/tthclint/pkg/report"
)

// Extension is how names of slips end.
const Extension = ".docx"

// maxName bounds the part of a name that comes from the dossier, in characters.
const maxName = 80

// name returns a file name for the slip of a dossier that no other has. Signs
// that Windows or a shell would not take become "-"; the words in front keep
// names like CON or -rf from being special.
func (p *printer) name(dossier string) string {
	clean := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || strings.ContainsRune("._- ()", r) {
			return r
		}
		return '-'
	}, report.Inert(dossier))
	runes := []rune(clean)
	base := "Phiếu chuyển trả " + strings.TrimRight(string(runes[:min(len(runes), maxName)]), ". ")
	name := base
	for n := 2; p.names[strings.ToLower(name)]; n++ {
		name = fmt.Sprintf("%s (%d)", base, n)
	}
	p.names[strings.ToLower(name)] = true
	return name + Extension
}
