package dossier

import (
	"bufio"
	"io"
	"slices"
	"strings"

	"github.com/clipperhouse/displaywidth"
)

// TextOptions says how Text writes.
type TextOptions struct {
	// Color allows bold, dim and coloured text by ANSI sequences. Defaults to
	// plain text.
	Color bool
	// Width is the number of columns; less than 40 counts as 40. Defaults to 80.
	Width int
}

// Text writes d for a terminal or a plain file: the differences first, in words
// of the sources, each followed by where they stand.
func (d *Dossier) Text(w io.Writer, o TextOptions) error {
	if o.Width == 0 {
		o.Width = 80
	}
	t := &text{
		reading: newReading(d),
		out:     bufio.NewWriter(w),
		color:   o.Color,
		width:   max(o.Width, 40),
	}
	t.header()
	t.differences()
	t.summary()
	t.shares()
	t.same()
	t.quotes()
	t.timeline()
	t.figures()
	t.people()
	t.only()
	t.missing()
	t.reports()
	return t.out.Flush()
}

// text writes a reading in columns. Write errors stay in out until the flush.
type text struct {
	*reading
	out   *bufio.Writer
	color bool
	width int
	gap   bool // the last line is empty
}

func (t *text) lines(lines []string) {
	for _, s := range lines {
		t.out.WriteString(strings.TrimRight(paint(s, t.color), " "))
		t.out.WriteByte('\n')
		t.gap = false
	}
}

// row writes cells; a last cell without width takes the room that is left.
func (t *text) row(indent int, cells ...cell) {
	left := t.width - indent
	for i := range cells {
		if cells[i].width == 0 {
			cells[i].width = max(left, 10)
		}
		left -= cells[i].width + 2
	}
	t.lines(row(indent, cells...))
}

// item writes a line of a list.
func (t *text) item(indent int, s string) {
	t.row(indent, cell{styled(dim, "-"), 1}, cell{text: s})
}

// blank sets off what follows by one empty line.
func (t *text) blank() {
	if !t.gap {
		t.out.WriteByte('\n')
	}
	t.gap = true
}

func (t *text) heading(name, note string) {
	t.blank()
	s := styled(heading, strings.ToUpper(name))
	if note != "" {
		s += " " + styled(dim, "· "+note)
	}
	t.row(0, cell{text: s})
	t.blank()
}

// terms explains words that follow.
func (t *text) terms(list []term) {
	for _, x := range list {
		t.lines(hanging(styled(dim, x.Name+": "+x.Means), t.width))
	}
	if len(list) > 0 {
		t.blank()
	}
}

// header says what was compared, in as few lines as it takes.
func (t *text) header() {
	words, from := t.title()
	if from != nil {
		t.row(0, cell{text: styled(bold, words) + " " + styled(dim, glue("["+t.place(*from)+"]"))})
	} else {
		t.row(0, cell{text: styled(bold, words)})
	}
	t.row(0, cell{text: t.scope()})
	for _, s := range t.reprints() {
		t.row(0, cell{text: styled(notice, s)})
	}
	if len(t.d.Articles) <= 6 && slices.ContainsFunc(t.d.Articles, func(a Article) bool { return a.Published != "" || a.CopyOf != nil }) {
		name := widest(t.width/2, t.labels...)
		for i := range t.d.Articles {
			a := &t.d.Articles[i]
			t.row(2, cell{t.labels[i], name}, cell{text: strings.Join(t.about(a), " · ")})
		}
	} else {
		t.row(2, cell{text: strings.Join(glued(t.labels), ", ")})
	}
	key := "Numbers in brackets: where in the report the words stand, in bytes."
	if !t.color {
		key = setOffMeans + " " + key
	}
	t.row(0, cell{text: styled(dim, key)})
	for _, l := range t.d.LeftOut {
		t.row(2, cell{text: styled(alarm, "left out") + " " + oneLine(l.Path) + ": " + oneLine(l.Reason)})
	}
}

// about says when a report was published and what it copies.
func (t *text) about(a *Article) []string {
	var parts []string
	if a.Published != "" {
		parts = append(parts, date(a.Published))
	} else {
		parts = append(parts, "no date")
	}
	if a.CopyOf != nil {
		parts = append(parts, "copy of "+t.label(*a.CopyOf))
	}
	return parts
}

func (t *text) differences() {
	note := t.tally()
	if note == "" {
		note = "none found"
	}
	t.heading("Differences", note)
	t.terms(t.differenceTerms())
	for i, g := range t.loud {
		if i > 0 {
			t.blank()
		}
		t.difference(i+1, g)
	}
}

