package dossier

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"html"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"
	"pgregory.net/rapid"
)

// pieces are what drawn texts are made of: whatever has broken a renderer.
var pieces = []string{
	"a", "word", " ", " ", " ", "\n", "\n\n", "é", "漢字", "かな", "👩‍👩‍👧", "<script>alert(1)</script>", "</style>", "&amp;", "&", "\"", "'", "“", "”",
	"|", "*", "_", "[x](javascript:1)", "# ", "1. ", "\x1b[31m", "\u202e", "\u00a0", "`", "\\", "-->", "14", "{{.}}", "=", "+", "-", "@", "\t", "\r", "＝", "a-very-long-word-that-no-column-is-wide-enough-to-hold-in-one-line",
}

func drawText(t *rapid.T, label string, most int) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, most).Draw(t, label), "")
}

// drawn returns a dossier with spans that are in bounds and references that
// may lead nowhere.
func drawn(t *rapid.T) *Dossier {
	d := &Dossier{Synoptic: drawText(t, "version", 2), UnalignedSentences: rapid.IntRange(0, 3).Draw(t, "unaligned")}
	id := func(letter string) string { return fmt.Sprint(letter, rapid.IntRange(1, 4).Draw(t, letter)) }
	few := func(label string) int { return rapid.IntRange(0, 3).Draw(t, label) }
	word := func() string { return drawText(t, "word", 3) }
	for i := range rapid.IntRange(0, 4).Draw(t, "articles") {
		a := Article{
			ID: fmt.Sprint("a", i+1), Outlet: word(), Title: drawText(t, "title", 6), Text: drawText(t, "text", 60), URL: word(),
			Published: rapid.SampledFrom([]string{"", "2031-03-12", "2031-03-12T10:00:00Z", "2031-03", "soon"}).Draw(t, "published"),
		}
		if rapid.Bool().Draw(t, "copy") {
			other := id("a")
			a.CopyOf = &other
		}
		a.Sentences = sentences(a.Text)
		d.Articles = append(d.Articles, a)
	}
	cut := func(text string) Span {
		at := func(label string) int {
			i := rapid.IntRange(0, len(text)).Draw(t, label)
			for i < len(text) && !utf8.RuneStart(text[i]) {
				i++
			}
			return i
		}
		a, b := at("start"), at("end")
		a, b = min(a, b), max(a, b)
		return Span{Start: a, End: b, Text: text[a:b]}
	}
	ev := func() Evidence {
		if len(d.Articles) == 0 || few("lost") == 0 {
			return Evidence{"nowhere", Span{Start: 3, End: 9, Text: word()}}
		}
		a := &d.Articles[rapid.IntRange(0, len(d.Articles)-1).Draw(t, "in")]
		e := Evidence{a.ID, cut(a.Text)}
		if rapid.Bool().Draw(t, "field") {
			e.Span = cut(a.Title)
			e.Field = "title"
		}
		return e
	}
	evs := func() (list []Evidence) {
		for range few("evidence") {
			list = append(list, ev())
		}
		return list
	}
	words := func() (list []string) {
		for range few("words") {
			list = append(list, word())
		}
		return list
	}
	ids := func(letter string) (list []string) {
		for range few("ids") {
			list = append(list, id(letter))
		}
		return list
	}
	for i := range d.Articles {
		for range few("regions") {
			d.Articles[i].Regions = append(d.Articles[i].Regions, Region{cut(d.Articles[i].Text), word()})
		}
	}
	if rapid.Bool().Draw(t, "titled") {
		e := ev()
		d.Title = &e
	}
	for range few("left out") {
		d.LeftOut = append(d.LeftOut, LeftOut{word(), word(), word()})
	}
	for i := range few("entities") {
		d.Entities = append(d.Entities, Entity{fmt.Sprint("e", i+1), word(), word(), words(), rapid.Bool().Draw(t, "participant"), evs()})
	}
	for i := range few("origins") {
		d.Origins = append(d.Origins, Origin{ID: fmt.Sprint("o", i+1), Kind: rapid.SampledFrom([]string{"self", "person"}).Draw(t, "kind"), Name: word()})
	}
	for i := range few("claims") {
		c := Claim{ID: fmt.Sprint("c", i+1), Statement: ev(), Outlets: words(), Origins: ids("o"), Because: word()}
		for range few("reports") {
			r := Report{Evidence: ev(), Polarity: "denied", Hedge: rapid.SampledFrom([]string{"none", "possible", "reported"}).Draw(t, "hedge")}
			for range few("chain") {
				cue := ev()
				r.Chain = append(r.Chain, Link{id("o"), &cue}, Link{Origin: id("o")})
			}
			c.Reports = append(c.Reports, r)
		}
		d.Claims = append(d.Claims, c)
	}
	d.Summary = ids("c")
	bound := func(label string) *float64 {
		x := rapid.SampledFrom([]float64{0, 0, 1, 2, 2.5, -3, 14, 1e9, 1e300, -1e300, 1e-300}).Draw(t, label)
		if x == 0 && rapid.Bool().Draw(t, "open") {
			return nil
		}
		return &x
	}
	day := func(label string) string {
		return rapid.SampledFrom([]string{"", "2031", "2031-03", "2031-03-12", "2031-03-12T10:00", "0001-01-01", "9999-12-31", "soon"}).Draw(t, label)
	}
	for range few("disagreements") {
		g := Disagreement{
			Slot: rapid.SampledFrom([]string{"count", "date", "?"}).Draw(t, "slot"), About: word(),
			Relation: rapid.SampledFrom([]string{"conflicts", "refines", "updates", "compatible", "?"}).Draw(t, "relation"),
		}
		if rapid.Bool().Draw(t, "claimed") {
			c := id("c")
			g.Claim = &c
		}
		for range few("positions") {
			p := Position{Value: word(), Side: few("side"), Outlets: words(), Evidence: evs(), Earliest: word(), Low: bound("low"), High: bound("high"), Unit: word()}
			if rapid.Bool().Draw(t, "timed") {
				p.Earliest, p.Latest = day("earliest"), day("latest")
			}
			g.Positions = append(g.Positions, p)
		}
		d.Disagreements = append(d.Disagreements, g)
	}
	for range few("quotes") {
		q := Quote{SpeakerName: word(), Relation: rapid.SampledFrom([]string{"variant", "partial", "identical"}).Draw(t, "relation")}
		for range few("renderings") {
			q.Renderings = append(q.Renderings, Rendering{ev(), word()})
		}
		d.Quotes = append(d.Quotes, q)
	}
	for range few("timeline") {
		d.Timeline = append(d.Timeline, Event{word(), "2031-03-12", "day", evs()})
	}
	for range few("figures") {
		x := rapid.Float64Range(-1e9, 1e9).Draw(t, "x")
		d.Figures = append(d.Figures, Figure{word(), &x, nil, word(), evs()})
	}
	for _, e := range evs() {
		d.Only = append(d.Only, Report{Evidence: e, Polarity: "affirmed", Hedge: "none"})
	}
	for range few("missing") {
		d.Missing = append(d.Missing, Missing{id("c"), words()})
	}
	return d
}

