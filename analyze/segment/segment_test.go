package segment

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"synoptic/analyze/doc"
	"synoptic/article"
	"synoptic/lang/en"
	"synoptic/span"
)

func run(a *article.Article) *doc.Doc {
	d := doc.New(a, en.English())
	Run(d)
	return d
}

// sentences returns each sentence with its tokens parted by spaces.
func sentences(d *doc.Doc) []string {
	var list []string
	for _, s := range d.Sentences {
		var words []string
		for i := s.From; i < s.To; i++ {
			words = append(words, d.Word(i))
		}
		list = append(list, strings.Join(words, " "))
	}
	return list
}

func TestTokens(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`He didn't; she can't and they won’t.`, `He did n't ; she ca n't and they wo n’t .`},
		{`It’s the islands’ ferry, isn't it?`, `It ’s the islands ’ ferry , is n't it ?`},
		{`She shouldn't've, I'd say`, `She should n't 've , I 'd say`},
		{`They cannot and we're gonna`, `They can not and we 're gon na`},
		{`Get 'em in the '90s`, `Get 'em in the '90s`},
		{`O'Hara met the Shi'ite d’Arby at 10 o'clock`, `O'Hara met the Shi'ite d’Arby at 10 o'clock`},
		{`Lt. Gen. P. Ode of the U.S. Army, J.K. Orr et al.`, `Lt. Gen. P. Ode of the U.S. Army , J.K. Orr et al .`},
		{`at 8 a.m. or 9pm on 7/14/2031`, `at 8 a.m. or 9 pm on 7/14/2031`},
		{`a short-range, U.S.-led 18-month plan`, `a short - range , U.S. - led 18 - month plan`},
		{`a four- to six-hour trip`, `a four - to six - hour trip`},
		{`non-U.S. ex-mayor re-elected pro-Lund`, `non-U.S. ex-mayor re-elected pro-Lund`},
		{`Kim Jong-un and Lee Min-ho`, `Kim Jong-un and Lee Min-ho`},
		{`al-Bahr and Sax-Weimar`, `al - Bahr and Sax - Weimar`},
		{`$3.5m, US$7,000, £2bn or 10% of 1.2-1.5`, `$ 3.5 m , US$ 7,000 , £ 2 bn or 10 % of 1.2 - 1.5`},
		{`the 19th, the 1970s, 2031-09-14 and 555-0123`, `the 19th , the 1970s , 2031-09-14 and 555-0123`},
		{`No. 5 and p. 33. No.`, `No. 5 and p. 33 . No .`},
		{`He left—then… or--well...`, `He left — then … or -- well ...`},
		{`at https://ex.org/a?b=1, www.ex.com/x. or a.b@ex.co.uk!`, `at https://ex.org/a?b=1 , www.ex.com/x . or a.b@ex.co.uk !`},
		{`@jo_roe #NoMore #1 AT&T R&D`, `@jo_roe #NoMore # 1 AT&T R&D`},
		{`and/or 1/2 he/she`, `and / or 1/2 he / she`},
		{`“Stop!” ‘Go’ ''x''`, `“ Stop ! ” ‘ Go ’ '' x ''`},
		{`東京 and naïve café`, `東 京 and naïve café`},
	} {
		d := run(&article.Article{Text: c.text})
		var words []string
		for i := range d.Tokens {
			words = append(words, d.Word(i))
		}
		if got := strings.Join(words, " "); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestSentences(t *testing.T) {
	for _, text := range []string{
		"Mr. Bo Hale left. | He was tired.",
		"It was Holm v. Lund that they read. | It was cut in v.",
		"She works for the U.S. | The office is small.",
		"The U.S. President met Sen. Jo Roe of Ill. on Jan. 5.",
		"It began at 8 p.m. Monday and ended at 9 p.m. | He slept.",
		"They came at 8:30 p.m. | Officers found a boat.",
		"They came at 8 p.m. Sunday. | At 9 p.m. Captain Roe spoke.",
		`"Why?" Ann Lee asked. | "Because," he said.`,
		`"Stop!" he cried. | She ran.`,
		`"We won." | She cheered.`,
		`“We won.” | “You did?” | They did.`,
		"He paid Acme Inc. of Lund. | Then Acme Inc. | The firm closed.",
		"Fred Roe Jr. (Independent) ran.",
		"LUND, Va. (XP) — A man fell.",
		"The end came.The crowd left. |",
		"J. R. Moe and B. Roe wrote it with H. Poe.",
		"He went to ex.org. | al-Bahr stayed. | iPods sold.",
		"(He left.) | (She stayed.)",
		"Who did it?! | Nobody knows.",
		"It was good... | It was fine. | Then ... he left.",
		`"Who?" — Ann Lee`,
		"It grew. [3] | It fell.",
		"He saw No. 7. | No. | He said no.",
		"A ferry in the port | Image: Ann Lee. | Photo: Bo Hale",
		"He took a photo: It was good.",
		"The quake of 4 . 6 hit the U . S . coast at 2 : 09 a . m . | No one fell .",
		"Sgt . Lee is 25 . | Two men fell , he said .",
		"They met at 9 p . m . EST . | Then John F . Roe left .",
		"\"It may grow [...] | We said so [...] and left.\"",
	} {
		want := strings.Split(strings.TrimSuffix(text, " |"), " | ")
		d := run(&article.Article{Text: strings.TrimSuffix(strings.ReplaceAll(text, " | ", " "), " |")})
		var got []string
		for _, s := range d.Sentences {
			got = append(got, d.Words(s.Range))
		}
		if text == "The end came.The crowd left. |" {
			want = []string{"The end came.", "The crowd left."}
		}
		if strings.Join(got, " | ") != strings.Join(want, " | ") {
			t.Errorf("got  %s\nwant %s", strings.Join(got, " | "), strings.Join(want, " | "))
		}
	}
}

func TestParagraphsAndRegions(t *testing.T) {
	text := "LUND — A man fell. He rose\n\n- \"I rose,\" he said\nWhy it matters: Men fall"
	a := &article.Article{Title: "Man falls. Rises", Text: text}
	for _, r := range []struct {
		words string
		kind  article.Kind
	}{{"LUND — ", article.Dateline}, {"Why it matters:", article.Label}} {
		at := strings.Index(text, r.words)
		a.Regions = append(a.Regions, article.Region{Span: span.Span{Start: at, End: at + len(r.words)}, Kind: r.kind})
	}
	d := run(a)
	want := []string{"Man falls .", "Rises", "LUND —", "A man fell .", "He rose", `- " I rose , " he said`, "Why it matters :", "Men fall"}
	if got := sentences(d); strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("got %q", got)
	}
	for i, want := range []struct {
		paragraph int
		kind      article.Kind
	}{{0, article.Headline}, {0, article.Headline}, {1, article.Dateline}, {1, ""}, {1, ""}, {2, ""}, {3, article.Label}, {3, ""}} {
		if s := d.Sentences[i]; s.Paragraph != want.paragraph || s.Kind != want.kind {
			t.Errorf("sentence %d: %d %q", i, s.Paragraph, s.Kind)
		}
	}
	if norm := run(&article.Article{Text: "It’S “Über”"}).Tokens; norm[1].Norm != "'s" || norm[2].Norm != `"` || norm[3].Norm != "über" {
		t.Errorf("norms %q %q %q", norm[1].Norm, norm[2].Norm, norm[3].Norm)
	}
}

