package month

import "path"

// Want is what the linter must say of one dossier of a folder.
type Want struct {
	Dossier  string   // as reports call it
	Messages []string // ids, sorted
}

// Wants returns what the linter must say of a folder, in the order of the cases.
func (f *Folder) Wants() ([]Want, error) {
	dossiers := f.settle()
	if _, err := f.write(dossiers); err != nil { // tells the lines
		return nil, err
	}
	var all []Want
	for _, d := range dossiers {
		w := Want{d.Code, d.Messages()}
		if d.unlisted && d.name != "" { // nothing names its dossier
			w.Dossier = path.Base(d.resultName())
		}
		all = append(all, w)
		for _, line := range d.lines[min(1, len(d.lines)):] { // said twice
			all = append(all, Want{f.Register + ":" + line, []string{"flow/register-row.duplicate"}})
		}
	}
	return all, nil
}
