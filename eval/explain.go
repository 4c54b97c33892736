package eval

import (
	"fmt"
	"io"
	"slices"

	"synoptic/dossier"
)

// Explain writes, for people who improve the program, what of the gold d has
// and what it lacks: one line for each entry of the gold, then what is shown
// beyond it. A mark begins each line: "=" found as scored strictly, "~" loosely,
// "-" not at all, "!" a tempting pair shown as a conflict, "+" beyond the gold.
func Explain(w io.Writer, d *dossier.Dossier, gold Gold) {
	shown := differences(d)
	matched := make([]bool, len(shown))
	fmt.Fprintln(w, "disagreements")
	for _, g := range gold.Disagreements {
		mark, by := "-", ""
		for i, s := range shown {
			if strictly(g, s) {
				mark, by, matched[i] = "=", s.ID+" "+s.Relation, true
			} else if loosely(g, s) {
				matched[i] = true
				if mark == "-" {
					mark, by = "~", s.ID+" "+s.Slot+" "+s.Relation
				}
			}
		}
		fmt.Fprintf(w, "%s %s %s: %s  [%s]\n", mark, g.Slot, g.Relation, g.About, by)
		if mark != "=" {
			for _, p := range g.Positions {
				fmt.Fprintf(w, "      %s: %s\n", p.Value, words(p.Evidence))
			}
		}
	}
	for i, s := range shown {
		if matched[i] {
			continue
		}
		fmt.Fprintf(w, "+ %s %s %s: %s\n", s.ID, s.Slot, s.Relation, s.About)
		for _, p := range s.Positions {
			fmt.Fprintf(w, "      %s: %s\n", p.Value, words(p.Evidence))
		}
	}
	fmt.Fprintln(w, "tempting pairs")
	for _, g := range gold.NotDisagreements {
		if s := conflictShown(g, gold, d); s != nil {
			fmt.Fprintf(w, "! %s: %s, as %s is none: %s\n", g.Slot, g.About, s.ID, g.Why)
		}
	}
	explainGroups(w, "quotes", quoteLabels(gold.Quotes), goldQuotes(gold.Quotes), foundQuotes(d))
	explainGroups(w, "claims", claimLabels(gold.Claims), goldClaims(gold.Claims), foundClaims(d))
	fmt.Fprintln(w, "only")
	only := soleReports(d)
	for _, e := range gold.Only {
		mark := "-"
		one := []dossier.Evidence{e}
		if anyFits(one, only, half) {
			mark = "="
		} else if anyFits(one, only, touch) {
			mark = "~"
		}
		fmt.Fprintf(w, "%s %s\n", mark, words(one))
	}
}

// explainGroups writes for each group of the gold in which groups its evidence
// was found, by any shared byte, and which of it was not. It is marked "=" when
// all of it stands in one group, "~" when some does or it stands in several.
func explainGroups(w io.Writer, name string, labels []string, groups, found [][]dossier.Evidence) {
	fmt.Fprintln(w, name)
	for k, group := range groups {
		var in []int
		var lost []dossier.Evidence
		for _, e := range group {
			if at := place(e, found, touch); at < 0 {
				lost = append(lost, e)
			} else {
				in = append(in, at+1)
			}
		}
		mark := "-"
		apart := slices.ContainsFunc(in, func(at int) bool { return at != in[0] })
		if len(in) > 0 && len(in) == len(group) && !apart {
			mark = "="
		} else if len(in) > 0 {
			mark = "~"
		}
		fmt.Fprintf(w, "%s %s  groups %v\n", mark, labels[k], in)
		for _, e := range lost {
			fmt.Fprintf(w, "      lost %s\n", words([]dossier.Evidence{e}))
		}
	}
}

func words(list []dossier.Evidence) string {
	s := ""
	for i, e := range list {
		if i > 0 {
			s += " | "
		}
		s += fmt.Sprintf("%s %q", e.Article, e.Text)
	}
	return s
}

func quoteLabels(quotes []GoldQuote) []string {
	var labels []string
	for _, q := range quotes {
		labels = append(labels, q.SpeakerName)
	}
	return labels
}

func claimLabels(claims []GoldClaim) []string {
	var labels []string
	for _, c := range claims {
		labels = append(labels, c.Label)
	}
	return labels
}
