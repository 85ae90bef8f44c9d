// Samplecheck compares the verdicts and rules of a JSON report with a table of
// what the samples are expected to show. It prints every difference and exits
// with 1 if there is one.
//
//	samplecheck EXPECTED.csv REPORT.json
package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
)

type report struct {
	Results []struct {
		Dossier  string
		Verdict  string
		Findings []struct{ Rule string }
	}
}

func main() {
	differences, err := compare(os.Args[1], os.Args[2])
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

func compare(expected, actual string) (differences []string, err error) {
	want, err := readExpected(expected)
	if err != nil {
		return nil, err
	}
	data, err := os.ReadFile(actual)
	if err != nil {
		return nil, err
	}
	var r report
	if err := json.Unmarshal(data, &r); err != nil {
		return nil, err
	}
	got := map[string]string{}
	for _, result := range r.Results {
		var rules []string
		for _, f := range result.Findings {
			if !slices.Contains(rules, f.Rule) {
				rules = append(rules, f.Rule)
			}
		}
		slices.Sort(rules)
		got[result.Dossier] = strings.TrimSpace(result.Verdict + " " + strings.Join(rules, " "))
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

// readExpected reads lines of dossier, verdict, rules after a header.
func readExpected(path string) (map[string]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, err
	}
	want := map[string]string{}
	for _, row := range rows[1:] {
		rules := strings.Fields(row[2])
		slices.Sort(rules)
		want[row[0]] = strings.TrimSpace(row[1] + " " + strings.Join(rules, " "))
	}
	return want, nil
}
