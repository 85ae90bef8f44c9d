package check_test

import (
	"bytes"
	"context"
	"crypto/x509"
	"errors"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/indicator"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/ocr"
	"github.com/tthclint/tthclint/pkg/raster"
	"github.com/tthclint/tthclint/pkg/register"
	"github.com/tthclint/tthclint/pkg/report"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
	"github.com/tthclint/tthclint/pkg/sign/trust"
)

func sampleTrust(t *testing.T) *sign.Trust {
	t.Helper()
	anchors, err := sign.LoadTrust(os.DirFS("../../examples/trust"))
	require.NoError(t, err)
	return anchors
}

type signed struct {
	pdf   []byte
	trust *sign.Trust
}

// agencySigned returns a file that an agency alone has signed.
func agencySigned(t *testing.T) signed {
	t.Helper()
	root, err := signtest.NewAuthority("check", signtest.Subject{CommonName: "Test Root"})
	require.NoError(t, err)
	agency, err := root.Issue(signtest.Subject{CommonName: "ỦY BAN NHÂN DÂN PHƯỜNG 3"})
	require.NoError(t, err)
	out, err := signtest.Sign(signtest.Blank(1), agency, signtest.Options{Time: law.Date(2026, 3, 4)})
	require.NoError(t, err)
	return signed{out, sign.NewTrust([]*x509.Certificate{root.Cert}, nil)}
}

func results(t *testing.T, run *check.Run, err error) map[string]*lint.Result {
	t.Helper()
	require.NoError(t, err)
	all := map[string]*lint.Result{}
	for r, err := range run.Results(t.Context()) {
		require.NoError(t, err)
		all[r.Dossier] = r
	}
	return all
}

// jsonReport prints the samples as the command would.
func jsonReport(t *testing.T, o check.Options) []byte {
	t.Helper()
	run, err := check.Dir(t.Context(), os.DirFS("../../examples/ho-so"), o)
	require.NoError(t, err)
	var out bytes.Buffer
	p := report.NewJSON(&out, report.JSONOptions{Lang: msg.Vietnamese})
	require.NoError(t, p.Begin(run.Head()))
	for r, err := range run.Results(t.Context()) {
		require.NoError(t, err)
		require.NoError(t, p.Result(r))
	}
	require.NoError(t, p.End(run.Summary()))
	return out.Bytes()
}

func TestReportDoesNotDependOnJobs(t *testing.T) {
	o := check.Options{AsOf: law.Date(2026, 12, 1), Trust: sampleTrust(t)}
	o.Jobs = 1
	one := jsonReport(t, o)
	o.Jobs = 6
	assert.Equal(t, string(one), string(jsonReport(t, o)))
}

func TestRatesOfTheSamples(t *testing.T) {
	run, err := check.Dir(t.Context(), os.DirFS("../../examples/ho-so"), check.Options{AsOf: law.Date(2026, 12, 1), Trust: sampleTrust(t)})
	all := results(t, run, err)
	s := run.Summary()
	assert.Equal(t, len(all), s.Dossiers)
	assert.Equal(t, s.Dossiers, s.Accepted+s.Rejected+s.Undetermined)
	assert.NotZero(t, s.Accepted)
	assert.NotZero(t, s.Rejected)
	assert.NotZero(t, s.Undetermined)
	rates := map[string]lint.Rate{}
	for _, r := range s.Rates {
		rates[r.Key] = r
	}
	attached, usable, layers := rates["digitized-results"], rates["usable"], rates["two-layer"]
	assert.Equal(t, []string{"H20.30-250408-0002"}, attached.Failing, "nothing is attached")
	assert.Equal(t, attached.Numerator, usable.Denominator)
	assert.Equal(t, s.Accepted-1, usable.Numerator, "the dossier still being handled is accepted and has no result")
	assert.Equal(t, s.Undetermined, usable.Unchecked)
	assert.Len(t, usable.Failing, s.Rejected-1, "but for that without a result")
	assert.Equal(t, 17, layers.Numerator)
	assert.Equal(t, 17, rates["electronic-results"].Numerator)
	assert.Equal(t, lint.Join{Matched: 27, LinesOnly: 2}, s.Join)
}

