package identity_test

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"synoptic/analyze"
	"synoptic/analyze/doc"
	"synoptic/analyze/identity"
	"synoptic/analyze/name"
	"synoptic/analyze/segment"
	"synoptic/analyze/tag"
	"synoptic/article"
	"synoptic/lang/en"
	"synoptic/span"
)

func read(a *article.Article) *doc.Doc {
	return analyze.Article(a, en.English())
}

// list writes the entities of d as "name = aliases (references)".
func list(d *doc.Doc) []string {
	var all []string
	for _, e := range d.Entities {
		s := e.Name
		if len(e.Aliases) > 0 {
			s += " = " + strings.Join(e.Aliases, ", ")
		}
		var refs []string
		for _, r := range e.References {
			refs = append(refs, d.Words(d.References[r].Range))
		}
		if len(refs) > 0 {
			s += " (" + strings.Join(refs, ", ") + ")"
		}
		all = append(all, s)
	}
	return all
}

func TestEntities(t *testing.T) {
	tests := []struct {
		why, text string
		want      []string
	}{
		{"surname", "Greta Lindqvist came. It was Lindqvist who sang.", []string{"Greta Lindqvist = Lindqvist"}},
		{"spellings", "There was Kim Dae-su. Then Kim Dae Su and Dae-Su and Kim left.", []string{"Kim Dae-su = Kim Dae Su, Dae-Su, Kim"}},
		{"same family name", "There was Kim Dae-su. His sister, Kim Mi Ran, was there. It was Kim who spoke. It was Kim who left.",
			[]string{"Kim Dae-su = Kim (His)", "Kim Mi Ran"}},
		{"gender of a title", "Paul Harlow met Anna Harlow. It was Ms. Harlow who spoke.", []string{"Paul Harlow", "Anna Harlow = Harlow"}},
		{"Jr. is another", "There was Robert Hale. His son, Robert Hale Jr., came. It was Hale who left.",
			[]string{"Robert Hale = Hale (His)", "Robert Hale Jr."}},
		{"Jr. left out once", "There was Robert Q. Hale Jr. in court. It was Mr. Hale who left. Later Robert Hale came back.",
			[]string{"Robert Q. Hale Jr. = Hale, Robert Hale"}},
		{"Jr. in full once", "There was Robert Hale. Then Robert Q. Hale Jr. spoke. It was Robert Hale who left.",
			[]string{"Robert Q. Hale Jr. = Robert Hale"}},
		{"one word of a body", "It was the Torva Courier. They told the Courier.", []string{"Torva Courier = Courier"}},
		{"place without its kind", "At Senja Airport it rained. The Senja airport was closed.", []string{"Senja Airport = Senja airport"}},
		{"place and what lies in it", "At Senja Airport it rained. In the town of Senja it rained.", []string{"Senja Airport", "Senja"}},
		{"given name with another role", "It was Paul Harlow. Later Paul, a teacher, spoke.", []string{"Paul Harlow", "Paul"}},
		{"titled surname is no relative", "It was President Harlow who spoke. His daughter Anna Harlow came. Then Harlow left.",
			[]string{"Harlow (His)", "Anna Harlow"}},
		{"acronym given", "It was the Ruritanian Grain Board (RGB). The fee of RGB fell.", []string{"Ruritanian Grain Board = RGB"}},
		{"acronym by letters", "It was the Northern Fishing Council. There the NFC met.", []string{"Northern Fishing Council = NFC"}},
		{"known acronym", "It was the United Nations. There the U.N. and the UN met.", []string{"United Nations = U.N., UN"}},
		{"country, not its people", "In Norway the Norwegian offer stood.", []string{"Norway", "Norwegian"}},
		{"capital is no country", "In Norway they spoke of Oslo.", []string{"Norway", "Oslo"}},
		{"tail of a body", "It was the Norwegian Defense Ministry. There the Defense Ministry met.", []string{"Norwegian Defense Ministry = Defense Ministry"}},
		{"compass point of a country", "It was South Korea. They spoke of the South.", []string{"South Korea = South"}},
		{"description", "It was Norwegian President Harald Brekke. It was the Norwegian leader who spoke.",
			[]string{"Norwegian", "Harald Brekke (the Norwegian leader)"}},
		{"description of another country", "It was Norwegian President Harald Brekke. It was the Danish leader who spoke.",
			[]string{"Norwegian", "Harald Brekke", "Danish"}},
		{"role alone", "It was Trade Minister Lena Okafor. Then the minister left.", []string{"Lena Okafor (the minister)"}},
		{"role in an apposition", "Lena Okafor, the mayor of Oslo, came. Then the mayor left.", []string{"Lena Okafor (the mayor)", "Oslo"}},
		{"two people", "President Lena Okafor met Premier Paul Harlow. Okafor thanked Harlow. The two leaders ate.",
			[]string{"Lena Okafor = Okafor (The two leaders)", "Paul Harlow = Harlow (The two leaders)"}},
		{"two of three", "Lena Okafor met Paul Harlow and Anna Reyes. Okafor, Harlow and Reyes ate. The two men left.",
			[]string{"Lena Okafor = Okafor", "Paul Harlow = Harlow", "Anna Reyes = Reyes"}},
		{"vice is another office", "It was President Lena Okafor. It was Vice President Paul Harlow. Then the president left.",
			[]string{"Lena Okafor (the president)", "Paul Harlow"}},
		{"given name of whom something is said", "It was Paul Harlow. Paul was a son of a miller.", []string{"Paul Harlow = Paul"}},
		{"short form of a given name", "It was Steven Harlow who spoke. Later Steve left.", []string{"Steven Harlow = Steve"}},
		{"two short forms", "It was Jimmy Harlow who spoke. Later Jim left.", []string{"Jimmy Harlow", "Jim"}},
		{"family name at either end", "There was Higuchi Ichiyo. Later Ichiyo Higuchi wrote.", []string{"Higuchi Ichiyo = Ichiyo Higuchi"}},
		{"respelled in one article", "There was Kristen Harlow. Later Kristin Harlow left.", []string{"Kristen Harlow = Kristin Harlow"}},
		{"family name respelled", "There was Viktor Tarkovich. Later Viktor Tarkovych sat. It was Tarkovych who spoke.",
			[]string{"Viktor Tarkovich = Viktor Tarkovych, Tarkovych"}},
		{"other middle names", "There was George H.W. Hale. There was George W. Hale.", []string{"George H.W. Hale", "George W. Hale"}},
		{"two rulers of one name", "They saw King Olav V. Then Olav left. King Olav VI came.", []string{"Olav V = Olav", "Olav VI"}},
		{"initial that is a numeral", "There was Vladimir V. Tarkov. It was Tarkov who spoke.", []string{"Vladimir V. Tarkov = Tarkov"}},
		{"letters after a name", "It was Daniel Hale FRS who spoke. Daniel Hale left.", []string{"Daniel Hale FRS = Daniel Hale"}},
		{"acronym before the name", "It was the RGB that met. The Ruritanian Grain Board met.", []string{"Ruritanian Grain Board = RGB"}},
		{"first words of a body", "They saw the Grain Council of Peru. The Grain Council met.", []string{"Grain Council of Peru = Grain Council"}},
		{"what a body is of", "The Church of Torvalogy sued. It was Torvalogy that lost. The Church lost.", []string{"Church of Torvalogy = Torvalogy, Church"}},
		{"last word with an article", "The Torva Harriers beat another team. The Harriers won.", []string{"Torva Harriers = Harriers"}},
		{"place with its kind before it", "They live in the City of Torva. In Torva it rained.", []string{"City of Torva = Torva"}},
		{"respelled place", "They live in Slavinsk. In Slavynsk it rained.", []string{"Slavinsk = Slavynsk"}},
		{"another name", "Lena Okafor, also known as Lady Vale, came. It was Vale who sang.", []string{"Lena Okafor = Vale"}},
		{"one who calls another", "Lena Okafor called Mara Vale.", []string{"Lena Okafor", "Mara Vale"}},
		{"another name in brackets", "They met at the Ruritanian Grain Board (Gosgrain). It was Gosgrain that paid.", []string{"Ruritanian Grain Board = Gosgrain"}},
		{"dateline", "It was Torva (RNA) that won.", []string{"Torva", "RNA"}},
		{"minister of another portfolio", "It was Prime Minister Lena Okafor who spoke. Foreign Minister Paul Harlow sat. Then the prime minister left. Then the defense minister left.",
			[]string{"Lena Okafor (the prime minister)", "Paul Harlow"}},
		{"minister without a portfolio", "It was Minister Paul Harlow who sat. Then the foreign minister left.", []string{"Paul Harlow (the foreign minister)"}},
		{"minister who is no leader", "It was Peruvian Defence Minister Paul Harlow who sat. The Peruvian defense minister left. The Peruvian leader left.",
			[]string{"Peruvian", "Paul Harlow (The Peruvian defense minister)"}},
		{"pronoun", "Lena Okafor came. She sang.", []string{"Lena Okafor (She)"}},
		{"pronoun behind a quotation of two sentences", "Lena Okafor came. “The bridge is old. It will be closed,” she said.", []string{"Lena Okafor (she)"}},
		{"pronoun within a quotation", "Lena Okafor came. “She sang,” said a boy.", []string{"Lena Okafor"}},
		{"pronoun after a sentence that names nobody", "Lena Okafor came. The bridge was closed. She sang.", []string{"Lena Okafor (She)"}},
		{"pronoun of the subject of two", "Paul Harlow met Karl Lund on Monday. He left early.", []string{"Paul Harlow (He)", "Karl Lund"}},
		{"pronoun of one verb with its subject", "Paul Harlow praised him.", []string{"Paul Harlow"}},
		{"pronoun that governs a name", "Paul Harlow met Karl Lund. Lund wept. He called Lund a liar.", []string{"Paul Harlow (He)", "Karl Lund = Lund"}},
		{"pronoun, and a name in a clause that describes", "Paul Harlow came. He praised the bridge, which Harlow had built.", []string{"Paul Harlow = Harlow (He)"}},
		{"pronoun and a name that it speaks of", "Paul Harlow met Karl Lund. Lund wept. “Lund can't sing,” he said.", []string{"Paul Harlow (he)", "Karl Lund = Lund"}},
		{"pronoun of either of two", "Paul Harlow and Karl Lund came. The bridge was closed. His brother sang.", []string{"Paul Harlow", "Karl Lund"}},
		{"identified", "Police identified the missing driver as Lena Okafor.", []string{"Lena Okafor (the missing driver)"}},
		{"was identified", "The 24-year-old driver was identified on Monday as Lena Okafor.", []string{"Lena Okafor (The 24-year-old driver)"}},
		{"identified by a pronoun", "Neighbours of the missing driver identified her as Lena Okafor.", []string{"Lena Okafor (the missing driver, her)"}},
		{"kin identified", "Police identified the driver's father as Paul Harlow.", []string{"Paul Harlow (the driver's father)"}},
		{"two identified", "The coroner identified the two drivers as Lena Okafor and Paul Harlow.", []string{"Lena Okafor", "Paul Harlow"}},
		{"pronoun of the other gender", "Paul Harlow came. She sang.", []string{"Paul Harlow"}},
	}
	for _, c := range tests {
		t.Run(c.why, func(t *testing.T) {
			if got := list(read(&article.Article{Text: c.text})); !slices.Equal(got, c.want) {
				t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
			}
		})
	}
}

