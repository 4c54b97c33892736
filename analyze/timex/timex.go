// Package timex finds expressions of time and reads them as TIMEX3 values with
// their bounds (Pustejovsky et al. 2003, ISO-TimeML). They are anchored on the
// day the article was published; without one, what depends on it is left open.
package timex

import (
	"strconv"
	"strings"
	"time"

	"synoptic/analyze/doc"
	"synoptic/analyze/numeral"
	"synoptic/article"
	"synoptic/lang"
	"synoptic/span"
)

// Version of the step's output.
const Version = 11

// Run writes Times, anchored on the article's day of publication.
func Run(d *doc.Doc) {
	day, ok := Published(d)
	d.Times = newReader(d, day, ok).document()
}

// At returns the times of d as they would be if it was published on day. They
// are those of d.Times in the same order, with other values.
func At(d *doc.Doc, day time.Time) []doc.Time {
	r := newReader(d, day, true)
	r.today = false // what names no day of its own was not updated after it
	return r.document()
}

// Published returns the day on which d was published, if it says so: its
// field, or a date line in the text.
func Published(d *doc.Doc) (time.Time, bool) {
	if d.Article != nil {
		if t, ok := parseDay(d.Article.Published); ok {
			return t, true
		}
	}
	for _, r := range d.Regions {
		if r.Kind != article.Date && r.Kind != article.Dateline {
			continue
		}
		for _, t := range newReader(&doc.Doc{Text: d.Text, Lang: d.Lang, Tokens: d.Tokens, Sentences: []doc.Sentence{{Range: d.Range(r.Span)}}}, time.Time{}, false).document() {
			if len(t.Earliest) >= len(dayForm) && t.Latest[:len(dayForm)] == t.Earliest[:len(dayForm)] {
				return parseDay(t.Earliest)
			}
		}
	}
	return heading(d)
}

// headed is how far into a text the date may stand that is its own: behind the
// headline and before the lead.
const headed = 300

// heading returns the full day between the headline and the lead of a text whose
// lines were lost: "Quake Shakes Coast Thursday , March 14 , 2013 A quake …". It
// belongs to no sentence: no preposition leads to it, and a capital follows.
func heading(d *doc.Doc) (time.Time, bool) {
	if len(d.Sentences) == 0 || d.Lang == nil {
		return time.Time{}, false
	}
	r := newReader(&doc.Doc{Text: d.Text, Lang: d.Lang, Tokens: d.Tokens, Sentences: d.Sentences[:min(2, len(d.Sentences))]}, time.Time{}, false)
	for _, t := range r.document() {
		next := strings.TrimLeft(d.Text[t.End:], " ")
		day := t.Earliest
		if t.Value == "" || len(day) < len(dayForm) || len(t.Value) < len(dayForm) || t.Latest[:len(dayForm)] != day[:len(dayForm)] || t.Start > headed || next == "" || !(next[0] == '\n' || 'A' <= next[0] && next[0] <= 'Z') {
			continue
		}
		if k := t.Tokens.From; k > 0 {
			w := d.Tokens[k-1].Norm
			posted := k > 1 && r.l.Posted.Has(d.Tokens[k-2].Norm)
			if (r.l.OnDay.Has(w) || r.l.YearAfter.Has(w) || r.l.Edges.Has(w) || w == ",") && !posted {
				continue
			}
		}
		return parseDay(day)
	}
	return time.Time{}, false
}

func newReader(d *doc.Doc, day time.Time, dated bool) *reader {
	r := &reader{d: d, day: day, dated: dated, apart: doc.Apart(d.Text)}
	if d.Lang == nil {
		return r
	}
	r.l, r.q, r.n = &d.Lang.Time, &d.Lang.Quantity, numeral.Reader{Lang: &d.Lang.Quantity}
	for i := range d.Tokens {
		for _, w := range r.l.Words[d.Tokens[i].Norm] {
			r.today = r.today || dated && w.Kind == lang.Weekday && !w.Plural && w.Value == weekday(day)
		}
	}
	return r
}

// document returns the times of the document in order.
func (r *reader) document() []doc.Time {
	if r.l == nil || len(r.l.Words) == 0 {
		return nil
	}
	for s := range r.d.Sentences {
		r.sentence(s)
	}
	return r.times
}