func TestAgencyAloneIsAnElectronicResult(t *testing.T) {
	alone := agencySigned(t)
	fsys := fstest.MapFS{
		"H20.30-260304-0001-KQ1.pdf": {Data: alone.pdf},
		"ho-so.csv": {Data: []byte("Mã hồ sơ,Ngày tiếp nhận,Ngày hẹn trả,Ngày kết thúc xử lý,Màu bìa,Tên thủ tục hành chính\n" +
			"H20.30-260304-0001,04/03/2026,06/03/2026,05/03/2026,xanh,Cấp phép bay\n")},
	}
	run, err := check.Dir(t.Context(), fsys, check.Options{
		AsOf: law.Date(2026, 12, 1), Rules: []string{"sign"}, Trust: alone.trust, Targets: map[string]float64{"electronic-results": 0.5},
	})
	results(t, run, err)
	want := map[string][2]int{"electronic-results": {1, 1}, "two-layer": {0, 1}, "on-time": {1, 1}, "usable": {0, 0}}
	for _, r := range run.Summary().Rates {
		if n, ok := want[r.Key]; ok {
			assert.Equal(t, n, [2]int{r.Numerator, r.Denominator}, r.Key)
		}
		if r.Key == "electronic-results" {
			assert.Equal(t, 0.5, r.Target)
		}
	}
	reg := run.Head().Register
	assert.Equal(t, []lint.RegisterProcedure{{Name: "Cấp phép bay", Lines: 1}}, reg.Procedures)
	require.Len(t, reg.Notes, 1)
	assert.Equal(t, "unknown-header", reg.Notes[0].Kind)
	require.Len(t, reg.Lists, 1)
	assert.Equal(t, lint.RegisterColumn{Number: 1, Header: "Mã hồ sơ", Field: "code"}, reg.Lists[0].Columns[0])
}

func TestUnknownTargetIsAnError(t *testing.T) {
	_, err := check.Dir(t.Context(), fstest.MapFS{}, check.Options{Targets: map[string]float64{"ontime": 0.5}})
	var unknown *indicator.UnknownKeyError
	require.ErrorAs(t, err, &unknown)
}

func TestRulesOfIndicatorsExist(t *testing.T) {
	known := map[string]bool{}
	for _, r := range check.Rules() {
		known[r.ID] = true
	}
	for _, one := range indicator.All() {
		for _, id := range one.Needs() {
			assert.True(t, known[id], "%s needs %s", one.Key, id)
		}
	}
}

func TestTwoLayerRaisesToError(t *testing.T) {
	o := check.Options{AsOf: law.Date(2026, 12, 1), Rules: []string{"result", "pdf", "sign"}, TwoLayer: true, Trust: sampleTrust(t)}
	run, err := check.Dir(t.Context(), os.DirFS("../../examples/ho-so"), o)
	for id, r := range results(t, run, err) {
		for _, f := range r.Findings {
			assert.NotEqual(t, "sign/one-layer", f.Rule, "%s: all signed samples have both layers", id)
		}
	}

	alone := agencySigned(t)
	for twoLayer, want := range map[bool]lint.Verdict{false: lint.Accepted, true: lint.Rejected} {
		o := check.Options{AsOf: law.Date(2026, 12, 1), Rules: []string{"result", "sign"}, Procedure: "2.000815", TwoLayer: twoLayer, Trust: alone.trust}
		run, err := check.File(t.Context(), "a.pdf", bytes.NewReader(alone.pdf), int64(len(alone.pdf)), o)
		r := results(t, run, err)["a.pdf"]
		var rules []string
		for _, f := range r.Findings {
			rules = append(rules, f.Rule)
		}
		assert.ElementsMatch(t, []string{"sign/no-timestamp", "sign/one-layer", "sign/unknown-status"}, rules)
		assert.Equal(t, want, r.Verdict)
	}
}

