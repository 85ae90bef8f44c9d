// Samplecheck compares the verdicts, rules and messages of a JSON report with a
// table of what the samples are expected to show. It prints every difference and
// exits with 1 if there is one.
//
//	samplecheck EXPECTED.csv REPORT.json
package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: samplecheck EXPECTED.csv REPORT.json")
		os.Exit(2)
	}
	differences, err := compareFiles(os.Args[1], os.Args[2])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	for _, d := range differences {
		fmt.Println(d)
	}
	if len(differences) > 0 {
		os.Exit(1)
	}
	fmt.Println("every sample has the verdict and the findings that were planted")
}

func compareFiles(expected, actual string) ([]string, error) {
	table, err := os.Open(expected)
	if err != nil {
		return nil, err
	}
	defer table.Close()
	report, err := os.Open(actual)
	if err != nil {
		return nil, err
	}
	defer report.Close()
	return compare(table, report)
}

// compare returns the differences between a table and a report, sorted.
func compare(expected, actual io.Reader) (differences []string, err error) {
	want, err := readExpected(expected)
	if err != nil {
		return nil, err
	}
	got, err := readReport(actual)
	if err != nil {
		return nil, err
	}
	for id, w := range want {
		if got[id] != w {
			differences = append(differences, fmt.Sprintf("%s: %q, want %q", id, got[id], w))
		}
		delete(got, id)
	}
	for id, g := range got {
		differences = append(differences, fmt.Sprintf("%s: %q, not expected at all", id, g))
	}
	slices.Sort(differences)
	return differences, nil
}

// readReport returns what was said of each dossier in the form of [said].
func readReport(r io.Reader) (map[string]string, error) {
	var report struct {
		Results []struct {
			Dossier  string
			Verdict  string
			Findings []struct{ Rule, MessageID string }
		}
	}
	if err := json.NewDecoder(r).Decode(&report); err != nil {
		return nil, err
	}
	got := map[string]string{}
	for _, result := range report.Results {
		if _, twice := got[result.Dossier]; twice {
			return nil, fmt.Errorf("%s: two results", result.Dossier)
		}
		var rules, messages []string
		for _, f := range result.Findings {
			rules, messages = append(rules, f.Rule), append(messages, f.MessageID)
		}
		got[result.Dossier] = said(result.Verdict, rules, messages)
	}
	return got, nil
}

// readExpected reads lines of dossier, verdict, rules, messages after a header.
func readExpected(r io.Reader) (map[string]string, error) {
	rows, err := csv.NewReader(r).ReadAll()
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 || !slices.Equal(rows[0], []string{"dossier", "verdict", "rules", "messages"}) {
		return nil, fmt.Errorf("the table does not begin with dossier,verdict,rules,messages")
	}
	want := map[string]string{}
	for _, row := range rows[1:] {
		want[row[0]] = said(row[1], strings.Fields(row[2]), strings.Fields(row[3]))
	}
	return want, nil
}

// said puts a verdict and what stands behind it into one line, each rule and
// message once.
func said(verdict string, rules, messages []string) string {
	slices.Sort(rules)
	slices.Sort(messages)
	return fmt.Sprint(verdict, " ", slices.Compact(rules), " ", slices.Compact(messages))
}