// reader reads the times of one document, sentence by sentence.
type reader struct {
	d     *doc.Doc
	l     *lang.Time
	q     *lang.Quantity
	n     numeral.Reader
	day   time.Time // the anchor
	dated bool      // whether there is one
	apart bool      // whether the text was cut into tokens
	today bool      // whether the text names its weekday
	ref   time.Time // the last day named in the text
	known bool      // whether there is one
	refAt int       // the sentence that names it
	// refDate is whether it is named by its number, "July 12", and is no later than the
	// anchor.
	refDate bool
	// refClock is the time of day that it is named with, as in TIMEX3 values; empty when
	// it is named without.
	refClock string
	// run is the last day that a time of day was on, runClock that time, and runAt the
	// sentence: another date may stand between it and the next.
	run      time.Time
	runClock string
	runAt    int
	// refHour is the hour at which the part of the day begins that it is named with; -1
	// when it is named without.
	refHour int
	// told is the first day of which the text tells something but who said what; zero
	// when there is none.
	told    time.Time
	monthly time.Time // in the last month named, by itself or with a day; zero when none is
	spoken  int       // that the last date named in the text lies in; 0 when none
	// quarterly is in the last quarter named in the text; zero when none is.
	quarterly  time.Time
	ofQuarter  int // the number of the last quarter named, with or without a year; 0 when none is
	quarterAt  int // the sentence that names it
	sentenceAt int // the sentence being read

	// nested is true while the day after "the morning of" is read: such
	// phrases are not read within one another.
	nested bool
	// following is true while the day after a time of day is read, which holds no
	// time of day with a day of its own.
	following bool
	yearless  bool // of the last time read
	weekly    bool // of the last time read

	lastEnd int // the atom after the last time of the sentence
	from    int // the atom at which what is being read begins
	atoms   []numeral.Atom
	roles   [][]lang.TimeWord // of each atom
	verbs   []verb
	times   []doc.Time
}

// expr is an expression of time that was read.
type expr struct {
	kind, value, mod string
	bounds
	end      int
	daily    bool // names one day, or a part of it
	joined   bool
	yearless bool // the year is not told, but chosen
	weekly   bool // a day of the week without a date
	aside    bool // does not become the day spoken of: "last night"
	start    int  // where it begins, when not where reading began
	more     *expr
}

func (r *reader) sentence(s int) {
	sent := &r.d.Sentences[s]
	r.sentenceAt = s
	if r.apart {
		r.atoms = numeral.AppendApart(r.atoms[:0], r.d, sent.Range)
	} else {
		r.atoms = numeral.Append(r.atoms[:0], r.d, sent.Range)
	}
	r.roles = r.roles[:0]
	r.verbs = nil
	some := false
	for i := range r.atoms {
		roles := r.lookup(&r.atoms[i])
		some = some || roles != nil || r.atoms[i].Kind == numeral.Digits || r.opens(&r.atoms[i])
		r.roles = append(r.roles, roles)
	}
	if !some {
		return
	}
	last := -1 // end of the time before
	r.lastEnd = -1
	for i := 0; i < len(r.atoms); {
		r.from = i
		e, ok := r.read(i)
		if !ok || e.end <= i {
			i++
			continue
		}
		e.joined = last >= 0 && i-last == 1 && r.joins(last)
		if e.joined && (!r.l.Or.Has(r.atoms[last].Word) || r.in(last, r.l.And)) {
			r.order(&e)
		}
		from := i
		for x := &e; x != nil; x = x.more {
			if x.start > 0 {
				from = x.start
			}
			r.add(from, x)
			from = x.end
			last = x.end
			r.lastEnd = last
		}
		i = last
	}
}

// order brings the two ends of a span without years, or of days of the week,
// into order: what begins in August and ends in October does both in one year.
func (r *reader) order(e *expr) {
	n := len(r.times)
	if n == 0 {
		return
	}
	first := &r.times[n-1]
	if from, ok := parseDay(first.Earliest); ok && e.weekly && r.weekly && e.kind == "DATE" && first.Type == "DATE" {
		to, _ := parseDay(e.earliest)
		switch {
		case !to.Before(from):
		case to.After(r.day):
			e.value, e.bounds = dayValue(to.AddDate(0, 0, 7))
		case from.After(r.day):
			e.value, e.bounds = dayValue(to.AddDate(0, 0, 7))
		default:
			var b bounds
			first.Value, b = dayValue(from.AddDate(0, 0, -7))
			first.Earliest, first.Latest = b.earliest, b.latest
		}
	}
	if !e.yearless || !r.yearless {
		return
	}
	if first.Earliest > e.latest {
		b := bounds{first.Earliest, first.Latest}
		first.Value, b = yearEarlier(first.Value, b)
		first.Earliest, first.Latest = b.earliest, b.latest
	} else if value, b := yearEarlier(e.value, e.bounds); b.earliest > first.Latest {
		e.value, e.bounds = value, b
	}
}