func TestWithoutAnchorTrustIsNotChecked(t *testing.T) {
	run, err := check.Dir(t.Context(), os.DirFS("../../examples/ho-so"), check.Options{Rules: []string{"sign/untrusted"}, Trust: sign.NewTrust(nil, nil)})
	states := map[lint.State]int{}
	for id, r := range results(t, run, err) {
		assert.Empty(t, r.Findings, id)
		for _, o := range r.Outcomes {
			assert.NotEqual(t, lint.Passed, o.State, id)
			states[o.State]++
		}
	}
	assert.NotZero(t, states[lint.NotChecked])
	assert.Empty(t, run.Head().Anchors)
}

// TestBuiltInAnchorsAreTheDefault: the samples lead to the root of a sample
// authority, which nobody named. Where a file embeds the path to a root it is a
// stranger's; where a certificate is missing in between nothing is concluded.
func TestBuiltInAnchorsAreTheDefault(t *testing.T) {
	run, err := check.Dir(t.Context(), os.DirFS("../../examples/ho-so"), check.Options{Rules: []string{"sign/untrusted"}})
	all := results(t, run, err)
	found, unchecked := 0, 0
	for id, r := range all {
		found += len(r.Findings)
		for _, o := range r.Outcomes {
			assert.NotEqual(t, lint.Passed, o.State, id)
			if o.State == lint.NotChecked {
				unchecked++
			}
		}
	}
	assert.Equal(t, 1, found, "one sample embeds the whole path of a stranger")
	assert.Len(t, all["H20.30-240819-0011"].Findings, 1)
	assert.Greater(t, unchecked, 10)
	head := run.Head()
	require.Len(t, head.Anchors, 3)
	for _, a := range head.Anchors {
		assert.Equal(t, lint.BuiltIn, a.Origin)
		assert.Contains(t, a.Subject, a.Name)
		assert.Contains(t, a.Source, ".gov.vn/")
	}
	assert.False(t, head.Online)
	assert.Empty(t, head.Evidence)
	assert.Empty(t, head.Unchecked)
}

func TestHeadNamesForeignAnchors(t *testing.T) {
	o := check.Options{Trust: trust.Default().With(sampleTrust(t)), TrustSource: "examples/trust", EvidenceSource: "thu-hoi", Fetch: fetcher{}}
	run, err := check.Dir(t.Context(), fstest.MapFS{}, o)
	require.NoError(t, err)
	head := run.Head()
	require.Len(t, head.Anchors, 4)
	own := head.Anchors[3]
	assert.Equal(t, lint.Own, own.Origin)
	assert.Equal(t, "examples/trust", own.Source)
	assert.Len(t, own.SHA256, 64)
	assert.True(t, head.Online)
	assert.Equal(t, "thu-hoi", head.Evidence)
}

type fetcher struct{ sign.Fetcher }

func TestZeroOptions(t *testing.T) {
	for name, content := range map[string]string{"empty.pdf": "", "text.pdf": "xin chào", "cut.pdf": "%PDF-1.7\n1 0 obj\n<<"} {
		run, err := check.File(t.Context(), name, strings.NewReader(content), int64(len(content)), check.Options{})
		all := results(t, run, err)
		require.Contains(t, all, name)
		assert.Equal(t, lint.Rejected, all[name].Verdict, name)
		assert.Len(t, all[name].Findings, 1, "%s: one cause is told once", name)
	}
}

