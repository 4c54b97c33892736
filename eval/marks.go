package eval

import (
	"slices"

	"synoptic/dossier"
)

// marks add up what the scores of Compare are made of, over all events.
type marks struct {
	rates  []rate
	counts []rate // of which only got is used
}

// rate is how many were got of how many.
type rate struct {
	name    string
	got, of float64
}

func add(list *[]rate, name string, got, of float64) {
	i := slices.IndexFunc(*list, func(r rate) bool { return r.name == name })
	if i < 0 {
		i = len(*list)
		*list = append(*list, rate{name: name})
	}
	(*list)[i].got += got
	(*list)[i].of += of
}

// pair adds a precision and a recall.
func (m *marks) pair(name, suffix string, precise, shown, found, gold float64) {
	add(&m.rates, name+"_precision"+suffix, precise, shown)
	add(&m.rates, name+"_recall"+suffix, found, gold)
}

// scores are the rates in percent, with the F1 of each precision and recall
// beside each other, and the counts. A rate of nothing is 0.
func (m *marks) scores() map[string]float64 {
	scores := map[string]float64{}
	for _, r := range m.rates {
		scores[r.name] = 0
		if r.of > 0 {
			scores[r.name] = 100 * r.got / r.of
		}
	}
	for _, kind := range []string{"disagreements", "quotes_b3", "claims_b3", "entities_b3", "only", "copies"} {
		for _, suffix := range []string{"", "_loose"} {
			p, ok := scores[kind+"_precision"+suffix]
			if r := scores[kind+"_recall"+suffix]; ok {
				f := 0.0
				if p+r > 0 {
					f = 2 * p * r / (p + r)
				}
				scores[kind+"_f1"+suffix] = f
			}
		}
	}
	for _, c := range m.counts {
		scores[c.name] = c.got
	}
	return scores
}

// dossier adds what d makes of an event with that gold.
func (m *marks) dossier(d *dossier.Dossier, gold Gold) {
	if gold.Disagreements != nil {
		m.disagreements(differences(d), gold.Disagreements)
	}
	if gold.NotDisagreements != nil {
		add(&m.counts, "not_disagreements", float64(len(gold.NotDisagreements)), 0)
		shown := 0.0
		for _, pair := range gold.NotDisagreements {
			if conflictShown(pair, gold, d) != nil {
				shown++
			}
		}
		add(&m.counts, "conflicts_shown_of_not_disagreements", shown, 0)
	}
	if gold.Quotes != nil {
		m.groups("quotes_b3", goldQuotes(gold.Quotes), foundQuotes(d))
	}
	if gold.Claims != nil {
		m.groups("claims_b3", goldClaims(gold.Claims), foundClaims(d))
	}
	if gold.Entities != nil {
		var groups, found [][]dossier.Evidence
		for _, e := range gold.Entities {
			groups = append(groups, e.Mentions)
		}
		for _, e := range d.Entities {
			found = append(found, e.Mentions)
		}
		m.groups("entities_b3", groups, found)
	}
	if gold.Only != nil {
		only := soleReports(d)
		for _, l := range leasts {
			precise, found := 0.0, 0.0
			for _, e := range only {
				if anyFits([]dossier.Evidence{e}, gold.Only, l.least) {
					precise++
				}
			}
			for _, e := range gold.Only {
				if anyFits([]dossier.Evidence{e}, only, l.least) {
					found++
				}
			}
			m.pair("only", l.suffix, precise, float64(len(only)), found, float64(len(gold.Only)))
		}
	}
	if gold.Copies != nil {
		var made []Copy
		for _, a := range d.Articles {
			if a.CopyOf != nil {
				made = append(made, Copy{Article: a.ID, CopyOf: *a.CopyOf})
			}
		}
		want, got := copyPairs(gold.Copies), copyPairs(made)
		both := 0.0
		for _, p := range got {
			if slices.Contains(want, p) {
				both++
			}
		}
		m.pair("copies", "", both, float64(len(got)), both, float64(len(want)))
	}
}