// yearEarlier moves a month, or a day of one, back by a year.
func yearEarlier(value string, b bounds) (string, bounds) {
	back := func(s string) string {
		y, err := strconv.Atoi(s[:min(4, len(s))])
		if err != nil || len(s) < len("2006-01") || strings.HasSuffix(s, "02-29") {
			return s
		}
		return pad(y-1, 4) + s[4:]
	}
	return back(value), bounds{back(b.earliest), back(b.latest)}
}

// joins reports whether atom i between two times makes one span of them.
func (r *reader) joins(i int) bool {
	a := &r.atoms[i]
	if r.l.To.Has(a.Word) {
		return true
	}
	if r.l.And.Has(a.Word) {
		n := len(r.times)
		return n > 0 && r.before(r.times[n-1].Tokens.From, r.l.Between)
	}
	return r.l.Or.Has(a.Word)
}

// before reports whether the token before token i is in set.
func (r *reader) before(i int, set lang.Set) bool { return i > 0 && set.Has(r.d.Tokens[i-1].Norm) }

func (r *reader) add(from int, e *expr) {
	a, b := &r.atoms[from], &r.atoms[e.end-1]
	t := doc.Time{
		Span:     span.Span{Start: a.Start, End: b.End},
		Tokens:   span.Range{From: a.Token, To: b.Last + 1},
		Type:     e.kind,
		Value:    e.value,
		Mod:      e.mod,
		Earliest: e.earliest,
		Latest:   e.latest,
		Joined:   e.joined,
	}
	r.times = append(r.times, t)
	r.yearless = e.yearless
	r.weekly = e.weekly
	if v := e.value; e.kind == "DATE" && len(v) >= 4 && len(e.earliest) >= len(dayForm) {
		if y, err := strconv.Atoi(v[:4]); err == nil {
			r.spoken = y
		}
		if day, ok := parseDay(e.earliest); ok && (e.daily || len(v) == len("2006-01") && v[5] <= '1') {
			r.monthly = day
		}
	}
	if e.daily && !e.aside && len(e.earliest) >= len(dayForm) {
		if day, ok := parseDay(e.earliest); ok {
			r.ref, r.known, r.refAt = day, true, r.sentenceAt
			r.refClock, r.refHour = "", -1
			if n := len(dayForm); len(e.value) >= n+len("T00:00") && e.value[n+1] <= '9' {
				r.refClock = e.value[n : n+len("T00:00")]
			} else if len(e.earliest) > n+len("T00") {
				r.refHour, _ = strconv.Atoi(e.earliest[n+1 : n+len("T00")])
			}
			if r.refClock != "" {
				r.run, r.runClock, r.runAt = day, r.refClock, r.sentenceAt
			}
			r.refDate = !day.After(r.day) && strings.ContainsAny(t.Text(r.d.Text), "0123456789") && !r.posted(t.Tokens.From)
			if r.told.IsZero() && !day.After(r.day) && r.day.Sub(day) < eventDays*24*time.Hour && !r.saying(t.Tokens.From) {
				r.told = day
			}
		}
	}
}

// posted reports whether a word right before token i says that the page was put out then:
// "(Published Sunday, May 31, 2015)".
func (r *reader) posted(i int) bool {
	for k := max(i-2, 0); k < i; k++ {
		if r.l.Posted.Has(r.d.Tokens[k].Norm) {
			return true
		}
	}
	return false
}

// eventDays is how many days before it is told what happened on a day of which
// times of day are told without it.
const eventDays = 7

// saying reports whether the time at a token says when somebody said something.
func (r *reader) saying(token int) bool {
	if r.d.Tokens[token].Relation == "" {
		return false
	}
	for n, t := 0, r.d.Tokens[token].Head; n < maxClimb && t >= 0; n, t = n+1, r.d.Tokens[t].Head {
		if w := &r.d.Tokens[t]; w.UPOS == "VERB" {
			_, cue := r.d.Lang.Attribution.Cues[w.Lemma]
			return cue
		}
	}
	return false
}

// opens reports whether a word without a part of its own may still stand in an
// expression: "the future", "nineteen ninety-six".
func (r *reader) opens(a *numeral.Atom) bool {
	return a.Kind == numeral.Word && (r.l.Keys.Has(a.Word) || r.q.Numbers[a.Word].Kind == lang.Teen || r.q.Numbers[a.Word].Kind == lang.Tens || r.q.Numbers[a.Word].Value == 1000)
}

