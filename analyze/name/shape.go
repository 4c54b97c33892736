package name

import (
	"unicode"
	"unicode/utf8"

	"synoptic/article"
	"synoptic/span"
)

// shape looks at the letters of every token.
func (f *finder) shape() {
	d := f.d
	f.look = make([]look, len(d.Tokens))
	for i := range d.Tokens {
		t := &d.Tokens[i]
		l := &f.look[i]
		l.glued = i > 0 && d.Tokens[i-1].End == t.Start
		letters, uppers, digits, n := 0, 0, 0, 0
		for k, r := range d.Text[t.Start:t.End] {
			n++
			switch {
			case unicode.IsUpper(r):
				letters++
				uppers++
				l.upper = l.upper || k == 0
			case unicode.IsLetter(r):
				letters++
			case unicode.IsDigit(r):
				digits++
			}
		}
		l.word = letters > 0
		l.caps = letters > 1 && uppers == letters
		l.digits = digits > 0 && digits == n
		if !l.upper && uppers > 0 && letters > 1 && digits == 0 {
			l.upper = mixed(d.Text[t.Start:t.End]) // "iPhone", "eBay"
		}
	}
}

// mixed reports whether a word has its first capital as the second letter.
func mixed(w string) bool {
	_, n := utf8.DecodeRuneInString(w)
	r, _ := utf8.DecodeRuneInString(w[n:])
	return unicode.IsUpper(r)
}

// count settles how each sentence uses capitals, where they say nothing, and
// how often the article writes each word with and without one.
func (f *finder) count() {
	d := f.d
	f.style = make([]style, len(d.Sentences))
	for s := range d.Sentences {
		r := d.Sentences[s].Range
		f.style[s] = f.styleOf(r, d.Sentences[s].Paragraph == 0 || d.Sentences[s].Kind == article.Headline)
		initial := true
		for i := r.From; i < r.To; i++ {
			l := &f.look[i]
			if !l.word {
				switch d.Tokens[i].Norm {
				case "\"", "``", "'", ":", "•", "*", "?", "!", "...", "…":
					initial = true
				}
				continue
			}
			l.initial, initial = initial, false
			if f.style[s] != plain {
				continue
			}
			u := f.use(d.Tokens[i].Norm)
			switch {
			case !l.upper:
				u.lower++
			case !l.initial:
				u.middle++
				if !f.hyphen(i-1, r) && !f.hyphen(i+1, r) {
					u.alone++
				}
			}
		}
	}
}

// styleOf tells headlines from plain sentences. The first word does not count,
// nor do short ones, which headlines may leave in lower case. Top is true for
// what may well be a headline.
func (f *finder) styleOf(r span.Range, top bool) style {
	long, upper, words, caps := 0, 0, 0, 0
	first := true
	for i := r.From; i < r.To; i++ {
		l := f.look[i]
		if !l.word {
			continue
		}
		words++
		if l.caps {
			caps++
		}
		if !first && (f.d.Tokens[i].Len() >= 4 || !l.upper && !l.glued && !f.l.TitleLower.Has(f.d.Tokens[i].Norm)) {
			long++
			if l.upper {
				upper++
			}
		}
		first = false
	}
	switch {
	case words >= 3 && caps*10 >= words*8:
		return capitals
	case words >= 4 && long >= 3 && upper*10 >= long*8 && f.d.Tokens[r.To-1].Norm != ".":
		return titled
	case top && words >= 4 && long >= 2 && upper == long && f.d.Tokens[r.To-1].Norm != ".":
		return titled
	case words >= 6 && long >= 4 && upper*10 >= long*9:
		return titled
	}
	return plain
}

func (f *finder) use(norm string) *use {
	u := f.words[norm]
	if u == nil {
		u = &use{}
		f.words[norm] = u
	}
	return u
}

var unused use

// used returns how the article writes a word.
func (f *finder) used(norm string) *use {
	if u := f.words[norm]; u != nil {
		return u
	}
	return &unused
}

// hyphen reports whether token i of the sentence r is a hyphen between two
// words without gaps.
func (f *finder) hyphen(i int, r span.Range) bool {
	if i <= r.From || i+1 >= r.To {
		return false
	}
	switch f.d.Tokens[i].Norm {
	case "-", "–", "‑":
		return f.look[i].glued && f.look[i+1].glued
	}
	return false
}