// same lists what is said differently without conflict.
func (t *text) same() {
	if len(t.quiet) == 0 {
		return
	}
	t.heading("Said differently", "no conflict")
	for _, g := range t.quiet {
		t.row(0, cell{text: t.head(g)})
		for _, p := range g.Positions {
			t.row(2, cell{text: oneLine(p.Value) + " " + styled(dim, t.places(p.Evidence))})
		}
	}
}

// head says what a disagreement is about.
func (t *text) head(g *Disagreement) string {
	return strings.TrimPrefix(question(g)+" · "+styled(bold, t.subject(g)), " · ")
}

func (t *text) difference(n int, g *Disagreement) {
	style := rune(notice)
	if g.Relation == "conflicts" {
		style = alarm
	}
	label := pad(number(float64(n)), 3) + styled(style, strings.ToUpper(g.relationName()))
	t.row(0, cell{text: glue(label) + " · " + t.head(g)})

	var values, names []string
	for _, p := range g.Positions {
		values = append(values, oneLine(p.Value))
		for _, x := range t.excerpts(p.Evidence, t.stated(g)) {
			names = append(names, listed(t.who(x.at)))
		}
		names = append(names, listed(t.unseen(&p)))
	}
	value, name := widest(t.width/4, values...), t.nameWidth(names)
	for n, side := range bySide(g) {
		for k, i := range side {
			p := &g.Positions[i]
			sign := " "
			if n > 0 && k == 0 && g.Relation == "conflicts" {
				sign = "≠"
			}
			first := oneLine(p.Value)
			line := func(who, words string) {
				t.row(1, cell{styled(alarm, sign), 1}, cell{styled(bold, first), value}, cell{who, name}, cell{text: words})
				sign, first = " ", ""
			}
			list := t.excerpts(p.Evidence, t.stated(g))
			for n, x := range list {
				if n == crowd {
					line("", styled(dim, glue(count(len(list)-n, "more", "more"))+" "+t.places(places(list[n:]))))
					break
				}
				words := t.set(x.pieces) + " " + styled(dim, t.brackets(x.at))
				if note := t.note(g, &x); note != "" {
					words += " " + styled(dim, note)
				}
				line(listed(t.who(x.at)), words)
			}
			if rest := t.unseen(p); len(rest) > 0 || len(p.Evidence) == 0 {
				line(listed(rest), "")
			}
		}
	}
}

// nameWidth is how wide a column of names is: names may be broken between
// words, but those of one long word, such as ids, only when they must be.
func (t *text) nameWidth(names []string) int {
	longest := widest(t.width*3/10, strings.Fields(strings.Join(names, " "))...)
	return widest(max(t.width/5, longest), names...)
}

func (t *text) summary() {
	list := t.briefs()
	if len(list) == 0 {
		return
	}
	t.heading("In short", "in the sources' own sentences")
	for _, s := range list {
		note := t.places(s.at)
		for i, c := range s.claims {
			if i > 0 {
				note += ";"
			}
			note += " " + glue(t.spread(c)+", claim "+number(float64(t.number[c.ID])))
			if differs := t.differs(c); differs != "" {
				note += ", " + glue(differs)
			}
		}
		t.item(0, t.set(s.pieces)+" "+styled(dim, note))
	}
}

// set writes pieces with the evidence told from the words around it: these
// are dim, or where there is no colour, the evidence is set off.
func (t *text) set(list []piece) string {
	if !t.color {
		return setOff(list)
	}
	var b strings.Builder
	for _, p := range list {
		if p.faint {
			b.WriteString(styled(dim, p.text))
		} else {
			b.WriteString(p.text)
		}
	}
	return strings.TrimSpace(b.String())
}

// shares lists the claims, most outlets first.
func (t *text) shares() {
	if len(t.claims) == 0 {
		return
	}
	t.heading("What they share", "claims of two outlets or more, most widely reported first")
	t.terms(t.claimTerms())
	seen, more := told{}, 0
	for i, c := range t.claims {
		if i == t.sure {
			t.blank()
			t.row(0, cell{text: styled(bold, perhapsHeading)})
		}
		if i >= t.sure+foremost && !slices.Contains(t.d.Summary, c.ID) {
			more++
			continue // a line of one outlet alone tells nothing of what another may share
		}
		full := i < foremost || i >= t.sure
		if full || i == foremost {
			t.blank()
		}
		n := number(float64(i + 1))
		statement := t.gist(c)
		if seen.again(t.reading, statement.at[0]) {
			statement.bare()
		}
		words := t.set(statement.pieces) + " " + styled(dim, t.places(statement.at))
		if !full {
			note := t.strength(c)
			if has := t.having(c); len(has) <= crowd {
				_, rest, _ := strings.Cut(note, ", ")
				note = strings.TrimSuffix(listed(has)+" · "+rest, " · ")
			}
			t.row(0, cell{n, 3}, cell{text: words + " " + styled(dim, note)})
			continue
		}
		t.row(0, cell{n, 3}, cell{text: words})
		t.row(5, cell{text: styled(bold, t.strength(c))})
		for _, s := range t.shared(c) {
			if s.All {
				t.row(5, cell{text: styled(alarm, "one origin behind all:") + " " + s.Origin})
				continue
			}
			t.row(5, cell{text: styled(alarm, "same source:") + " " + listed(s.Outlets) + " · " + s.Origin})
		}
		t.wordings(c, statement)
	}
	if more > 0 {
		t.blank()
		t.row(0, cell{"", 3}, cell{text: styled(dim, count(more, "more", "more")+" in the HTML form")})
	}
}