// TestAnyDossier holds what is true of the renderings of any dossier.
func TestAnyDossier(t *testing.T) { rapid.Check(t, anyDossier) }

func FuzzAnyDossier(f *testing.F) { f.Fuzz(rapid.MakeFuzz(anyDossier)) }

func anyDossier(t *rapid.T) {
	d := drawn(t)
	var out bytes.Buffer

	if err := d.JSON(&out); err != nil {
		t.Fatal(err)
	}
	var back Dossier
	if err := json.Unmarshal(out.Bytes(), &back); err != nil {
		t.Fatal(err)
	}
	for _, m := range null.FindAllStringSubmatch(out.String(), -1) {
		if !nullable[m[1]] {
			t.Fatalf("%s is null", m[1])
		}
	}

	out.Reset()
	width := rapid.IntRange(40, 120).Draw(t, "width")
	if err := d.Text(&out, TextOptions{Width: width}); err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(out.String(), "\n") {
		if displaywidth.String(line) > width {
			t.Fatalf("wider than %d: %q", width, line)
		}
		if strings.ContainsFunc(line, func(c rune) bool { return c < ' ' || c == 0x7f || c == '\u202e' }) {
			t.Fatalf("control character in %q", line)
		}
		if strings.TrimRight(line, " ") != line {
			t.Fatalf("blanks at the end of %q", line)
		}
	}

	out.Reset()
	if err := d.Markdown(&out); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(out.String(), "<script") || strings.Contains(out.String(), "\x1b") {
		t.Fatalf("not escaped:\n%s", out.String())
	}

	out.Reset()
	if err := d.HTML(&out); err != nil {
		t.Fatal(err)
	}
	checkPage(t, out.String())
}

