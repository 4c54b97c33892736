package name_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"synoptic/analyze/doc"
	"synoptic/analyze/name"
	"synoptic/analyze/segment"
	"synoptic/analyze/tag"
	"synoptic/article"
	"synoptic/lang/en"
)

func read(text string) *doc.Doc {
	d := doc.New(&article.Article{Text: text}, en.English())
	segment.Run(d)
	tag.Run(d)
	name.Run(d)
	return d
}

// list writes the names of d as "type: words [title]".
func list(d *doc.Doc) string {
	var all []string
	for _, n := range d.Names {
		s := string(n.Type) + ": " + d.Words(n.Range)
		if !n.Title.Empty() {
			s += " [" + d.Words(n.Title) + "]"
		}
		all = append(all, s)
	}
	return strings.Join(all, "; ")
}

func TestNames(t *testing.T) {
	tests := []struct{ why, text, want string }{
		{"people, place", "On Monday Maria Velasco flew to Lisbon.", "person: Maria Velasco; place: Lisbon"},
		{"title with a people", "It was Norwegian Defense Minister Harald Brekke who left.", "group: Norwegian; person: Harald Brekke [Norwegian Defense Minister]"},
		{"title with a body", "They met Port Authority Director Lena Okafor there.", "organization: Port Authority; person: Lena Okafor [Port Authority Director]"},
		{"title with a body in lower case", "She called Harbor Ministry spokesman Tomas Reyes.", "organization: Harbor Ministry; person: Tomas Reyes [Harbor Ministry spokesman]"},
		{"courtesy title", "Later Mr. Brekke agreed.", "person: Brekke [Mr.]"},
		{"two titles", "It was Lt. Gen. Anna Torvald who answered.", "person: Anna Torvald [Lt. Gen.]"},
		{"role with of", "There was Secretary of State Paul Anders too.", "person: Paul Anders [Secretary of State]"},
		{"office without a person", "It was the Prime Minister and the Defense Secretary.", ""},
		{"of inside", "She left the Bank of England and the Institute for Sea Research.", "organization: Bank of England; organization: Institute for Sea Research"},
		{"and inside", "It was the Ministry of Trade and Industry.", "organization: Ministry of Trade and Industry"},
		{"and inside, head last", "It was the Arms Transfer and Disposal Agency.", "organization: Arms Transfer and Disposal Agency"},
		{"and between", "It was Peru and Chile.", "place: Peru; place: Chile"},
		{"collective owner", "He joined the Workers' Front of Ruritania.", "organization: Workers' Front of Ruritania"},
		{"possessive outside", "It was Denmark's offer.", "place: Denmark"},
		{"hyphen in a name", "There stood Kim Dae-su with Jean-Luc Moreau.", "person: Kim Dae-su; person: Jean-Luc Moreau"},
		{"hyphen between names", "The Peru-Chile border and a U.S.-led group.", "place: Peru; place: Chile; place: U.S."},
		{"family name first", "There stood Choe Son Mi.", "person: Choe Son Mi"},
		{"particles", "He saw Omar al-Hadidi and Ursula von Rothen.", "person: Omar al-Hadidi; person: Ursula von Rothen"},
		{"Jr.", "It was Robert Hale Jr. who came.", "person: Robert Hale Jr."},
		{"months and days", "In March, on a Friday in late May, it rained.", ""},
		{"May as a name", "It was Karen May who sang in May.", "person: Karen May"},
		{"sentence opener seen in lower case", "Tariffs rose. The tariffs hurt.", ""},
		{"sentence opener seen with a capital", "Zorbia fell. They stayed in Zorbia.", "place: Zorbia; place: Zorbia"},
		{"acronym", "The union is called WFTU here.", "organization: WFTU"},
		{"shouted word", "It was a TERRIBLE idea.", ""},
		{"age", "There was Ketterley Obaku, 42, a welder.", "person: Ketterley Obaku"},
		{"state after a town", "He lives in Pinehollow, Calif., now.", "place: Pinehollow; place: Calif."},
		{"party and state", "It was Sen. Ruth Kemper (D-Ohio) again.", "person: Ruth Kemper [Sen.]; place: Ohio"},
		{"rocket and channel", "They saw the Soyuz-2 on Channel 4.", "other: Soyuz-2; organization: Channel 4"},
		{"people of a chamber", "The House Republicans refused.", "organization: House; group: Republicans"},
		{"two surnames and a hyphen", "First came Greta Lindqvist and Paul Harlow. Lindqvist met Harlow. The Lindqvist-Harlow talks ended.",
			"person: Greta Lindqvist; person: Paul Harlow; person: Lindqvist; person: Harlow; person: Lindqvist; person: Harlow"},
		{"country that is not known", "It was Tavria's foreign minister, Ann Orlo, who spoke.", "place: Tavria; person: Ann Orlo"},
		{"surname alone", "First came Greta Lindqvist. Then Lindqvist spoke.", "person: Greta Lindqvist; person: Lindqvist"},
		{"family name that could be a body", "There was Eric Fox, 41, a welder. Fox said the pier was shut.", "person: Eric Fox; person: Fox"},
		{"family name before a suffix", "There was Eric Fox Jr., 41, a welder. Fox said the pier was shut.", "person: Eric Fox Jr.; person: Fox"},
		{"body with a family name", "There was Eric Fox. They told Fox Motors. Fox left.", "person: Eric Fox; organization: Fox Motors; organization: Fox"},
		{"case at law", "A court decision in Holm v. Lund was read.", "other: Holm v. Lund"},
		{"ship", "There the ferry Lady Marola sank, and the Lady Marola stayed.", "other: Lady Marola; other: Lady Marola"},
		{"noun of sort after", "It was the Volmer news agency and the Senja river.", "organization: Volmer; place: Senja"},
		{"noun of sort in an apposition", "It left Tharn, a small town in the north.", "place: Tharn"},
		{"outlet in a dateline", "Torva (Volmer) - Nobody came to Torva.", "place: Torva; organization: Volmer; place: Torva"},
		{"outlet that was told", "They told Volmer.", "organization: Volmer"},
		{"ordinary words are nobody", "Some call it Witch Kettle.", "other: Witch Kettle"},
		{"family name that could be a place", "There was Jerry Hall.", "person: Jerry Hall"},
		{"who said it is no description", "It lay west of Tarn Reef, the coast guard said.", "place: Tarn Reef"},
		{"us is no country", "He told us. He told the US.", "place: US"},
		{"capital after a quotation mark", `He said: "Nobody knows." She said: "Peru knows."`, "place: Peru"},
		{"saint in a place", "He came from San Alegro.", "place: San Alegro"},
	}
	for _, c := range tests {
		t.Run(c.why, func(t *testing.T) {
			if got := list(read(c.text)); got != c.want {
				t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}

func TestHeadlines(t *testing.T) {
	body := "\n\nOn Tuesday Greta Lindqvist, a lawyer, left the Harbor Commission in Zorbia. The hard talks are ending."
	tests := []struct{ headline, want string }{
		{"Lindqvist Quits Harbor Commission After Hard Talks", "person: Lindqvist; organization: Harbor Commission"},
		{"LINDQVIST LEAVES ZORBIA AFTER HARD TALKS", "person: LINDQVIST; place: ZORBIA"},
		{"Talks Ending Without Deal As Peru Walks Away", "place: Peru"},
	}
	for _, c := range tests {
		d := read(c.headline + body)
		var kept []doc.Name
		for _, n := range d.Names {
			if d.Tokens[n.From].End <= len(c.headline) {
				kept = append(kept, n)
			}
		}
		d.Names = kept
		if got := list(d); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.headline, got, c.want)
		}
	}
}

// holds checks what is true of the names of any text.
func holds(d *doc.Doc) error {
	end := 0
	for _, n := range d.Names {
		if n.From < end || n.Empty() || n.To > len(d.Tokens) {
			return fmt.Errorf("range %v after %d", n.Range, end)
		}
		end = n.To
		if s := d.SentenceOf(n.From); s < 0 || !d.Sentences[s].Contains(n.Range) {
			return fmt.Errorf("%q crosses a sentence", d.Words(n.Range))
		}
		if !n.Title.Empty() && n.Title.To != n.From {
			return fmt.Errorf("title %v of %v", n.Title, n.Range)
		}
		if n.Entity != -1 || n.Type == "" {
			return fmt.Errorf("%q: entity %d, type %q", d.Words(n.Range), n.Entity, n.Type)
		}
	}
	return nil
}

func TestAnyText(t *testing.T) {
	words := []string{"Mr.", "President", "of", "the", "and", "Kim", "Bank", "U.S.", "al", "-", "Jr.", ",", "(", ")", "Peru", "Ministry", "’s", "'", "X", "said",
		"42", "RUN", "New", "York", "May", "“", "”", ".", "\n", "Ö", "é", "for", "&", "de", "General", "Secretary", "Council"}
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOfN(rapid.SampledFrom(words), 0, 40).Draw(t, "words")
		sep := rapid.SampledFrom([]string{" ", ""}).Draw(t, "sep")
		if err := holds(read(strings.Join(parts, sep))); err != nil {
			t.Fatal(err)
		}
	})
}

