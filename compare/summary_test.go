package compare_test

import (
	"slices"
	"strings"
	"testing"

	"synoptic/compare"
)

// TestSummaryQuotes has what somebody is quoted with told in short where little else is shared.
func TestSummaryQuotes(t *testing.T) {
	s := compare.New(read(
		"A fire burned down the old mill in Veld on Tuesday night.\n\n“The owners of this mill ignored every warning from our inspectors,” Ann Lund said.",
		"A fire burned down the old mill in Veld on Tuesday night, police said.\n\nAnn Lund said: “The owners of this mill ignored every warning from our inspectors.”",
	))
	var lines []string
	for _, c := range s.Summary {
		r := s.Claims[c].Reports[s.Claims[c].Best]
		lines = append(lines, r.Text(s.Docs[r.Doc].Text))
	}
	if len(lines) != 2 || !slices.ContainsFunc(lines, func(l string) bool { return strings.HasPrefix(l, "“The owners") }) {
		t.Errorf("in short: %q", lines)
	}
}
