package check

import (
	"crypto/x509"
	"runtime"
	"time"

	"github.com/tthclint/tthclint/pkg/agency"
	"github.com/tthclint/tthclint/pkg/baseline"
	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/ocr"
	"github.com/tthclint/tthclint/pkg/procedure"
	"github.com/tthclint/tthclint/pkg/raster"
	"github.com/tthclint/tthclint/pkg/register"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/waiver"
)

// Options say how to check. The zero value works.
type Options struct {
	// AsOf is the time of the check; zero means the end of today in Vietnam, so
	// that reports of the same input on the same day are the same.
	AsOf time.Time

	// Trust holds the anchors that chains may end at and the certificates that
	// they may pass through. Nil means the built-in anchors ([trust.Default]);
	// with a store without any anchor ([sign.NewTrust]) trust is not checked.
	Trust *sign.Trust
	// TrustSource names where those anchors came from that do not say so
	// themselves, for the head of the report.
	TrustSource string

	// Evidence holds revocation data from outside the documents; nil means none.
	Evidence *sign.Evidence
	// EvidenceSource names where Evidence came from, for the head of the report.
	EvidenceSource string
	// Fetch obtains revocation data over the network; nil means never.
	Fetch sign.Fetcher
	// Permit is what may come after signing where a document does not say; where
	// it does, the stricter of both holds. See [sign.Options].
	Permit sign.Changes

	// Register is the register of the dossiers. Nil: [Dir] looks for one in the
	// root of the folder, [RegisterName] or another list of dossiers.
	Register *register.Register

	// Aliases are the names of columns that registers are read by, and Pinned what
	// their columns are; see [register.Options].
	Aliases *register.Aliases
	Pinned  []register.Mapping

	// Procedure is the procedure code of dossiers whose register line has none.
	Procedure string

	// Procedures are what is known of procedures; nil means [procedure.Builtin].
	// An office adds its own with [procedure.Table.With].
	Procedures *procedure.Table

	// Agency is what the agency whose results are checked says of itself: its
	// names and who may sign for it. Nil: nothing.
	Agency *agency.Profile

	// DueSoon is how many days before its due day an open dossier is told; 0
	// means 3, and a negative number never.
	DueSoon int

	// TwoLayer demands the signatures of a person and of an agency on every
	// result.
	TwoLayer bool

	// Rules names the rules to run, as ids or families; nil runs all.
	Rules []string

	// Severities replace the severity of rules, by id.
	Severities map[string]lint.Severity

	// Targets are the targets of indicators by their key ([indicator.Keys]), as
	// shares of 1, in place of those of [indicator.All]; 0 means none.
	Targets map[string]float64

	// Waivers are decisions that findings shall not count for a while; nil means
	// none. Those that have expired or met nothing are findings of the summary.
	Waivers *waiver.Set
	// Baseline holds findings of an earlier run, which the exit code leaves out,
	// and gathers those of this one; nil means none.
	Baseline *baseline.Baseline
	// BaselineSource names where Baseline came from, for the head of the report.
	BaselineSource string

	// Forms are the paper forms to recognise; nil means those built in. Forms of
	// one's own ([form.Load], [form.Set.With]) stand in the head of the report.
	Forms *form.Set

	// CodeFormats are the shapes of dossier codes; nil means those in use.
	CodeFormats []dossier.CodeFormat

	// RoleOf may tell whom a certificate stands for, from a list of the agency's
	// own; see [sign.Options].
	RoleOf func(*x509.Certificate) sign.Role

	// MaxPages is how many pages of a document are read; less than 1 means 20. A
	// document with more is not-checked where a rule needs its pages.
	MaxPages int

	// Renderer draws pages that are no plain scan. Nil: they are not-checked. The
	// caller closes it after the last result.
	Renderer *raster.Renderer

	// OCR reads the captions of forms. Nil: only layouts whose measures are known
	// are recognised. The caller closes it after the last result.
	OCR ocr.Engine

	// Values has an [Inspector] look for what is written on forms. The text of it is
	// personal data. [Dir] and [File] look where a rule asks.
	Values bool

	// RasterLimits and SignLimits bound the work on one file; zero means defaults.
	RasterLimits raster.Limits
	SignLimits   sign.Limits

	// Jobs is the number of dossiers judged at once; less than 1 means one per
	// processor, and at most 8.
	Jobs int

	// Config names the file that these options were taken from, for the head of
	// the report; nil means none. See package config.
	Config *lint.ConfigInfo

	// Version is the version of the program, for the head of the report.
	Version string
}

// DefaultJobs is the number of dossiers judged at once where the options name
// none: one per processor, at most eight.
func DefaultJobs() int { return min(runtime.GOMAXPROCS(0), 8) }
