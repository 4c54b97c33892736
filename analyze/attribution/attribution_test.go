package attribution_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"synoptic/analyze"
	"synoptic/analyze/attribution"
	"synoptic/analyze/doc"
	"synoptic/article"
	"synoptic/lang/en"
	"synoptic/span"
)

func read(text string) *doc.Doc {
	return analyze.Article(&article.Article{Text: text}, en.English())
}

func join(d *doc.Doc, spans []span.Span) string {
	var parts []string
	for _, s := range spans {
		parts = append(parts, s.Text(d.Text))
	}
	return strings.Join(parts, " + ")
}

// line writes an attribution as "source | cue | content | kind".
func line(d *doc.Doc, a *doc.Attribution) string {
	return strings.Join([]string{join(d, a.Source), join(d, a.Cue), join(d, a.Content), string(a.Kind)}, " | ")
}

func TestRun(t *testing.T) {
	for _, test := range []struct {
		text string
		want []string
	}{
		{"Anna Lund said that the bridge was safe.", []string{"Anna Lund | said | that the bridge was safe | indirect"}},
		{"Lund later spoke by telephone to the prime minister, Karl Roe, to express his “deepest sorrow” to the families.", []string{"Lund | to express | his “deepest sorrow” to the families | mixed"}},
		{"The pier is unsafe, the mayor and the port office said.", []string{"the mayor and the port office | said | The pier is unsafe | indirect"}},
		{"Lund had argued that the pier should stay. Men were sent home despite the concern by many sailors that “going home would please the smugglers most of all.”", []string{"Lund | had argued | that the pier should stay | indirect"}},
		{"Two years before, Mayor Lund had used much the same words to beat up on her rival, Sen. Karl Roe:\n\n“The bridge is old, and he has let it rot. He must go.”", []string{"Mayor Lund | : | “The bridge is old, and he has let it rot. He must go.” | direct"}},
		{"Anna Lund said the bridge was safe.", []string{"Anna Lund | said | the bridge was safe | indirect"}},
		{"The bridge was safe, Anna Lund said.", []string{"Anna Lund | said | The bridge was safe | indirect"}},
		{"The bridge, Anna Lund said, was safe.", []string{"Anna Lund | said | The bridge + was safe | indirect"}},
		{"The law, said Trade Minister Per Holm, is a farce.", []string{"Trade Minister Per Holm | said | The law + is a farce | indirect"}},
		{"The move, said Anna Lund, a lawyer for the port, will cost jobs.", []string{"Anna Lund, a lawyer for the port | said | The move + will cost jobs | indirect"}},
		{"Anna Lund, the mayor, said Per Holm, her deputy, was ill.", []string{"Anna Lund, the mayor, | said | Per Holm, her deputy, was ill | indirect"}},
		{"“The bridge is safe,” said Anna Lund.", []string{"Anna Lund | said | “The bridge is safe,” | direct"}},
		{"“The bridge is safe,” said Anna Lund, the mayor of Orvik.", []string{"Anna Lund, the mayor of Orvik | said | “The bridge is safe,” | direct"}},
		{"“The bridge is safe,” Lund said. “We have checked it twice.”", []string{"Lund | said | “The bridge is safe,” + “We have checked it twice.” | direct"}},
		{"“The bridge is safe,” Lund, who runs the port, said on Monday.", []string{"Lund, who runs the port, | said | “The bridge is safe,” | direct"}},
		{"Lund said it would be “a grave mistake” to close the port.", []string{"Lund | said | it would be “a grave mistake” to close the port | mixed"}},
		{"Lund told reporters that the bridge was safe.", []string{"Lund | told | that the bridge was safe | indirect"}},
		{"The bridge was safe, Lund told reporters on Monday.", []string{"Lund | told | The bridge was safe | indirect"}},
		{"The Orvik Post, citing Anna Lund, reported that the bridge was safe.", []string{
			"Anna Lund | citing | that the bridge was safe | indirect",
			"The Orvik Post | reported | that the bridge was safe | indirect",
		}},
		{"According to the harbour office, the bridge was safe.", []string{"the harbour office | According to | the bridge was safe | indirect"}},
		{"The bridge was safe, according to a report by the harbour office.", []string{"a report by the harbour office | according to | The bridge was safe | indirect"}},
		{"The bridge was safe, the Orvik Post reports.", []string{"the Orvik Post | reports | The bridge was safe | indirect"}},
		{"He brought letters, maps, port reports.", nil},
		{"The bridge had been safe for years, court records show.", []string{"court records | show | The bridge had been safe for years | indirect"}},
		{"A set of pictures shows the bridge swaying.", []string{"A set of pictures | shows | the bridge swaying | indirect"}},
		{"The bridge was safe in winter, the study found.", []string{"the study | found | The bridge was safe in winter | indirect"}},
		{"Two people died, per Orvik police.", []string{"Orvik police | per | Two people died | indirect"}},
		{"The port costs 5 euros per day.", nil},
		{"Lund called the plan “a farce” and vowed to block it.", []string{"Lund | called | the plan “a farce” | mixed", "Lund | vowed | to block it | indirect"}},
		{"Lund accused the council of lying.", []string{"Lund | accused | the council of lying | indirect"}},
		{"The ship is believed to carry oil.", []string{" | is believed | The ship + to carry oil | indirect"}},
		{"It is feared that the ship carries oil.", []string{" | is feared | that the ship carries oil | indirect"}},
		{"A video released by the palace showed that the two leaders embraced.", []string{"A video released by the palace | showed | that the two leaders embraced | indirect"}},
		{"The choice of the port could signal a new course.", nil},
		{"Officials in Norland and Sudland reported that the ship had sunk.", []string{"Officials in Norland and Sudland | reported | that the ship had sunk | indirect"}},
		{"“The bridge is safe,” Lund said at the pier, adding “it was built twice.”", []string{"Lund | said | “The bridge is safe,” | direct", "Lund | adding | “it was built twice.” | direct"}},
		{"Denying any haste, Lund said that the bridge was safe.", []string{"Lund | Denying | any haste | indirect", "Lund | said | that the bridge was safe | indirect"}},
		{"Lund, who wrote the plan, said the bridge “is safe in any wind.”", []string{"Lund | said | the bridge “is safe in any wind.” | mixed"}},
		{"On Friday Lund praised the crew, saying the harbour had won.", []string{"Lund | praised | the crew | indirect", "Lund | saying | the harbour had won | indirect"}},
		{"Lund warned he would close the port.", []string{"Lund | warned | he would close the port | indirect"}},
		{"The port is closed, the harbour office said Monday local time.", []string{"the harbour office | said | The port is closed | indirect"}},
		{"Lund wrote a book in which, according to Holm, the crane had failed.", []string{"Holm | according to | the crane had failed | indirect"}},
		{"A group called Harbour Aid marched.", nil},
		{"Lund met the new government reporting officers.", nil},
		{"Lund watched the film “Night of the Gulls” with her sister.", nil},
		{"“We will wait for the ferry.”\n\n- Karin Moe.", []string{"Karin Moe | - | “We will wait for the ferry.” | direct"}},
		{"“We are angry. We will march.” — Oscar Falk, mayor of Orvik", []string{"Oscar Falk, mayor of Orvik | — | “We are angry. We will march.” | direct"}},
		{"Asked whether the ferry was safe, Lund said it was new.", []string{" | Asked | whether the ferry was safe | indirect", "Lund | said | it was new | indirect"}},
		{"The toll rose to nine as Lund said two had drowned.", []string{"Lund | said | two had drowned | indirect"}},
		{"The miners have been assured that help is coming.", []string{" | have been assured | that help is coming | indirect"}},
		{"As Lund notes, the vote is close.", []string{"Lund | notes | the vote is close | indirect"}},
		{"Karl Lund rested in Orvik with his son, Per, the newspaper said.", []string{"the newspaper | said | Karl Lund rested in Orvik with his son, Per | indirect"}},
		{"As Lund noted on Monday, the vote is close.", []string{"Lund | noted | the vote is close | indirect"}},
		{"When the port asked whether the ferry was safe, the crew said it was not.", []string{"the port | asked | whether the ferry was safe | indirect", "the crew | said | it was not | indirect"}},
		{"Lund said that after the council agreed to sell the mill, the baker would leave.", []string{"Lund | said | that after the council agreed to sell the mill, the baker would leave | indirect", "the council | agreed | to sell the mill | indirect"}},
		{"The fair drew some 300 people, police said, and bakers said they would hold another one.", []string{"police | said | The fair drew some 300 people | indirect", "bakers | said | they would hold another one | indirect"}},
		{"Lund told the council that the mill was safe, whereas Holm argued that it should be closed.", []string{"Lund | told | that the mill was safe | indirect", "Holm | argued | that it should be closed | indirect"}},
		{"The Orvik council said the plan was “sound,” while the Balter council said that it “will help our ports in a fair way.”", []string{"The Orvik council | said | the plan was “sound,” | mixed", "the Balter council | said | that it “will help our ports in a fair way.” | mixed"}},
		{"The mayor, according to the Orvik Post, said he had lost the vote.", []string{"the Orvik Post | according to | The mayor + said he had lost the vote | indirect", "The mayor | said | he had lost the vote | indirect"}},
		{"Lund claimed that the notes were no word of the bakers, but the union responded that they were.", []string{"Lund | claimed | that the notes were no word of the bakers | indirect", "the union | responded | that they were | indirect"}},
		{"According to Lund, the goats had left the barn, and Holm called the fence “a joke.”", []string{"Lund | According to | the goats had left the barn, and Holm called the fence “a joke.” | mixed", "Holm | called | the fence “a joke.” | mixed"}},
		{"Bakers who refused to name themselves took the mill and the barn.", []string{"who | refused | to name themselves | indirect"}},
		{"According to early results released by the harbour board on Wednesday, the Bakers' Party won 31 of the 60 seats.", []string{"early results released by the harbour board on Wednesday | According to | the Bakers' Party won 31 of the 60 seats | indirect"}},
		{"Lund said the goat slept while the dog barked.", []string{"Lund | said | the goat slept while the dog barked | indirect"}},
		{"“They found a willing friend,” the suit claims.", []string{"the suit | claims | “They found a willing friend,” | direct"}},
		{"“The men were ready,” the new lawsuit claims, adding that they left.", []string{"the new lawsuit | claims | “The men were ready,” | direct", "the new lawsuit | adding | that they left | indirect"}},
		{"“The fair was long,” said Per Holm, calling the deal “an act of rare greed.”\n\n“They found a willing friend,” the suit claims. “They were ready.”", []string{"Per Holm | said | “The fair was long,” | direct", "Per Holm | calling | the deal “an act of rare greed.” | mixed", "the suit | claims | “They found a willing friend,” + “They were ready.” | direct"}},
		{"Karl Lund, who was in Balter on Monday, was blunt and blamed the crew.", []string{"Karl Lund | blamed | the crew | indirect"}},
		{"The blunt councillor who represents the harbour was sharp tongued, calling one baker a “clown” for it.", []string{"The blunt councillor | calling | one baker a “clown” for it | mixed"}},
		{"Nine sheep drowned in the Orvik and Balter valleys and two local papers said the flood broke two dams.", []string{"two local papers | said | the flood broke two dams | indirect"}},
		{"Holm walked off, and according to police, had taken a bag.", []string{"police | according to | had taken a bag | indirect"}},
		{"The flood has claimed many lives.", nil},
		{"Lund was caught by an open microphone saying the vote was lost.", []string{"Lund | saying | the vote was lost | indirect"}},
		{"Three men, who police said broke into the mill, were held.", []string{"police | said | broke into the mill | indirect"}},
		{"The rebels have been accused of preventing food from reaching the town.", []string{" | have been accused of | The rebels + preventing food from reaching the town | indirect"}},
		{"Anna Lund is said to have backed the plan.", []string{" | is said | to have backed the plan | indirect"}},
		{"Holm, described by the judge as having a “taste for quarrels”, smiled.", []string{"the judge | described by | as having a “taste for quarrels” | mixed"}},
		{"The strike means that the ferry will not sail.", nil},
		{"“The old ferry” — Oscar Falk loved it — was sold.", nil},
	} {
		d := read(test.text)
		var got []string
		for i := range d.Attributions {
			got = append(got, line(d, &d.Attributions[i]))
		}
		if strings.Join(got, "\n") != strings.Join(test.want, "\n") {
			t.Errorf("%s\n got %q\nwant %q", test.text, got, test.want)
		}
	}
}

