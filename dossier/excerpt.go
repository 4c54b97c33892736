package dossier

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"synoptic/analyze/doc"
)

// excerpt is evidence shown within its sentence.
type excerpt struct {
	pieces []piece
	at     []Evidence // what it shows; of copies, all
	report *Report    // what stands behind it, or nil
}

// piece is a stretch of an excerpt: evidence, or faint, the words around it.
type piece struct {
	text  string
	faint bool
}

// says tells whether p holds a letter or digit.
func (p *piece) says() bool {
	return strings.ContainsFunc(p.text, func(c rune) bool { return !apart(c) })
}

// another marks what may be of another fact than what it stands with.
const another = "perhaps another fact"

// unsure says that what is shown may be of another fact than what it stands with; empty
// where that is sure.
func (x *excerpt) unsure() string {
	if x.report != nil && x.report.Unsure {
		return another
	}
	return ""
}

// around is the most bytes of a sentence shown on either side of the evidence,
// and between two pieces of it.
const around = 140

// words returns what is shown, evidence and the words around it.
func (x *excerpt) words() string {
	var b strings.Builder
	for _, p := range x.pieces {
		b.WriteString(p.text)
	}
	return b.String()
}

// setOffMeans says what the marks of setOff are.
const setOffMeans = "Words in ‹ › are those that are compared, in their sentence."

// setOff writes pieces with the evidence in ‹ › where other words stand around it.
func setOff(list []piece) string {
	marked := slices.ContainsFunc(list, func(p piece) bool { return p.faint && p.says() })
	var b strings.Builder
	for i, p := range list {
		if p.faint || !marked {
			b.WriteString(p.text)
			continue
		}
		left, right := strings.TrimLeft(p.text, " "), strings.TrimRight(p.text, " ")
		b.WriteString(p.text[:len(p.text)-len(left)])
		if i == 0 || list[i-1].faint {
			b.WriteString("‹")
		}
		b.WriteString(strings.TrimSpace(p.text))
		if i+1 == len(list) || list[i+1].faint {
			b.WriteString("›")
		}
		b.WriteString(p.text[len(right):])
	}
	return strings.TrimSpace(b.String())
}

// excerpts shows evidence within its sentences: what stands in one sentence
// with the same behind it once, and what has the same words, as copies do, once.
// Of gives the report that evidence is part of. Order is that of first appearance.
func (r *reading) excerpts(list []Evidence, of func(Evidence) *Report) []excerpt {
	var sentences []excerpt
	index := map[string]int{}
	for _, e := range list {
		p := of(e)
		key := r.sentenceKey(e) + "\x00" + r.behind(p)
		k, ok := index[key]
		if !ok {
			k = len(sentences)
			index[key] = k
			sentences = append(sentences, excerpt{report: p})
		}
		if !slices.Contains(sentences[k].at, e) {
			sentences[k].at = append(sentences[k].at, e)
		}
	}
	var out []excerpt
	clear(index)
	for _, x := range sentences {
		x.pieces = r.pieces(x.at)
		var key strings.Builder
		for _, p := range x.pieces {
			if !p.faint {
				key.WriteString(straight.Replace(strings.TrimSpace(p.text)) + "\x00")
			}
		}
		key.WriteString(r.behind(x.report))
		if k, ok := index[key.String()]; ok {
			out[k].at = append(out[k].at, x.at...)
			continue
		}
		index[key.String()] = len(out)
		out = append(out, x)
	}
	return out
}

// straight makes quotation marks alike, which copies often change.
var straight = strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'")

// one shows one piece of evidence.
func (r *reading) one(e Evidence) excerpt {
	return excerpt{pieces: r.pieces([]Evidence{e}), at: []Evidence{e}}
}

// told is the sentences that have been shown.
type told map[string]bool

// again tells whether the sentence of e has been shown, and notes that it is.
func (s told) again(r *reading, e Evidence) bool {
	key := r.sentenceKey(e)
	shown := s[key]
	s[key] = true
	return shown
}

// bare leaves the evidence alone, with a mark where words around it stood.
func (x *excerpt) bare() {
	for i := range x.pieces {
		if p := &x.pieces[i]; p.faint && p.says() {
			if p.text = " … "; i == 0 {
				p.text = "… "
			} else if i == len(x.pieces)-1 {
				p.text = " …"
			}
		}
	}
}

// beside is the most bytes of a sentence shown on either side of the evidence, and between
// two pieces of it, where many are listed.
const beside = 70

// near returns the pieces with less of the words around, of which none is left out that
// the evidence may take its meaning from.
func (x *excerpt) near() []piece {
	list := slices.Clone(x.pieces)
	for i := range list {
		p := &list[i]
		switch {
		case !p.faint || len(p.text) <= beside:
		case i == 0:
			p.text = "… " + strings.TrimLeft(p.text[cutBehind(p.text, len(p.text)-beside):], " ")
		case i == len(list)-1:
			p.text = strings.TrimRight(p.text[:cutBefore(p.text, beside)], " ") + " …"
		case len(p.text) > 2*beside:
			p.text = " … "
		}
	}
	return list
}

// cutBehind returns the first place from byte n of s on where a word begins.
func cutBehind(s string, n int) int {
	if i := strings.IndexByte(s[n:], ' '); i >= 0 {
		return n + i + 1
	}
	return len(s)
}

// cutBefore returns the last place up to byte n of s where a word ends.
func cutBefore(s string, n int) int { return max(strings.LastIndexByte(s[:n+1], ' '), 0) }

