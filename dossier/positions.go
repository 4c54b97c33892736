package dossier

import (
	"slices"
	"strings"
)

func loudness(relation string) int {
	switch relation {
	case "conflicts":
		return 2
	case "refines", "updates":
		return 1
	}
	return 0
}

// relationName says in plain words how the positions of g stand to each other.
func (g *Disagreement) relationName() string {
	switch g.Relation {
	case "conflicts":
		return "conflict"
	case "refines":
		switch g.Slot {
		case "role":
			return "named by different roles"
		case "wording":
			return "quoted in different words"
		case "certainty":
			return "one is surer"
		}
		return "one is more exact"
	case "updates":
		return "later figure"
	case "compatible":
		return "said differently, no conflict"
	}
	return oneLine(g.Relation)
}

// worded is the most bytes of words that stand in for a subject.
const worded = 60

// subject says what g is about: where one or two words say it, the shortest words of a
// position that say more, without its value: "killed … people" for "people".
func (r *reading) subject(g *Disagreement) string {
	about := unquoted(oneLine(g.About))
	n := len(strings.Fields(about))
	most := 2
	switch g.Slot {
	case "role", "name", "wording":
		most = 0
	case "polarity":
		most = 3
	}
	if n > most {
		return clip(about, 80)
	}
	best := ""
	for _, p := range g.Positions {
		value := oneLine(p.Value)
		for _, e := range p.Evidence {
			words := oneLine(e.Text)
			if at := wholeWord(words, value); at >= 0 {
				before, after := strings.TrimSpace(words[:at]), strings.TrimSpace(words[at+len(value):])
				if words = after; before != "" {
					words = strings.TrimSpace(before + " … " + after)
				}
			} else if g.Slot == "polarity" {
				continue // the words would be those of one side
			}
			words = unquoted(strings.TrimRight(words, ",;:. "))
			if wholeWord(words, about) >= 0 && len(strings.Fields(words)) > n && len(words) <= worded && (best == "" || len(words) < len(best)) {
				best = words
			}
		}
	}
	if best != "" {
		return best
	}
	return about
}

// unquoted returns s without a quotation mark or comma that its cutting left
// at the ends.
func unquoted(s string) string { return strings.Trim(s, "\"“”‘’, ") }

// question says what the positions of g answer, where the relation does not say so.
func question(g *Disagreement) string {
	if g.Relation == "refines" && (g.Slot == "role" || g.Slot == "wording") {
		return ""
	}
	return slotName(g.Slot)
}

// slotName says in plain words what the positions answer.
func slotName(slot string) string {
	switch slot {
	case "count":
		return "how many"
	case "duration":
		return "how long"
	case "amount":
		return "how much"
	case "date":
		return "when"
	case "place":
		return "where"
	case "polarity":
		return "whether"
	case "certainty":
		return "how sure"
	case "name":
		return "which name"
	}
	return oneLine(slot)
}

// tally counts disagreements by relation: "2 conflicts, 1 later figure".
func (r *reading) tally() string {
	n := map[string]int{}
	for _, g := range r.loud {
		n[g.relationName()]++
	}
	var parts []string
	for _, k := range []struct{ relation, one, many string }{
		{"conflict", "conflict", "conflicts"},
		{"later figure", "later figure", "later figures"},
		{"one is more exact", "more exact", "more exact"},
		{"one is surer", "surer", "surer"},
		{"named by different roles", "role", "roles"},
		{"quoted in different words", "wording", "wordings"},
	} {
		if n[k.relation] > 0 {
			parts = append(parts, count(n[k.relation], k.one, k.many))
		}
	}
	return strings.Join(parts, ", ")
}

// bySide groups positions, by their index, so that those which do not conflict
// stand together.
func bySide(g *Disagreement) [][]int {
	var sides []int
	for i := range g.Positions {
		if s := g.Positions[i].Side; !slices.Contains(sides, s) {
			sides = append(sides, s)
		}
	}
	out := make([][]int, len(sides))
	for i := range g.Positions {
		k := slices.Index(sides, g.Positions[i].Side)
		out[k] = append(out[k], i)
	}
	return out
}

// silent lists the outlets that take no position.
func (r *reading) silent(g *Disagreement) []string {
	var out []string
	for _, name := range r.outlets {
		if !slices.ContainsFunc(g.Positions, func(p Position) bool { return r.takes(&p, name) }) {
			out = append(out, name)
		}
	}
	return out
}

func (r *reading) takes(p *Position, outlet string) bool {
	return slices.Contains(r.named(p.Outlets), outlet) || slices.ContainsFunc(p.Evidence, func(e Evidence) bool {
		a := r.article(e.Article)
		return a != nil && r.outletOf(a) == outlet
	})
}

// unseen lists the outlets of a position that none of its evidence is from.
func (r *reading) unseen(p *Position) []string {
	var out []string
	for _, name := range r.named(p.Outlets) {
		if !r.takes(&Position{Evidence: p.Evidence}, name) {
			out = append(out, name)
		}
	}
	return out
}

// who names the articles that the evidence is from, and which are copies.
func (r *reading) who(list []Evidence) []string {
	var out []string
	for _, e := range list {
		name := r.label(e.Article)
		if a := r.article(e.Article); a != nil && a.CopyOf != nil {
			name += " (copy)"
		}
		if !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// stated gives the report that evidence of g is part of. Whether it affirms or
// denies is told only where that is the question: the report of another
// question is a copy, of which nothing is known in divided.
func (r *reading) stated(g *Disagreement) func(Evidence) *Report {
	return func(e Evidence) *Report {
		p := r.report(e)
		if p == nil || g.Slot == "polarity" {
			return p
		}
		other := *p
		return &other
	}
}

// note says who stands behind an excerpt, in what part of the article it
// stands, and of a later figure, when it was published.
func (r *reading) note(g *Disagreement, x *excerpt) string {
	note := r.beside(x)
	if at := r.stamps[x.at[0].Article]; at != "" && g.Relation == "updates" {
		note = strings.TrimSuffix("published "+at+" · "+note, " · ")
	}
	return note
}

// beside says who stands behind an excerpt and in what part of the article it
// stands.
func (r *reading) beside(x *excerpt) string {
	var parts []string
	if s := r.part(x.at[0]); s != "" {
		parts = append(parts, s)
	}
	if s := r.behind(x.report); s != "" {
		parts = append(parts, s)
	}
	return strings.Join(parts, " · ")
}

// besideWording is beside for a wording of a claim, which may be of another fact.
func (r *reading) besideWording(x *excerpt) string {
	return strings.Trim(x.unsure()+" · "+r.beside(x), " ·")
}

// read says how the value of p was understood; empty when the value itself
// says it as plainly.
func (p *Position) read() string {
	unit := oneLine(p.Unit)
	switch {
	case p.Earliest != "":
		if s := dates(p.Earliest, p.Latest); s != oneLine(p.Value) {
			return s
		}
	case unit != "" && (p.Low == nil || p.High == nil || *p.Low != *p.High):
		return measure(p.Low, p.High, unit)
	}
	return ""
}