func TestPronoun(t *testing.T) {
	for _, test := range []struct{ text, speaker string }{
		{"“The mill is safe,” Per Holm said.\n\nThe mayor, Karl Lund, was met with whistles on Friday.\n\nHe said the mill would close.", "Karl Lund"},
		{"“The mill is safe,” Per Holm said.\n\nKarl Lund, too, was calm on Friday. He leaned on the latest numbers.\n\n“The water is falling,” he said.", "Karl Lund"},
		{"The police want Per Holm.\n\nPolice said Holm was not at school.\n\nKarl Lund was at the pier when the boat sank. He said the waves missed him.", "Karl Lund"},
		{"Karl Lund said the goats had left. “They walked all night. They had no food,” he added.\n\nThe fence was low. Still, he said, the gate was shut.", "Karl Lund"},
		{"Mayor Karl Lund and his guard Per Holm met the boys on Friday. Lund said he has asked a gate firm and a barn firm to look at the hole and find out who cut it, though he suggested he will blame no boy.", "Karl Lund"},
		{"Karl Lund said the goats had left.\n\nPer Holm slept. Rain fell on the barn of Oscar Falk. It was cold, he said.", ""},
		{"Karl Lund lost. Lund's lawyer said the vote was unfair. He added that nobody had counted it.", ""},
	} {
		d := read(test.text)
		last, got := &d.Attributions[len(d.Attributions)-1], ""
		if last.Speaker >= 0 {
			got = d.Entities[last.Speaker].Name
		}
		if got != test.speaker {
			t.Errorf("%s\n got %q, want %q", test.text, got, test.speaker)
		}
	}
}