// perhapsHeading stands over the claims that no two outlets surely share.
const perhapsHeading = "Perhaps shared: alike, and may be two facts"

// wordings lists the words of each report of c, those of statement, which stand
// above, but once.
func (t *text) wordings(c *Claim, statement excerpt) {
	statement.bare()
	above := strings.TrimSpace(statement.words())
	list, rest := fair(t.reading.wordings(c))
	var names []string
	for _, x := range list {
		names = append(names, listed(t.who(x.at)))
	}
	name := t.nameWidth(names)
	for _, x := range list {
		words := t.set(x.near())
		x.bare()
		if strings.TrimSpace(x.words()) == above {
			words = "as above"
		}
		words += " " + styled(dim, t.brackets(x.at))
		if note := t.besideWording(&x); note != "" {
			words += " " + styled(dim, note)
		}
		t.row(5, cell{listed(t.who(x.at)), name}, cell{text: words})
	}
	if len(rest) > 0 {
		t.row(5, cell{"", name}, cell{text: styled(dim, glue(count(len(rest), "more", "more"))+" "+t.places(places(rest)))})
	}
}

// fair parts excerpts that are too many to show into those to show, of each report
// one before any has two, and the rest; order stays.
func fair(list []excerpt) (shown, rest []excerpt) {
	if len(list) <= crowd+1 {
		return list, nil
	}
	turn := make([]int, len(list)) // how many of the same report stand before
	seen := map[string]int{}
	for i, x := range list {
		turn[i] = seen[x.at[0].Article]
		seen[x.at[0].Article]++
	}
	order := slices.Clone(turn)
	slices.Sort(order)
	last := order[crowd-1]
	spare := crowd // how many of the last turn are shown
	for _, n := range turn {
		spare -= btoi(n < last)
	}
	for i, x := range list {
		switch {
		case turn[i] < last:
			shown = append(shown, x)
		case turn[i] == last && spare > 0:
			shown = append(shown, x)
			spare--
		default:
			rest = append(rest, x)
		}
	}
	return shown, rest
}

func (t *text) quotes() {
	if len(t.utterances) == 0 {
		return
	}
	t.heading("Quotations", "as each outlet gives them")
	for i, q := range t.utterances {
		if i > 0 {
			t.blank()
		}
		name := q.speaker()
		t.row(0, cell{text: styled(bold, name) + " " + styled(dim, quoteRelation(q.Relation))})
		for _, g := range q.versions() {
			var b strings.Builder
			for k, r := range g.runs {
				if k > 0 {
					b.WriteByte(' ')
				}
				if r.differs && t.color {
					b.WriteString(styled(mark, r.text))
				} else {
					b.WriteString(r.text)
				}
			}
			at := t.places(g.at)
			if manner := g.manner(); manner != "" {
				at += " " + manner
			}
			t.item(2, b.String()+" "+styled(dim, at))
		}
	}
}

func (t *text) timeline() {
	if len(t.d.Timeline) == 0 {
		return
	}
	t.heading("Timeline", "")
	list := t.moments()
	var when []string
	for _, m := range list {
		when = append(when, m.when)
	}
	width := widest(t.width/3, when...)
	for _, m := range list {
		first := m.when
		for i, x := range m.list {
			if i == busy && len(m.list) > busy+1 {
				more := m.list[busy:]
				t.row(0, cell{"", width}, cell{text: styled(dim, glue(count(len(more), "more", "more"))+" "+t.places(places(more)))})
				break
			}
			t.row(0, cell{first, width}, cell{text: t.words(&x)})
			first = ""
		}
	}
}