func TestRegisterInTheFolder(t *testing.T) {
	run, err := check.Dir(t.Context(), fstest.MapFS{
		"ho-so.csv": {Data: []byte("Số hồ sơ,Trạng thái hồ sơ,Ngày tiếp nhận\nH20.30-250408-0002,Đã trả kết quả,31/02/2025\n,Đang xử lý,\n")},
		"notes.txt": {Data: []byte("x")},
	}, check.Options{})
	all := results(t, run, err)
	assert.Equal(t, "ho-so.csv", run.Head().Register.File)
	assert.Equal(t, 2, run.Head().Register.Rows)
	assert.Equal(t, []string{"notes.txt"}, run.Head().Ignored)
	require.Len(t, all["H20.30-250408-0002"].Findings, 2)
	assert.Equal(t, "result/missing", all["H20.30-250408-0002"].Findings[0].Rule)
	assert.Equal(t, "flow/register-row", all["H20.30-250408-0002"].Findings[1].Rule)
	assert.Equal(t, lint.Rejected, all["ho-so.csv:3"].Verdict)
}

func TestWhatCannotRun(t *testing.T) {
	_, err := check.Dir(t.Context(), fstest.MapFS{}, check.Options{Rules: []string{"sign/mising"}})
	var unknown *lint.UnknownRuleError
	require.ErrorAs(t, err, &unknown)
	assert.Equal(t, "sign/missing", unknown.Suggestion)

	_, err = check.Dir(t.Context(), fstest.MapFS{"ho-so.csv": {Data: []byte("a,b\n")}}, check.Options{})
	var bad *register.Error
	assert.ErrorAs(t, err, &bad)

	_, err = check.Dir(t.Context(), os.DirFS("no/such/folder"), check.Options{})
	assert.ErrorIs(t, err, fs.ErrNotExist)
}

// failing cannot be read.
type failing struct{}

func (failing) ReadAt([]byte, int64) (int, error) { return 0, errors.New("disk") }

func TestReadErrorIsNotAPass(t *testing.T) {
	run, err := check.File(t.Context(), "a.pdf", failing{}, 100, check.Options{})
	r := results(t, run, err)["a.pdf"]
	assert.Equal(t, lint.Undetermined, r.Verdict)
	assert.Empty(t, r.Documents[0].SHA256)
}

func TestCancelled(t *testing.T) {
	run, err := check.Dir(t.Context(), os.DirFS("../../examples/ho-so"), check.Options{})
	require.NoError(t, err)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var last error
	for _, err := range run.Results(ctx) {
		last = err
	}
	assert.ErrorIs(t, last, context.Canceled)
}

// TestEngineVersions holds the stated versions of libraries against go.mod, and
// asks that what was not configured is not named.
func TestEngineVersions(t *testing.T) {
	mod, err := os.ReadFile("../../go.mod")
	require.NoError(t, err)
	renderer := raster.NewRenderer(raster.Options{})
	defer renderer.Close()
	engines := func(o check.Options) map[string]string {
		run, err := check.Dir(t.Context(), fstest.MapFS{}, o)
		require.NoError(t, err)
		all := map[string]string{}
		for _, e := range run.Head().Engines {
			all[e.Name] = e.Version
		}
		return all
	}
	named := engines(check.Options{Renderer: renderer, OCR: blind{}})
	for name, module := range map[string]string{"pdfcpu": "github.com/pdfcpu/pdfcpu", "go-pdfium": "github.com/klippa-app/go-pdfium"} {
		required := regexp.MustCompile(regexp.QuoteMeta(module) + ` (\S+)`).FindSubmatch(mod)
		require.NotNil(t, required, module)
		assert.Equal(t, string(required[1]), named[name])
	}
	assert.Equal(t, "blind 1", named["ocr"])
	plain := engines(check.Options{})
	assert.NotContains(t, plain, "go-pdfium")
	assert.NotContains(t, plain, "ocr")
}

// blind is an engine that reads nothing.
type blind struct{}

func (blind) Version() string { return "blind 1" }

func (blind) Read(ctx context.Context, _ *ocr.Picture, _ ocr.Layout) ([]ocr.Line, error) {
	return nil, ctx.Err()
}