// leasts are the two measures of fit, and how the names of scores tell them.
var leasts = []struct {
	least  float64
	suffix string
}{{half, ""}, {touch, "_loose"}}

func (m *marks) disagreements(shown []*dossier.Disagreement, gold []GoldDisagreement) {
	for _, measure := range []struct {
		match  func(GoldDisagreement, *dossier.Disagreement) bool
		suffix string
	}{{strictly, ""}, {loosely, "_loose"}} {
		pairs := pairUp(len(gold), len(shown), func(i, j int) bool { return measure.match(gold[i], shown[j]) })
		found := float64(count(pairs))
		m.pair("disagreements", measure.suffix, found, float64(len(shown)), found, float64(len(gold)))
	}
	for _, g := range gold {
		found, slot, relation := 0.0, 0.0, 0.0
		for _, d := range shown {
			if !loosely(g, d) {
				continue
			}
			found = 1
			if d.Slot == g.Slot {
				slot = 1
			}
			if d.Relation == g.Relation {
				relation = 1
			}
		}
		add(&m.rates, "disagreements_slot", slot, found)
		add(&m.rates, "disagreements_relation", relation, found)
	}
}

func (m *marks) groups(name string, groups, found [][]dossier.Evidence) {
	for _, l := range leasts {
		precision, fitted, recall, all := b3(groups, found, l.least)
		m.pair(name, l.suffix, precision, fitted, recall, all)
	}
}

// The evidence of quotations and claims, group by group.

func goldQuotes(quotes []GoldQuote) [][]dossier.Evidence {
	var groups [][]dossier.Evidence
	for _, q := range quotes {
		groups = append(groups, renderings(q.Renderings))
	}
	return groups
}

func foundQuotes(d *dossier.Dossier) [][]dossier.Evidence {
	var groups [][]dossier.Evidence
	for _, q := range d.Quotes {
		groups = append(groups, renderings(q.Renderings))
	}
	return groups
}

func renderings(list []dossier.Rendering) []dossier.Evidence {
	var evidence []dossier.Evidence
	for _, r := range list {
		evidence = append(evidence, r.Evidence)
	}
	return evidence
}

func goldClaims(claims []GoldClaim) [][]dossier.Evidence {
	var groups [][]dossier.Evidence
	for _, c := range claims {
		groups = append(groups, c.Reports)
	}
	return groups
}

func foundClaims(d *dossier.Dossier) [][]dossier.Evidence {
	var groups [][]dossier.Evidence
	for _, c := range d.Claims {
		var reports []dossier.Evidence
		for _, r := range c.Reports {
			reports = append(reports, r.Evidence)
		}
		groups = append(groups, reports)
	}
	return groups
}

// copyPairs returns the pairs of articles that are one report, each once and
// in order, whichever of them is called the original.
func copyPairs(copies []Copy) [][2]string {
	var groups [][]string
	at := func(id string) int {
		return slices.IndexFunc(groups, func(g []string) bool { return slices.Contains(g, id) })
	}
	for _, c := range copies {
		i, j := at(c.Article), at(c.CopyOf)
		switch {
		case i < 0 && j < 0:
			groups = append(groups, []string{c.Article, c.CopyOf})
		case i < 0:
			groups[j] = append(groups[j], c.Article)
		case j < 0:
			groups[i] = append(groups[i], c.CopyOf)
		case i != j:
			groups[min(i, j)] = append(groups[min(i, j)], groups[max(i, j)]...)
			groups = slices.Delete(groups, max(i, j), max(i, j)+1)
		}
	}
	var pairs [][2]string
	for _, g := range groups {
		slices.Sort(g)
		for i := range g {
			for j := i + 1; j < len(g); j++ {
				pairs = append(pairs, [2]string{g[i], g[j]})
			}
		}
	}
	return pairs
}