// TestNamed gives the step names that the finder of names would pass over: "/"
// before a word begins one, with its type, and "/" after a word ends it.
func TestNamed(t *testing.T) {
	tests := []struct {
		why, text string
		want      []string
	}{
		{"office", "/person Lena Okafor/ , President of Peru , came . The /person President/ left .", []string{"Lena Okafor"}},
		{"one office of two", "Vice President /person Lena Okafor/ met President /person Paul Harlow/ . The /person Vice President/ left .",
			[]string{"Lena Okafor", "Paul Harlow"}},
		{"office that a verb gives", "/person Lena Okafor/ served as /person Mayor/ of Torva .", []string{"Lena Okafor"}},
		{"office of another country", "President /person Lena Okafor/ met the /person President/ of /place Peru/ .",
			[]string{"Lena Okafor", "President", "Peru"}},
		{"office of nobody named", "The /person Mayor/ of Torva came . The /person Mayor/ left .", []string{"Mayor"}},
		{"family name like an office", "/person Anna Baker/ came . The /person Baker/ sang .", []string{"Anna Baker = Baker"}},
		{"someone else before a comma", "With the /person Queen/ , /person Lena Okafor/ said .", []string{"Queen", "Lena Okafor"}},
		{"identified before groups are found", "Police identified him as /person Lena Okafor/ .", []string{"Lena Okafor"}},
		{"nation", "In /place Peru/ they voted . /place Peru/ is large . The /place Nation/ was glad .", []string{"Peru = Nation"}},
		{"nation of one of two", "In /place Peru/ and /place Chile/ they voted . The /place Nation/ was glad .", []string{"Peru", "Chile", "Nation"}},
		{"letters of a place", "In /place Port Vale/ it rained . In /place PV/ it snowed .", []string{"Port Vale = PV"}},
		{"plural of islands", "They saw the /place Torva Islands/ . The /place Torvas/ are far .", []string{"Torva Islands = Torvas"}},
		{"park", "They saw /place Torva National Park/ . In /place Torva/ it rained .", []string{"Torva National Park = Torva"}},
		{"point of the compass of a body", "It was /organization North Korea/ . The /organization North/ won .", []string{"North Korea = North"}},
	}
	for _, c := range tests {
		t.Run(c.why, func(t *testing.T) {
			a := &article.Article{}
			type mark struct {
				from, to int
				typ      string
			}
			var marks []mark
			for word := range strings.FieldsSeq(c.text) {
				if typ, ok := strings.CutPrefix(word, "/"); ok {
					marks = append(marks, mark{from: len(a.Text), typ: typ})
					continue
				}
				word, ends := strings.CutSuffix(word, "/")
				a.Text += word
				if ends {
					marks[len(marks)-1].to = len(a.Text)
				}
				a.Text += " "
			}
			d := doc.New(a, en.English())
			segment.Run(d)
			tag.Run(d)
			for _, m := range marks {
				n := doc.Name{Range: d.Range(span.Span{Start: m.from, End: m.to}), Type: doc.Type(m.typ), Entity: -1}
				if title := n.From - 1; m.typ == "person" && title >= 0 && d.Word(title) == "President" {
					n.Title = span.Range{From: title, To: n.From}
					if title > 0 && d.Word(title-1) == "Vice" {
						n.Title.From--
					}
				}
				d.Names = append(d.Names, n)
			}
			identity.Run(d)
			if err := holds(d); err != nil {
				t.Error(err)
			}
			if got := list(d); !slices.Equal(got, c.want) {
				t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
			}
		})
	}
}

