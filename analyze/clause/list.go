package clause

import "synoptic/analyze/doc"

// lists gives the items of a list the preposition of its first item: "talks with
// Norland, Sudland and Veld". Groups from first are those of one sentence. A list
// that opens the sentence, or that a verb follows, is left alone, since it can be
// a circumstance and a subject: "In Veld, Lund and Arden met".
func lists(d *doc.Doc, first int) {
	for i := first + 1; i < len(d.Groups); i++ {
		prep := d.Groups[i].Prep
		if prep < 0 || prep != d.Groups[i].From-1 || d.Lang.Clause.TimeNouns.Has(d.Tokens[d.Groups[i].Head].Norm) {
			continue
		}
		last, closed := i, false
		for k := i + 1; k < len(d.Groups) && !closed && d.Groups[k].Kind == doc.NounGroup && d.Groups[k].Prep < 0; k++ {
			comma, and := joint(d, d.Groups[last].To, d.Groups[k].From)
			if !comma && !and {
				break
			}
			last, closed = k, and
		}
		if !closed || last+1 < len(d.Groups) && d.Groups[last+1].Kind == doc.VerbGroup && d.Groups[last+1].From == d.Groups[last].To {
			continue
		}
		for k := i + 1; k <= last; k++ {
			d.Groups[k].Prep = prep
		}
	}
}

// joint tells what joins two items of a list: nothing but a comma, or a word such
// as "and" with or without a comma.
func joint(d *doc.Doc, from, to int) (comma, and bool) {
	switch {
	case to-from == 1 && d.Tokens[from].Norm == ",":
		return true, false
	case to-from == 1 && d.Tokens[from].UPOS == "CCONJ", to-from == 2 && d.Tokens[from].Norm == "," && d.Tokens[from+1].UPOS == "CCONJ":
		return false, true
	}
	return false, false
}