// sound checks what holds for any text: tokens and gaps rebuild it, tokens are
// on rune boundaries and in sentences that follow one another.
func sound(t interface{ Fatalf(string, ...any) }, text string) {
	d := run(&article.Article{Text: text})
	at := 0
	for i, w := range d.Tokens {
		if !w.Valid(text) || w.Empty() || w.Start < at {
			t.Fatalf("token %d of %q: %v after %d", i, text, w.Span, at)
		}
		if gap := text[at:w.Start]; strings.TrimFunc(gap, blank) != "" {
			t.Fatalf("lost %q of %q", gap, text)
		}
		at = w.End
	}
	if strings.TrimFunc(text[at:], blank) != "" {
		t.Fatalf("lost %q of %q", text[at:], text)
	}
	next := 0
	for _, s := range d.Sentences {
		if s.From != next || s.Empty() {
			t.Fatalf("sentence %v of %q begins not at %d", s.Range, text, next)
		}
		next = s.To
	}
	if next != len(d.Tokens) {
		t.Fatalf("%d tokens of %q lie in no sentence", len(d.Tokens)-next, text)
	}
}

func TestSound(t *testing.T) {
	piece := rapid.OneOf(rapid.SampledFrom([]string{
		"Mr.", "U.S.", "n't", "'", "’s", "\"", "“", "”", ".", "...", "!", "?", " ", "\n", "\n\n", "-", "—", "Jong-un", "non-",
		"3.5", "$", "US$", "9pm", "1.", "a@b.co", "www.", "http://", "ex.com/", "(", ")", "[3]", "The", "cannot", "#", "@", "&", "_", "'em", "1960's",
	}), rapid.String())
	rapid.Check(t, func(t *rapid.T) {
		sound(t, strings.Join(rapid.SliceOfN(piece, 0, 20).Draw(t, "pieces"), ""))
	})
}

func FuzzRun(f *testing.F) {
	f.Add("Mr. Bo Hale can't go to www.ex.com. \"Why?\" he asked.")
	f.Add("’s'n''t.-.1-2-3.4th$5m…[...]")
	f.Fuzz(func(t *testing.T, text string) {
		if utf8.ValidString(text) {
			sound(t, text)
		}
	})
}

func BenchmarkRun(b *testing.B) {
	text := strings.Repeat("The 18-month plan of Gov. Ann Lee, who can't run again, cost $3.5m, the U.S. agency said on Jan. 5. \"We won't pay,\" she said.\n\n", 100)
	a := &article.Article{Text: text}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		run(a)
	}
}
