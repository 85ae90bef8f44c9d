package main

import (
	"fmt"
	"html/template"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/form/score"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/report/overlay"
)

// album holds the pictures of wrong pages as files of a folder, and a page that
// shows them. A nil album holds nothing.
type album struct {
	page   string // path of the page
	folder string // of the pictures
	beside string // the folder as the page calls it
}

// newAlbum makes the folder: place itself, or where that ends in .html, one of
// that name beside it.
func newAlbum(place string) (*album, error) {
	if place == "" {
		return nil, nil
	}
	a := &album{page: filepath.Join(place, "index.html"), folder: place}
	if ext := filepath.Ext(place); strings.EqualFold(ext, ".html") {
		a.page, a.folder = place, strings.TrimSuffix(place, ext)
		a.beside = filepath.Base(a.folder) + "/"
	}
	if err := os.MkdirAll(a.folder, 0o755); err != nil {
		return nil, cannotWrite(err)
	}
	return a, nil
}

// pictureWidth is that of a picture in pixels.
const pictureWidth = 900

// add writes the picture of a page if it is wrong.
func (a *album) add(p *score.Page, shown *check.InspectedPage) error {
	if a == nil || shown == nil || shown.Picture == nil {
		return nil
	}
	if _, wrong := score.WrongOf(p); !wrong {
		return nil
	}
	o := overlay.Options{Crop: overlay.Around(shown.Reading), MaxWidth: pictureWidth}
	if shown.Reading != nil {
		o.Turned = shown.Reading.Rotation
	}
	image := overlay.Draw(shown.Picture, shown.Reading, o)
	return drawSmall(filepath.Join(a.folder, pictureName(p.Label.File)), image)
}

// pictureName is the name of the picture of a page, without folders.
func pictureName(file string) string {
	name := strings.TrimSuffix(file, filepath.Ext(file))
	return strings.NewReplacer("/", "-", `\`, "-").Replace(name) + ".png"
}

// link is the picture of a page as a document beside the folder calls it; empty
// where there is none.
func (a *album) link(file string) string {
	if a == nil {
		return ""
	}
	name := pictureName(file)
	if _, err := os.Stat(filepath.Join(a.folder, name)); err != nil {
		return ""
	}
	return filepath.Base(a.folder) + "/" + name
}

// finish writes the page that shows the pictures.
func (a *album) finish(t *score.Table, lang msg.Lang) error {
	if a == nil {
		return nil
	}
	type entry struct{ Text, Picture string }
	var groups []struct {
		Title   string
		Entries []entry
	}
	for _, fault := range score.Faults() {
		var entries []entry
		for i := range t.Wrong {
			w := &t.Wrong[i]
			if w.Fault != fault {
				continue
			}
			e := entry{Text: w.In(lang)}
			if link := a.link(w.File); link != "" {
				e.Picture = a.beside + path.Base(link)
			}
			entries = append(entries, e)
		}
		if len(entries) > 0 {
			groups = append(groups, struct {
				Title   string
				Entries []entry
			}{fmt.Sprintf("%s (%d)", fault.Word().In(lang), len(entries)), entries})
		}
	}
	return writePicture(a.page, true, func(f *os.File) error { return albumPage.Execute(f, groups) })
}

var albumPage = template.Must(template.New("album").Parse(`<!doctype html>
<meta charset="utf-8">
<title>tthclint form score</title>
<style>body{font:15px/1.4 sans-serif;max-width:960px;margin:2em auto}img{max-width:100%;border:1px solid #999}p{margin:2em 0 .3em}</style>
{{range .}}<h2>{{.Title}}</h2>
{{range .Entries}}<p>{{.Text}}</p>
{{with .Picture}}<img src="{{.}}" loading="lazy" alt="">
{{end}}{{end}}{{end}}`))
