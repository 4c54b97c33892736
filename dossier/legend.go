package dossier

import "slices"

// term is a word of the page with what it means.
type term struct{ Name, Means string }

// differenceTerms explains the words that the differences are labelled with, those
// that occur.
func (r *reading) differenceTerms() []term {
	var out []term
	has := func(is func(*Disagreement) bool) bool { return slices.ContainsFunc(r.loud, is) }
	for _, t := range []struct{ name, means string }{
		{"conflict", "both can't be right as they stand"},
		{"later figure", "a report gives another number than an earlier one, as when a toll rises"},
		{"one is more exact", "one lies within what the other leaves open"},
		{"one is surer", "one gives as a fact what another gives as likely, alleged or believed"},
		{"named by different roles", "one person, described in different ways; all can be right"},
		{"quoted in different words", "one utterance, reported in different words; all can be right, as translations are"},
	} {
		if has(func(g *Disagreement) bool { return g.relationName() == t.name }) {
			out = append(out, term{t.name, t.means})
		}
	}
	return out
}

// claimTerms explains the words beside claims, those that occur.
func (r *reading) claimTerms() []term {
	if len(r.claims) == 0 {
		return nil
	}
	out := []term{{"origins at most", "where the accounts come from: the sources named, or the outlet itself; there may be fewer, since reports hide what they take from each other"}}
	has := func(is func(*Claim) bool) bool { return slices.ContainsFunc(r.claims, is) }
	caveat := func(is func(*Report) bool) bool {
		return has(func(c *Claim) bool { return slices.ContainsFunc(r.reports(c), is) })
	}
	if has(func(c *Claim) bool { return len(r.shared(c)) > 0 }) {
		out = append(out, term{"same source", "several outlets have it from one and the same, and are no proof of each other"})
	}
	if caveat(func(p *Report) bool { return p.Unsure }) {
		out = append(out, term{another, "the words are alike, and may tell of something else; outlets and origins are counted without it"})
	}
	if caveat(func(p *Report) bool { return p.Hedge == "possible" || p.Hedge == "probable" }) {
		out = append(out, term{"hedged", "the report gives it as possible or probable, not as a fact"})
	}
	if caveat(func(p *Report) bool { return p.Hedge == "reported" && len(p.Chain) == 0 }) {
		out = append(out, term{"as reported", "the report has it from others, without saying from whom"})
	}
	if caveat(func(p *Report) bool { return p.Polarity == "denied" && r.divided[p] }) {
		out = append(out, term{"says not", "the report denies what others say"})
	}
	return out
}