// lookup returns the parts that a word can play; an abbreviation's point is
// passed over.
func (r *reader) lookup(a *numeral.Atom) []lang.TimeWord {
	if a.Kind != numeral.Word {
		return nil
	}
	roles, ok := r.l.Words[a.Word]
	if n := len(a.Word); !ok && n > 1 && a.Word[n-1] == '.' {
		roles = r.l.Words[a.Word[:n-1]]
	}
	return roles
}

// role returns the part of one kind that atom i plays, if it plays one.
func (r *reader) role(i int, kind lang.TimeKind) (lang.TimeWord, bool) {
	if i < 0 || i >= len(r.roles) {
		return lang.TimeWord{}, false
	}
	for _, w := range r.roles[i] {
		if w.Kind == kind {
			return w, true
		}
	}
	return lang.TimeWord{}, false
}

// phrase reads a word or phrase of one kind at atom i; end is i when there is none.
func (r *reader) phrase(i int, kind lang.TimeKind) (w lang.TimeWord, end int) {
	if i >= len(r.atoms) {
		return w, i
	}
	if got, to := numeral.Match(&r.l.Phrases, r.atoms, i); to > i && got.Kind == kind {
		return got, to
	}
	if got, ok := r.role(i, kind); ok {
		return got, i + 1
	}
	return w, i
}

func (r *reader) word(i int) string {
	if i < 0 || i >= len(r.atoms) {
		return ""
	}
	return r.atoms[i].Word
}

func (r *reader) in(i int, set lang.Set) bool {
	return i >= 0 && i < len(r.atoms) && set.Has(r.atoms[i].Word)
}

// number returns the whole number of at most width digits at atom i.
func (r *reader) number(i, width int) (int, bool) {
	if i < 0 || i >= len(r.atoms) || r.atoms[i].Kind != numeral.Digits || len(r.atoms[i].Word) > width {
		return 0, false
	}
	n := 0
	for _, c := range r.atoms[i].Word {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}

// hyphen returns the atom after a hyphen at i, or i.
func (r *reader) hyphen(i int) int {
	if i < len(r.atoms) && r.atoms[i].Hyphen() && i+1 < len(r.atoms) && r.atoms[i+1].Glued {
		return i + 1
	}
	return i
}

// read reads the longest expression that begins at atom i.
func (r *reader) read(i int) (expr, bool) {
	a := &r.atoms[i]
	switch a.Kind {
	case numeral.Opaque:
		return expr{}, false
	case numeral.Digits, numeral.Mark:
		if e, ok := r.event(i); ok {
			return e, true
		}
	}
	if e, ok := r.moment(i); ok {
		return e, true
	}
	if e, ok := r.span(i); ok {
		return e, true
	}
	if e, ok := r.set(i); ok {
		return e, true
	}
	if w, end := r.phrase(i, lang.Ref); end > i && r.referred(i, end) {
		e := expr{kind: "DATE", value: w.Code, end: end}
		if r.dated && w.Value == 0 && strings.HasPrefix(w.Code, "PRESENT") {
			e.bounds = days(r.day, r.day)
		}
		return e, true
	}
	return expr{}, false
}

// referred reports whether the words at atoms i to end are a time: "the most to
// date", but not "up to date" nor "wants to date her".
func (r *reader) referred(i, end int) bool {
	if !r.in(i, r.l.To) {
		return true
	}
	return !r.in(i-1, r.l.Up) && !(r.atoms[i].Glued && i > 1 && r.in(i-2, r.l.Up)) && strings.HasPrefix(r.tag(end-1), "N") && r.closes(end) &&
		(end == len(r.atoms) || r.tag(end) != "PRP" && r.tag(end) != "DT")
}

// event reads a day known by its figures: "9/11".
func (r *reader) event(i int) (expr, bool) {
	if i+2 >= len(r.atoms) || !r.atoms[i+1].Glued || !r.atoms[i+2].Glued {
		return expr{}, false
	}
	day, ok := r.l.Events[r.d.Text[r.atoms[i].Start:r.atoms[i+2].End]]
	if !ok || i+3 < len(r.atoms) && r.atoms[i+3].Glued && r.atoms[i+3].Word == "/" {
		return expr{}, false
	}
	return expr{kind: "DATE", value: day, bounds: bounds{day, day}, end: i + 3}, true
}