func TestChains(t *testing.T) {
	for _, test := range []struct {
		text           string
		speaker, relay string
	}{
		{"Lund said that the bridge was safe, the Orvik Post reported.", "Lund", "the Orvik Post"},
		{"“The bridge is safe,” Lund said, according to a palace readout.", "Lund", "a palace readout"},
		{"“The bridge is safe,” Lund was quoted as saying by the Orvik Post.", "Lund", "the Orvik Post"},
		{"The Orvik Post, citing Anna Lund, reported that the bridge was safe.", "Anna Lund", "The Orvik Post"},
		{"The Orvik Post reported on Monday, citing a teacher, that the bridge was safe.", "a teacher", "The Orvik Post"},
		{"The Orvik Post quoted Anna Lund as saying the bridge was safe.", "Anna Lund", "The Orvik Post"},
		{"Anna Lund was quoted by the Orvik Post as saying that the bridge was safe.", "Anna Lund", "the Orvik Post"},
		{"Anna Lund said she had been told by a teacher that the bridge was safe.", "a teacher", "she"},
		{"The Orvik Post has learned from a teacher that the bridge was safe.", "a teacher", "The Orvik Post"},
		{"The bridge was safe, according to the Orvik Post, which cited a teacher.", "a teacher", "the Orvik Post"},
		{"The Orvik Post said the bridge was safe. It cited a teacher.", "a teacher", "The Orvik Post"},
	} {
		d := read(test.text)
		found := false
		for _, a := range d.Attributions {
			if join(d, a.Source) == test.speaker && a.Parent >= 0 {
				found = join(d, d.Attributions[a.Parent].Source) == test.relay
			}
		}
		if !found {
			t.Errorf("%s: no chain from %s through %s", test.text, test.speaker, test.relay)
		}
	}
}

