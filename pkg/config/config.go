// Package config reads the settings of an office, tthclint.yaml, and makes
// options of them.
//
//	c, err := config.Parse("tthclint.yaml", src)
//	o := check.Options{Trust: …}
//	c.Apply(&o)
//
// Reading is strict: an unknown key, a value of the wrong kind, a name that does
// not exist or an entry that stands twice is a [Problem], and all of them come
// out at once, each with its line, column and an excerpt ([Error]). A file that
// says nothing changes nothing.
//
// The package opens no file and does not look for one: whoever runs a check
// decides where settings come from, and never takes them from what is checked.
// The paths in a [Config] are as they stand in the file, relative to its folder.
package config

import (
	"crypto/sha256"
	"encoding/hex"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/internal/strict"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/mistake"
)

// FileName is the name of the file.
const FileName = "tthclint.yaml"

// Config is what a file says. The zero value changes nothing. It is read-only
// and safe for concurrent use.
type Config struct {
	File   string // as its reader called it
	SHA256 string // of its bytes, lower-case hexadecimal

	Agency     Agency
	Officials  []Official
	Procedures []Procedure
	Layers     int // of digital signatures that every result needs: 1 or 2; 0 where the file does not say
	Trust      Trust
	Severities map[string]lint.Severity // by rule id
	Rules      Rules
	FailOn     lint.Severity      // 0 where the file does not say
	Targets    map[string]float64 // by key of indicator, shares of 1
	DueSoon    int                // days before the due day; 0 where the file does not say, -1 never
	Register   Register
	Forms      []string // folders of forms of one's own
	Jobs       int      // 0 where the file does not say
	OCR        string   // "builtin", "native", "none"; empty where the file does not say

	lines strict.Lines
}

// Agency is the agency whose results are checked.
type Agency struct {
	Name    string // of today
	Aliases []Alias
}

// Alias is another name of the agency, with the days on which it bore it.
type Alias struct {
	Name string
	In   law.Period
}

// Official is somebody who may sign for the agency.
type Official struct {
	Name, Title string
	In          law.Period // days in office
	Certificate Certificate
}

// Certificate tells a certificate by what stands in it; empty parts match any.
type Certificate struct {
	Name   string // the common name
	Serial string // lower-case hexadecimal without separators and leading zeros
}

// Procedure adds to what package procedure knows of one procedure, or replaces
// it.
type Procedure struct {
	Code       string // as "1.000894"
	Name       string
	Forms      []string // ids of forms that it ends with; nil where the file does not say
	Spouses    *bool    // wife and husband sign the result; nil where the file does not say
	Layers     int      // 1, 2; 0 where the file does not say
	In         law.Period
	Components []Component // nil where the file does not say
}

// Component is a paper that a procedure asks for.
type Component struct {
	Key, Name string
	Optional  bool     // it depends on the case
	Forms     []string // ids of forms that it may be
	Words     []string // any of them in a file's name tells it
}

// Trust says where certificates and revocation data lie.
type Trust struct {
	Anchors  []string // folders or files of certificates
	Only     bool     // neither those built in nor those imported
	Evidence string   // folder of revocation data
	Store    string   // folder of imported certificates
}

// Rules says which rules run.
type Rules struct {
	Only []string // ids or families; none: all
	Skip []string // ids or families
}

// Register says how lists of dossiers are read.
type Register struct {
	Headers  map[dossier.Field][]string // further names of columns
	Words    map[dossier.Field][]string // how texts of a column begin
	Statuses map[string]string          // number → words
	Footers  []string                   // beginnings of lines that are no dossiers
	Pinned   []Sheet
}

// Sheet fixes what the columns of a list are.
type Sheet struct {
	Name    string // empty: every sheet that is not named elsewhere
	Header  int    // line of the header, from 1
	Lines   int    // of the header: 1 or 2
	Columns []Column
}

// Column fixes what one column is.
type Column struct {
	Number int // from 1
	Field  dossier.Field
	Header string // as written; a list whose header differs is refused. Empty: any
}

// Error says what is wrong in a file, and Problem is one thing of it.
type (
	Error   = mistake.Error
	Problem = mistake.Problem
)

// maxFile bounds a file, in bytes.
const maxFile = 256 << 10

// Parse reads a file. name is what problems call it. The error is an [Error].
func Parse(name string, src []byte) (c *Config, err error) {
	sum := sha256.Sum256(src)
	c = &Config{File: name, SHA256: hex.EncodeToString(sum[:])}
	if c.lines, err = strict.Read(name, src, maxFile, c.keys()); err != nil {
		return nil, err
	}
	return c, nil
}

// Line returns the line on which a key stands, by its path ("trust.anchors",
// "procedures[0].code"), or 0 where the file does not have it.
func (c *Config) Line(path string) int { return c.lines[path] }