func TestRoles(t *testing.T) {
	tests := []struct {
		text string
		want []string // of the first person
	}{
		{"Lena Okafor, the harbor manager for the port of Torva, left.", []string{"the harbor manager for the port of Torva"}},
		{"Lena Okafor, a former campaign adviser to Paul Harlow, left.", []string{"a former campaign adviser to Paul Harlow"}},
		{"Lena Okafor, 51, president and chief executive of Torva Steel, left.", []string{"president and chief executive of Torva Steel"}},
		{"Lena Okafor is the mayor of Torva.", []string{"the mayor of Torva"}},
		{"They asked former campaign chairman Paul Harlow.", []string{"former campaign chairman"}},
		{"A spokesman for the trade ministry, Paul Harlow, said so.", []string{"A spokesman for the trade ministry"}},
		{"His lawyer, Paul Harlow, said so.", []string{"His lawyer"}},
		{"It lay near Lena Okafor, the coast guard said.", nil},
		{"They saw Lena Okafor, campaign chairman Paul Harlow and others.", nil},
		{"They saw Lena Okafor, her brothers and her aunt.", nil},
	}
	for _, c := range tests {
		d := read(&article.Article{Text: c.text})
		var got []string
		for _, e := range d.Entities {
			if e.Type == doc.Person {
				for _, r := range e.Roles {
					got = append(got, d.Words(r))
				}
				break
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

// TestLinear checks that the work, by the memory it asks for, grows with the
// text, however many bear one name or one office.
func TestLinear(t *testing.T) {
	work := func(n int) uint64 {
		var b strings.Builder
		for i := range n {
			w := "V" + strings.Repeat(string(rune('a'+i%26)), 1+i%3) + string(rune('a'+i/26%26)) + string(rune('a'+i/676%26)) + "ov"
			fmt.Fprintf(&b, "President Ivan %s met %s Harlow of the %s Ministry, the minister of Peru. Ivan said the minister of Peru left Harlow.\n", w, w, w)
		}
		d := doc.New(&article.Article{Text: b.String()}, en.English())
		segment.Run(d)
		tag.Run(d)
		name.Run(d)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		identity.Run(d)
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	if a, b := work(300), work(1200); b > 8*a {
		t.Errorf("%d bytes of memory for a text and %d for one four times as long", a, b)
	}
}

func TestParticipant(t *testing.T) {
	text := "By Anna Harlow\nIn Oslo it was Paul Harlow who spoke. Then Harlow left."
	a := &article.Article{Text: text}
	a.Regions = append(a.Regions, article.Region{Kind: article.Byline})
	a.Regions[0].End = strings.Index(text, "\n")
	d := read(a)
	want := map[string]bool{"Anna Harlow": false, "Oslo": true, "Paul Harlow": true}
	for _, e := range d.Entities {
		if p, ok := want[e.Name]; !ok || p != e.Participant {
			t.Errorf("%s: participant %v, names %d", e.Name, e.Participant, len(e.Names))
		}
	}
	if len(d.Entities) != len(want) {
		t.Errorf("%q", list(d))
	}
}

func TestSamePerson(t *testing.T) {
	tests := []struct {
		a, b string
		want bool
	}{
		{"Robert S. Hale", "Robert Hale", true},
		{"Bob Hale", "Robert Hale", true},
		{"R. Hale", "Robert Hale", true},
		{"Rita Hale", "Robert Hale", false},
		{"Robert S. Hale", "Robert T. Hale", false},
		{"Sergey Volkonsky", "Sergei Volkonskiy", true},
		{"José Peña", "Jose Pena", true},
		{"Kim Dae Su", "Kim Dae-su", true},
		{"Kim Dae Su", "Kim Mi Su", false},
		{"Min Joo Kim", "Kim Dae Su", false},
		{"Abe Kenji", "Kenji Abe", true},
		{"Thomas James", "James Thomas", false}, // two given names
		{"Park Jihoon", "Jihoon Park", true},
	}
	l := &en.English().Name
	for _, c := range tests {
		a, b := identity.NewForm(l, c.a), identity.NewForm(l, c.b)
		if got := identity.SamePerson(l, a, b); got != c.want {
			t.Errorf("%s and %s: %v", c.a, c.b, got)
		}
		if identity.SamePerson(l, a, b) != identity.SamePerson(l, b, a) {
			t.Errorf("%s and %s: the order matters", c.a, c.b)
		}
	}
}

// holds checks what is true of the entities of any text.
func holds(d *doc.Doc) error {
	for i, n := range d.Names {
		if n.Entity < 0 || n.Entity >= len(d.Entities) || !slices.Contains(d.Entities[n.Entity].Names, i) {
			return fmt.Errorf("name %d has entity %d", i, n.Entity)
		}
	}
	for e, x := range d.Entities {
		if len(x.Names) == 0 || !slices.IsSorted(x.Names) || x.Name == "" {
			return fmt.Errorf("entity %d: %+v", e, x)
		}
		first := 0
		for _, i := range x.Names {
			if d.Names[i].Because == "" {
				first++
			}
		}
		if first != 1 {
			return fmt.Errorf("entity %d: %d names without a reason", e, first)
		}
		for _, r := range x.References {
			if d.References[r].Entity != e && !slices.Contains(d.References[r].Both, e) {
				return fmt.Errorf("reference %d of entity %d has %d", r, e, d.References[r].Entity)
			}
		}
		for _, r := range x.Roles {
			if r.Empty() || r.To > len(d.Tokens) {
				return fmt.Errorf("role %v", r)
			}
		}
	}
	for i, r := range d.References {
		if r.Empty() || r.Because == "" || i > 0 && d.References[i-1].From > r.From {
			return fmt.Errorf("reference %+v", r)
		}
	}
	return nil
}

func TestAnyText(t *testing.T) {
	words := []string{"Mr.", "Ms.", "President", "of", "the", "and", "Kim", "Bank", "U.S.", "he", "She", "Jr.", ",", "(", ")", "Peru", "-", "’s", "Anna", "Hale",
		"said", "minister", "The", "“", "”", ".", "\n", "His", "wife", "Norwegian", "leader"}
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOfN(rapid.SampledFrom(words), 0, 60).Draw(t, "words")
		if err := holds(read(&article.Article{Text: strings.Join(parts, " ")})); err != nil {
			t.Fatal(err)
		}
	})
}

func BenchmarkIdentity(b *testing.B) {
	text := strings.Repeat("Norwegian Defense Minister Harald Brekke told Anna Harlow on Monday that Peru and the U.S. had agreed. "+
		"The talks went on for hours, and he did not know what would come of them, Brekke said. The minister left.\n", 40)
	d := doc.New(&article.Article{Text: text}, en.English())
	segment.Run(d)
	name.Run(d)
	for b.Loop() {
		d.Entities, d.References = nil, nil
		identity.Run(d)
	}
	b.ReportMetric(float64(len(d.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