// places says where each of list stands, with its outlet.
func (t *text) places(list []Evidence) string {
	var parts []string
	for _, e := range t.outermost(list) {
		parts = append(parts, glue(t.place(e)))
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

// brackets says where each of list stands when its outlet is named beside it.
func (t *text) brackets(list []Evidence) string {
	if list = t.outermost(list); len(list) == 1 {
		return glue("[" + offsets(list[0]) + "]")
	}
	return t.places(list)
}

// words writes an excerpt and where each of it stands.
func (t *text) words(x *excerpt) string {
	s := t.set(x.pieces) + " " + styled(dim, t.places(x.at))
	if part := t.part(x.at[0]); part != "" {
		s += " " + styled(dim, part)
	}
	return s
}

func (t *text) figures() {
	list := t.reading.figures()
	if len(list) == 0 {
		return
	}
	t.heading("Figures", "that several reports give alike")
	var values []string
	for _, f := range list {
		values = append(values, f.value())
	}
	width := widest(t.width/4, values...)
	for i, f := range list {
		t.row(0, cell{styled(bold, values[i]), width}, cell{text: styled(bold, oneLine(f.Of))})
		for _, x := range t.excerpts(f.Evidence, t.report) {
			t.row(width+2, cell{text: t.words(&x)})
		}
	}
}

// people lists who takes part, those that several reports name.
func (t *text) people() {
	c := t.cast()
	if len(c.first)+len(c.where)+len(c.once) == 0 {
		return
	}
	t.heading("Who is who", "")
	for _, e := range c.first {
		line := styled(bold, oneLine(e.Name))
		if e.kind() != "" {
			line += " " + e.kind()
		}
		if aliases := e.others(); len(aliases) > 0 {
			line += ", also " + strings.Join(aliases, ", ")
		}
		line += " " + styled(dim, "· in "+count(len(t.from(e.Mentions)), "report")+" "+t.places(e.Mentions[:1]))
		t.lines(hanging(line, t.width))
	}
	if len(c.more) > 0 {
		t.lines(hanging("In several reports too: "+strings.Join(glued(names(c.more)), ", "), t.width))
	}
	if len(c.where) > 0 {
		t.lines(hanging("Places and groups: "+strings.Join(glued(names(c.where)), ", "), t.width))
	}
	if n := len(c.once); n > 0 {
		t.row(0, cell{text: styled(dim, count(n, "more", "more")+" in one report only")})
	}
}

func (t *text) only() {
	if len(t.d.Only) == 0 {
		return
	}
	t.heading("Only here", "found in one outlet")
	for _, s := range t.soles() {
		t.row(0, cell{text: styled(bold, s.label)})
		for _, x := range s.list {
			words := t.set(x.pieces) + " " + styled(dim, t.brackets(x.at))
			if note := t.beside(&x); note != "" {
				words += " " + styled(dim, note)
			}
			t.item(2, words)
		}
	}
}

func (t *text) missing() {
	list := t.lacks()
	if len(list) == 0 {
		return
	}
	t.heading("Not found in", "claims that at least two thirds of the outlets have")
	for _, m := range list {
		t.row(0, cell{text: styled(bold, m.outlet)})
		for _, c := range m.claims {
			x := t.gist(c)
			t.row(2, cell{number(float64(t.number[c.ID])), 3}, cell{text: t.words(&x)})
		}
	}
}

// reports lists what was compared in full, and what it was made with.
func (t *text) reports() {
	t.heading("Reports", "each in full in the HTML form")
	for i := range t.d.Articles {
		a := &t.d.Articles[i]
		t.row(0, cell{text: styled(bold, t.labels[i]) + " " + styled(dim, strings.Join(t.about(a), " · "))})
		if name := oneLine(a.Outlet); name != t.outletOf(a) {
			t.row(2, cell{text: styled(dim, name)})
		}
		if title := oneLine(a.Title); title != "" {
			t.row(2, cell{text: title})
		}
		if url := oneLine(a.URL); url != "" {
			t.row(2, cell{text: styled(dim, url)})
		}
	}
	foot := "Synoptic " + oneLine(t.d.Synoptic)
	if n := t.d.UnalignedSentences; n > 0 {
		foot += " · " + count(n, "sentence stands", "sentences stand") + " in none of these lists"
	}
	t.blank()
	t.row(0, cell{text: styled(dim, foot)})
}

// pad fills s with blanks to width columns.
func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(width-displaywidth.String(s), 0))
}

// glue keeps s on one line where it fits.
func glue(s string) string { return strings.ReplaceAll(s, " ", "\u00a0") }

// listed writes names in a row that is broken between them.
func listed(names []string) string { return strings.Join(glued(names), ", ") }

func glued(list []string) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = glue(s)
	}
	return out
}