var (
	null     = regexp.MustCompile(`(?m)^ *"(\w+)": null,?$`)
	nullable = map[string]bool{"title": true, "copy_of": true, "entity": true, "cue": true, "claim": true, "speaker": true, "low": true, "high": true}
)

// checkPage fails unless page is well formed, asks for nothing outside itself,
// has each id once, and leads all its links to one of them.
func checkPage(t interface{ Fatalf(string, ...any) }, page string) {
	dec := xml.NewDecoder(strings.NewReader(plainScripts(page)))
	dec.Entity = xml.HTMLEntity
	ids := map[string]bool{}
	var links []string
	for {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("not well formed: %v\n%s", err, page)
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch e.Name.Local {
		case "img", "link", "iframe", "object", "embed", "base", "form":
			t.Fatalf("<%s> in the page", e.Name.Local)
		}
		for _, a := range e.Attr {
			switch {
			case a.Name.Local == "id":
				if ids[a.Value] {
					t.Fatalf("id %s twice", a.Value)
				}
				ids[a.Value] = true
			case a.Name.Local == "href" && strings.HasPrefix(a.Value, "#"):
				links = append(links, a.Value[1:])
			case a.Name.Local == "href" && !strings.HasPrefix(a.Value, "https://") && !strings.HasPrefix(a.Value, "http://"):
				t.Fatalf("link to %s", a.Value)
			case a.Name.Local == "style" || a.Name.Local == "src" || strings.HasPrefix(a.Name.Local, "on"):
				t.Fatalf("attribute %s in the page", a.Name.Local)
			}
		}
	}
	for _, l := range links {
		if !ids[l] {
			t.Fatalf("link to #%s leads nowhere", l)
		}
	}
}

// plainScripts takes out style sheets and scripts, which are no XML, after
// checking that there is one of each, and lets XML read the rest.
func plainScripts(page string) string {
	page = strings.Replace(page, pageCSS, "", 1)
	page = strings.Replace(page, pageJS, "", 1)
	return strings.ReplaceAll(page, "\x1b", "")
}

// TestBody holds that an article's text can be read back from the page.
func TestBody(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawn(t)
		r := newReading(d)
		newPage(r) // must not change d
		m := newMarks(r)
		for i := range d.Articles {
			a := &d.Articles[i]
			for range rapid.IntRange(0, 20).Draw(t, "marks") {
				start := rapid.IntRange(0, len(a.Text)).Draw(t, "start")
				end := rapid.IntRange(start, len(a.Text)).Draw(t, "end")
				m.link(Evidence{a.ID, Span{Start: start, End: end}}, weight(rapid.IntRange(0, 5).Draw(t, "weight")), backlink{"#x", "x", "x"})
			}
			body := added.ReplaceAllString(string(m.body(i)), "")
			got := html.UnescapeString(tags.ReplaceAllString(body, ""))
			if want := strings.Fields(a.Text); !slices.Equal(strings.Fields(got), want) {
				t.Fatalf("%q reads back as %q", want, got)
			}
			for p := range m.list[i] {
				if p.field == "" && strings.Count(body, `id="`+anchor(i, p)+`"`) != 1 {
					t.Fatalf("%v has no anchor", p)
				}
			}
		}
	})
}

// What the page adds to an article's text.
var (
	added = regexp.MustCompile(`<a class="ref".*?</a>|<span class="kind">.*?</span>`)
	tags  = regexp.MustCompile(`<[^>]*>`)
)

func TestEscape(t *testing.T) {
	d := &Dossier{Articles: []Article{{ID: "a", Outlet: "<b>Post</b>", Title: "<i>", URL: "javascript:alert(1)", Text: "He wrote <script>alert(1)</script> & left."}}}
	d.Only = []Report{{Evidence: Evidence{"a", Span{Start: 9, End: 34, Text: d.Articles[0].Text[9:34]}}}}
	var out bytes.Buffer
	if err := d.HTML(&out); err != nil {
		t.Fatal(err)
	}
	page := out.String()
	if strings.Contains(page, "<script>alert") || strings.Contains(page, "javascript:") || strings.Contains(page, "<b>Post") {
		t.Error("article text reaches the page unescaped")
	}
	if want := `<mark class="single" id="a1-9-34">&lt;script&gt;alert(1)&lt;/script&gt;</mark>`; !strings.Contains(page, want) {
		t.Errorf("no %s in\n%s", want, page)
	}
	checkPage(t, page)
}