// One word over and over takes no more than its share of memory, which stands
// for work here, and gives nothing but names.
func TestOneWord(t *testing.T) {
	for _, word := range []string{"a ", "Lund ", "of ", "Mr. ", "-", "U.S., "} {
		once, twice := readAll(t, word, 1<<13), readAll(t, word, 1<<14)
		if twice > 3*once {
			t.Errorf("%q: %d bytes, for twice the text %d", word, once, twice)
		}
	}
	readAll(t, "Lund ", 1<<20)
}

// readAll returns the memory that the names of so many bytes of a word take.
func readAll(t *testing.T, word string, size int) uint64 {
	d := doc.New(&article.Article{Text: strings.Repeat(word, size/len(word))}, en.English())
	segment.Run(d)
	tag.Run(d)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	name.Run(d)
	runtime.ReadMemStats(&after)
	if err := holds(d); err != nil {
		t.Errorf("%q: %v", word, err)
	}
	return after.TotalAlloc - before.TotalAlloc
}

func FuzzNames(f *testing.F) {
	f.Add("Russian Defense Minister Ivan Petrov met Kim Dae-su, 42, of the Bank of X and Y.")
	f.Add("al-")
	f.Add("Jr., of the (US)")
	f.Add("President Lund Quits After Talks\n\nLUND, Sweden (Doe) - \"Doe\" said Mr. Lund, 9/11, Russia 1.")
	f.Fuzz(func(t *testing.T, text string) {
		if err := holds(read(strings.ToValidUTF8(text, ""))); err != nil {
			t.Fatal(err)
		}
	})
}

func BenchmarkNames(b *testing.B) {
	text := strings.Repeat("Norwegian Defense Minister Harald Brekke told the Institute for Sea Research on Monday that Peru and the U.S. had agreed. "+
		"The talks went on for hours, and nobody knew what would come of them, Brekke said.\n", 40)
	d := doc.New(&article.Article{Text: text}, en.English())
	segment.Run(d)
	for b.Loop() {
		d.Names = d.Names[:0]
		name.Run(d)
	}
	b.ReportMetric(float64(len(d.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