func TestVenues(t *testing.T) {
	for text, want := range map[string]string{
		"“The bridge is safe,” Lund told Reuters.":                         "Reuters",
		"“The bridge is safe,” Lund told CNN reporters.":                   "",
		"“The bridge is safe,” Lund told the council.":                     "",
		"Lund said in an interview with CNN that the bridge was safe.":     "CNN",
		"In a statement carried by Danish state media, Lund said it fell.": "Danish state media",
		"Lund said on a web site that the bridge was safe.":                "",
		"The bridge fell, said officials quoted by the Orvik Post.":        "the Orvik Post",
		"The bridge fell, according to a memo seen by the Orvik Post.":     "the Orvik Post",
		"Writing in the Orvik Post, Lund argued that the bridge fell.":     "the Orvik Post",
		"Lund told KTRV that the bridge fell.":                             "KTRV",
		"Lund told the news agency Mersa that the bridge fell.":            "the news agency Mersa",
	} {
		d := read(text)
		if len(d.Attributions) == 0 {
			t.Errorf("%s: no attribution", text)
			continue
		}
		if got := d.Attributions[0].Venue.Text(d.Text); got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}

func TestOrigins(t *testing.T) {
	for text, want := range map[string]doc.OriginKind{
		"Experts say the bridge is safe.":                          doc.OriginExpert,
		"Two officials said the bridge was safe.":                  doc.OriginOfficial,
		"Witnesses said the bridge swayed.":                        doc.OriginWitness,
		"State media reported that the bridge was safe.":           doc.OriginMedia,
		"The report said the bridge was safe.":                     doc.OriginDocument,
		"Reuters reported that the bridge was safe.":               doc.OriginMedia,
		"The bridge is believed to be safe.":                       doc.OriginUnnamed,
		"Sources familiar with the plan said the bridge was safe.": doc.OriginUnnamed,
	} {
		d := read(text)
		if len(d.Attributions) != 1 || d.Attributions[0].Origin != want {
			t.Errorf("%s: got %+v, want origin %s", text, d.Attributions, want)
		}
	}
}

func TestSpeech(t *testing.T) {
	d := read("Lund told the “Morning Hour” that the port was “done for,” and the so-called “gull” flew on.")
	want := map[string]bool{"“Morning Hour”": false, "“done for,”": true, "“gull”": false}
	for _, q := range d.Quotes {
		if words := q.Text(d.Text); q.Speech != want[words] && words != "“gull”" {
			t.Errorf("%s: speech is %v", words, q.Speech)
		}
	}
}

// check holds what must be true of any document.
func check(t *testing.T, d *doc.Doc) {
	t.Helper()
	last := -1
	for i, a := range d.Attributions {
		if len(a.Cue) == 0 || len(a.Content) == 0 {
			t.Fatalf("attribution %d has no cue or no content: %+v", i, a)
		}
		for _, s := range []span.Span{a.Venue, a.Antecedent} {
			if !s.Empty() && !s.Valid(d.Text) {
				t.Fatalf("bad span %v in %q", s, d.Text)
			}
		}
		for _, list := range [][]span.Span{a.Source, a.Cue, a.Content} {
			for _, s := range list {
				if s.Empty() || !s.Valid(d.Text) {
					t.Fatalf("bad span %v in %q", s, d.Text)
				}
			}
		}
		if a.Cue[0].Start < last {
			t.Fatalf("attribution %d is out of order", i)
		}
		last = a.Cue[0].Start
		if a.Confidence < 0 || a.Confidence > 100 || a.Speaker >= len(d.Entities) {
			t.Fatalf("attribution %d: %+v", i, a)
		}
		for n, p := 0, a.Parent; p >= 0; n, p = n+1, d.Attributions[p].Parent {
			if p >= len(d.Attributions) || n > len(d.Attributions) {
				t.Fatalf("the parents of attribution %d do not end", i)
			}
		}
	}
}

func FuzzRun(f *testing.F) {
	for _, s := range []string{
		"“A,” said B. “C,” D, E, said, citing F, according to G.", "Asked: \"what\" he said said said, said",
		"X was quoted as saying by", "per per, according to according to", ", — , said (he) that that", "‘a’ said “b", "!said 00",
		"citing letters and memo. Lund\n“We’re plans.”", // another cue takes all the words of the first
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip()
		}
		check(t, read(text))
	})
}

