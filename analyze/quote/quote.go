// Package quote pairs quotation marks.
package quote

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"synoptic/analyze/doc"
	"synoptic/span"
)

// Version of the step's output.
const Version = 2

// Run writes Quotes: the stretches between quotation marks, ordered by
// span.Compare, without saying yet which are speech. Marks pair within a
// paragraph. One that is still open at the paragraph's end reaches to that end:
// so a long quotation opens each of its paragraphs and closes only the last.
func Run(d *doc.Doc) {
	var list []doc.Quote
	paragraphs := paragraphSpans(d)
	for n, p := range paragraphs {
		next := span.Span{}
		if n+1 < len(paragraphs) {
			next = paragraphs[n+1]
		}
		list = append(list, pair(d.Text, p, next)...)
	}
	slices.SortStableFunc(list, func(a, b doc.Quote) int { return span.Compare(a.Span, b.Span) })
	d.Quotes = list
}

func paragraphSpans(d *doc.Doc) []span.Span {
	var list []span.Span
	last := -1
	for _, s := range d.Sentences {
		at := d.Span(s.Range)
		if s.Paragraph == last {
			list[len(list)-1] = list[len(list)-1].Cover(at)
			continue
		}
		last = s.Paragraph
		list = append(list, at)
	}
	return list
}

// mark is a quotation mark: where it stands and which marks it pairs with.
type mark struct {
	span.Span
	family        family
	opens, closes bool // what it may do by its shape and its neighbours
	sure          bool // a closing mark that can't be an apostrophe
}

// family groups the marks that open and close each other.
type family uint8

const (
	double family = iota + 1 // " “ ” „ '' ``
	single                   // ' ‘ ’ ‚
	angle                    // « » ‹ ›
)

// pair matches the marks of one paragraph. next is the paragraph after it.
func pair(text string, p, next span.Span) []doc.Quote {
	marks := findMarks(text, p)
	var list []doc.Quote
	var open []mark
	close := func(k, end, innerEnd int) {
		m := open[k]
		open = open[:k]
		list = append(list, doc.Quote{
			Span:  span.Span{Start: m.Start, End: end},
			Inner: span.Span{Start: m.End, End: max(m.End, innerEnd)},
			Depth: k,
		})
	}
	for i, m := range marks {
		k := len(open) - 1
		for k >= 0 && open[k].family != m.family {
			k--
		}
		switch {
		case k >= 0 && m.closes && (!m.opens || m.sure || m.family != single):
			if m.family == single && !m.sure && laterClose(text, marks[i+1:], m) {
				continue // a plural's apostrophe
			}
			close(k, m.End, m.Start)
		case k >= 0 && m.opens && m.family != single:
			// The closing mark was forgotten.
			end := len(strings.TrimRight(text[:m.Start], " \t"))
			close(k, end, end)
			open = append(open, m)
		case k < 0 && m.opens && (m.family != single || closedLater(marks[i+1:]) || goesOn(text, next, single)):
			open = append(open, m)
		}
	}
	for k := len(open) - 1; k >= 0; k-- {
		if open[k].family == single && !goesOn(text, next, single) {
			open = open[:k]
			continue
		}
		close(k, p.End, p.End)
	}
	return list
}

// closedLater reports whether a single mark that opens is closed in marks.
func closedLater(marks []mark) bool {
	for _, m := range marks {
		if m.family == single && m.closes {
			return true
		}
	}
	return false
}

// laterClose reports whether m, which follows an s, is an apostrophe: a better
// closing mark comes before the next opening one.
func laterClose(text string, marks []mark, m mark) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:m.Start])
	if before != 's' && before != 'S' {
		return false
	}
	for _, l := range marks {
		if l.family != single {
			continue
		}
		if l.closes && !l.opens {
			return true
		}
		if l.opens {
			return false
		}
	}
	return false
}

// goesOn reports whether the paragraph next opens with a mark of family f.
func goesOn(text string, next span.Span, f family) bool {
	if next.Empty() {
		return false
	}
	end := min(next.End, next.Start+8)
	for end < next.End && !utf8.RuneStart(text[end]) {
		end++
	}
	marks := findMarks(text, span.Span{Start: next.Start, End: end})
	return len(marks) > 0 && marks[0].Start == next.Start && marks[0].family == f && marks[0].opens
}

// findMarks lists the quotation marks of a paragraph with what each may do.
func findMarks(text string, p span.Span) []mark {
	var list []mark
	for i := p.Start; i < p.End; {
		r, size := utf8.DecodeRuneInString(text[i:])
		if r < utf8.RuneSelf && r != '"' && r != '\'' && r != '`' {
			i++
			continue
		}
		m := mark{Span: span.Span{Start: i, End: i + size}}
		switch r {
		case '"':
			m.family = double
		case '“', '„', '‟':
			m.family, m.opens = double, true
		case '”':
			m.family, m.closes = double, true
		case '‘', '‚', '‛':
			m.family, m.opens = single, true
		case '’', '\'', '`':
			m.family = single
			if twice := i + 2*size; twice <= p.End && text[i:i+size] == text[i+size:twice] {
				m.family, m.End = double, twice
			}
			if r == '`' {
				m.opens = true
			}
		case '«', '‹':
			m.family, m.opens = angle, true
		case '»', '›':
			m.family, m.closes = angle, true
		default:
			i += size
			continue
		}
		m.End = p.End - len(strings.TrimLeft(text[m.End:p.End], doc.Fill)) // of a mark put right
		before, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text[p.Start:m.Start], doc.Fill))
		after, _ := utf8.DecodeRuneInString(text[m.End:p.End])
		if m.Start == p.Start {
			before = ' '
		}
		if m.End == p.End {
			after = ' '
		}
		m.judge(r, before, after)
		if m.opens || m.closes {
			list = append(list, m)
		}
		i = m.End
	}
	return list
}

// judge settles what m may do from the runes beside it.
func (m *mark) judge(r, before, after rune) {
	start := unicode.IsSpace(before) || strings.ContainsRune("([{—–-/‘“\"'«‹", before)
	end := unicode.IsSpace(after) || strings.ContainsRune(")]}—–-/.,;:?!…’”\"'»›", after)
	word := unicode.IsLetter(after) || unicode.IsDigit(after)
	switch {
	case m.family == single:
		if m.opens { // ‘
			m.opens = start && !unicode.IsSpace(after)
			break
		}
		m.opens = r != '’' && start && !end && (word || unicode.IsSpace(before))
		m.closes = !unicode.IsSpace(before) && !word
		m.sure = m.closes && unicode.IsPunct(before)
	case m.opens && !m.closes: // “
		if !start && end {
			m.opens, m.closes = false, true // “so“
		}
	case m.closes && !m.opens: // ”
		if start && word && unicode.IsSpace(before) {
			m.opens, m.closes = true, false // ”so”
		}
	case unicode.IsDigit(before) && m.family == double && m.Len() == 1 && !strings.ContainsRune(".,;:?!", after):
		m.closes = true // inches never open
	default: // " and ''
		m.opens = start && !unicode.IsSpace(after)
		m.closes = !m.opens || end && !unicode.IsSpace(before)
		if unicode.IsSpace(before) && unicode.IsSpace(after) {
			m.opens, m.closes = true, true
		}
	}
}