// sentence returns the index of the sentence that e begins in, or a number
// that only evidence at the same place has.
func (r *reading) sentence(e Evidence) int {
	if a := r.article(e.Article); a != nil && e.Field == "" {
		n := sort.Search(len(a.Sentences), func(i int) bool { return a.Sentences[i].End > e.Start })
		if n < len(a.Sentences) && a.Sentences[n].Start <= e.Start {
			return n
		}
	}
	if e.Field == doc.FieldTitle && r.article(e.Article) != nil {
		return 0 // a title is one
	}
	return -1 - e.Start
}

// sentenceKey is the same for evidence of one sentence only.
func (r *reading) sentenceKey(e Evidence) string {
	return fmt.Sprint(e.Article, "\x00", e.Field, "\x00", r.sentence(e))
}

// pieces cuts the sentence that evidence of one article stands in. Where the
// dossier does not tell the sentence, the evidence stands alone.
func (r *reading) pieces(list []Evidence) []piece {
	list = slices.Clone(list)
	slices.SortFunc(list, func(a, b Evidence) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End)) })
	first := list[0]
	text, from, to := r.bounds(list)
	if text == "" {
		return []piece{{text: oneLine(first.Text)}}
	}
	var out []piece
	add := func(raw string, faint bool) {
		if s := inline(raw); s != "" {
			out = append(out, piece{s, faint})
		}
	}
	from = r.begin(list[0], from)
	add(after(text[from:first.Start]), true)
	at := first.Start
	for _, e := range list {
		if e.Start > at {
			add(middle(text[at:e.Start]), true)
			at = e.Start
		}
		if e.End > at {
			add(unlisted(text[at:e.End]), false)
			at = e.End
		}
	}
	add(upTo(text[at:to]), true)
	return out
}

// begin passes over what stands before the words of the sentence of e that
// begins at from: a dateline, the mark of a list.
func (r *reading) begin(e Evidence, from int) int {
	a := r.article(e.Article)
	if e.Field == doc.FieldTitle {
		return from
	}
	for _, g := range a.Regions {
		if g.Start <= from && from < g.End && g.End <= e.Start && furniture[g.Kind] {
			from = g.End
		}
	}
	return e.Start - len(unlisted(a.Text[from:e.Start]))
}

// unlisted returns s without the mark of a list that it begins with.
func unlisted(s string) string {
	if len(s) > 1 && strings.IndexByte("-*", s[0]) >= 0 && s[1] == ' ' {
		return s[2:]
	}
	return s
}

// furniture is the kinds of regions that are no part of a sentence.
var furniture = map[string]bool{"dateline": true, "byline": true, "date": true, "credit": true, "label": true}

// bounds returns the text that list counts in and the sentences that it stands
// in; no text when they are not known.
func (r *reading) bounds(list []Evidence) (text string, from, to int) {
	a := r.article(list[0].Article)
	if a == nil || r.sentence(list[0]) < 0 {
		return "", 0, 0
	}
	if list[0].Field == doc.FieldTitle {
		for _, e := range list {
			if !within(a.Title, e.Start, e.End) || a.Title[e.Start:e.End] != e.Text {
				return "", 0, 0
			}
		}
		return a.Title, 0, len(a.Title)
	}
	from, to = a.Sentences[r.sentence(list[0])].Start, 0
	for _, e := range list {
		if !within(a.Text, e.Start, e.End) || a.Text[e.Start:e.End] != e.Text {
			return "", 0, 0
		}
		n := sort.Search(len(a.Sentences), func(i int) bool { return a.Sentences[i].End >= e.End })
		to = max(to, e.End)
		if n < len(a.Sentences) && a.Sentences[n].Start < e.End {
			to = max(to, a.Sentences[n].End)
		}
	}
	if !within(a.Text, from, to) {
		return "", 0, 0
	}
	return a.Text, from, to
}

// inline is oneLine that keeps a blank at either end.
func inline(s string) string {
	out := oneLine(s)
	if out == "" {
		if s == "" {
			return ""
		}
		return " "
	}
	if c, _ := utf8.DecodeRuneInString(s); unicode.IsSpace(c) {
		out = " " + out
	}
	if c, _ := utf8.DecodeLastRuneInString(s); unicode.IsSpace(c) {
		out += " "
	}
	return out
}

// upTo returns the beginning of s, cut at a blank where it is too long.
func upTo(s string) string {
	if len(s) <= around {
		return s
	}
	if n := strings.LastIndexByte(s[:around], ' '); n > 0 {
		return s[:n] + " …"
	}
	return " …"
}

// after returns the end of s, cut at a blank where it is too long.
func after(s string) string {
	if len(s) <= around {
		return s
	}
	if n := strings.IndexByte(s[len(s)-around:], ' '); n >= 0 {
		return "…" + s[len(s)-around+n:]
	}
	return "… "
}

// middle returns s, or when it is too long, a mark that something is left out.
func middle(s string) string {
	if len(s) <= 2*around {
		return s
	}
	return " … "
}

// clip cuts s, which is one line, at a blank before so many bytes, else within a
// word.
func clip(s string, most int) string {
	if len(s) <= most {
		return s
	}
	n := strings.LastIndexByte(s[:most], ' ')
	if n <= 0 {
		for n = most; n > 0 && !utf8.RuneStart(s[n]); {
			n--
		}
		return s[:n] + "…"
	}
	return strings.TrimRight(s[:n], ",;:–— (\"“‘'") + " …"
}