func BenchmarkRun(b *testing.B) {
	text := strings.Repeat("“The bridge is safe,” Anna Lund, the mayor of Orvik, said on Monday. The Orvik Post, citing officials, reported that two ships had sunk.\n\n", 40)
	d := read(text)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		d.Attributions = nil
		attribution.Run(d)
	}
}

// TestSpeaker has a source be who holds its office, and no group that one belongs to.
func TestSpeaker(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"“The bridge is safe,” said Secretary of the Interior Anna Lund.", "Anna Lund"},
		{"Minister of Health and Welfare Anna Lund said that the bridge was safe.", "Anna Lund"},
		{"Minister of Health Anna Lund said that the bridge was safe.", "Anna Lund"},
		{"Democrats said that the bridge was safe.", "Democrats"},
		{"Paul Holm wept. He called on Holm to stay.", ""},
		{"Anna Lund was there. “We left,” Paul Holm said of Karl Roe.\n\n“Lund stays. She is ill.\n\n“Roe went away. Roe will be back. It is late,” he said.", "Paul Holm"},
		{"The panel’s top Democrat said that the bridge was safe.", ""},
		{"A friend of Anna Lund said that the bridge was safe.", ""},
		{"“It is late. It is dark,” he said.", ""},
		{"“The bridge is safe,” said a man whom Anna Lund called a “liar”.", ""},
		{"Judge Paul Holm - who was in charge of it - said that the bridge was safe.", "Paul Holm"},
	} {
		d := read(test.text)
		got := ""
		for i := range d.Attributions {
			if s := d.Attributions[i].Speaker; s >= 0 {
				got = d.Entities[s].Name
			}
		}
		if got != test.want {
			t.Errorf("%s: %q, want %q", test.text, got, test.want)
		}
	}
}
