package story

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"synoptic/article"
	"synoptic/lang/en"
)

// stream is four reports of two fires and a vote, the second a reprint.
var stream = []*article.Article{
	{ID: "mill-1", Published: "2031-06-01", Text: `LARKWELL - A fire destroyed the Hobson paper mill in Larkwell on Sunday night, and three firefighters were taken to hospital with burns.
The mill's owner, Greta Hobson, said that 140 people worked there and that she would build it again. The fire began in a drying room shortly before ten, when only a watchman was on duty.`},
	{ID: "mill-2", Published: "2031-06-02", Title: "Paper mill burns down", Text: `A fire destroyed the Hobson paper mill in Larkwell on Sunday night, and three firefighters were taken to hospital with burns.
The mill's owner, Greta Hobson, said that 140 people worked there and that she would build it again. The fire began in a drying room shortly before ten.`},
	{ID: "vote", Published: "2031-06-02", Text: `The senate of Ostrava Bay rejected the budget by two votes on Monday, and premier Ilan Moss said that he would not resign before the autumn session.`},
	{ID: "school", Published: "2031-06-02", Text: `A fire at a school in Penmarsh was put out within an hour on Monday. Nobody was hurt, but lessons are cancelled for the week, head teacher Ruth Amadi said.`},
	{ID: "mill-3", Published: "2031-06-03", Text: `Investigators believe that a motor in the drying room set the Hobson mill at Larkwell alight on Sunday, and Greta Hobson has promised its 140 workers that the mill will open again.`},
	{ID: "poll", Published: "2031-09-01", Text: `Greta Hobson, who owns a paper mill in Larkwell, was elected to the council of the region on Tuesday, nine votes ahead of a farmer from Penmarsh who had held the seat for twenty years. Two of the eleven seats went to newcomers, and 61 percent of those who may vote did.`},
}

func add(c *Clusterer, articles []*article.Article) []Answer {
	var answers []Answer
	for _, a := range articles {
		answers = append(answers, c.Add(a))
	}
	return answers
}

func id(p *string) string {
	if p == nil {
		return ""
	}
	return *p
}

func TestAdd(t *testing.T) {
	answers := add(New(Options{Language: en.English()}), stream)
	want := map[string][2]string{ // story, copy of
		"mill-1": {"mill-1", ""},
		"mill-2": {"mill-1", "mill-1"},
		"vote":   {"vote", ""},
		"school": {"school", ""},
		"mill-3": {"mill-1", ""},
		"poll":   {"poll", ""},
	}
	for _, a := range answers {
		if got := [2]string{a.Story, id(a.CopyOf)}; got != want[a.ID] {
			t.Errorf("%s: story and original %v, want %v (%+v)", a.ID, got, want[a.ID], a)
		}
	}
	if got := answers[4].Because; len(got) != becauseTerms || got[0] != "Hobson" {
		t.Errorf("because %q, want Hobson first", got)
	}
	if got := answers[4].Days; got == nil || *got != 1 {
		t.Errorf("days %v, want 1", got)
	}
	if got := answers[5]; id(got.RunnerUp) != "mill-1" || got.RunnerUpScore == 0 || len(got.Because) > 0 {
		t.Errorf("got %+v, want the mill as runner-up and no reason", got)
	}
}

func TestDates(t *testing.T) {
	first := &article.Article{ID: "a", Text: "A barge struck the Orrel bridge at Tamsin."}
	for _, c := range []struct {
		name, published string
		joins           bool
	}{
		{"same day", "2031-05-01", true},
		{"with a time", "2031-05-02T08:00:00Z", true},
		{"undated", "", true},
		{"unreadable", "next year, perhaps", true},
		{"years later", "2041-05-01", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			k := New(Options{})
			first.Published = "2031-05-01"
			k.Add(first)
			got := k.Add(&article.Article{ID: "b", Published: c.published, Text: "The Orrel bridge at Tamsin was struck by a barge."})
			if (got.Story == "a") != c.joins {
				t.Errorf("story %s with score %d", got.Story, got.Score)
			}
		})
	}
}

func TestWords(t *testing.T) {
	a := &article.Article{
		Title: "Varga wins",
		Text:  "Credit: A. Person\nIlse Varga’s plan cost 1,200.50 euros. Plan or no plan, Varga won.",
		Regions: []article.Region{
			{Kind: article.Credit},
		},
	}
	a.Regions[0].End = strings.Index(a.Text, "\n")
	want := []string{
		"varga 24 title lead name", "wins 8 title", "ilse 8 lead", // begins a sentence
		"plan 24 lead", "cost 8 lead", "1,200.50 8 lead number", "euros 8 lead", "or 8 lead", "no 8 lead", "won 8 lead",
		"Varga wins 8 title pair", "Ilse Varga 8 lead pair", "Varga’s plan 8 lead pair", "plan cost 8 lead pair", "cost 1,200.50 8 lead pair",
		"1,200.50 euros 8 lead pair", "Plan or 8 lead pair", "or no 8 lead pair", "no plan 8 lead pair", "Varga won 8 lead pair",
	}
	var got []string
	for _, u := range read(a) {
		shown := u.norm
		if u.flags&isPair != 0 {
			shown = u.shown
		}
		shown += fmt.Sprint(" ", u.count)
		for i, name := range []string{" title", " lead", " name", " number", " pair"} {
			if u.flags&(1<<i) != 0 {
				shown += name
			}
		}
		got = append(got, shown)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestWordsOfOtherScripts(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Пожар в порту Орска", "пожар в порту орска пожар в в порту порту орска"},
		{"港口起火", "港 口 起 火 港 口 口 起 起 火"},
		{"L’incendie du port", "l'incendie du port l'incendie du du port"},
	} {
		if got := strings.Join(Words(&article.Article{Text: c.text}), " "); got != c.want {
			t.Errorf("%s: %q, want %q", c.text, got, c.want)
		}
	}
}

func TestLikely(t *testing.T) {
	for score, want := range map[int]int{-30_000: 0, -2197: 100, 0: 500, 2197: 900, 30_000: 1000} {
		if got := likely(score); abs(got-want) > 10 {
			t.Errorf("likely(%d) = %d, want some %d", score, got, want)
		}
	}
}

func TestLogarithm(t *testing.T) {
	for x, want := range map[uint64]int{0: 0, 1: 0, 2: 256, 3: 405, 4: 512, 1000: 2551, 1 << 40: 40 * 256, 1<<64 - 1: 64*256 - 1} {
		if got := log2(x); got != want {
			t.Errorf("log2(%d) = %d, want %d", x, got, want)
		}
	}
}

func TestAddProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(
			rapid.String(),
			rapid.Map(rapid.SliceOf(rapid.SampledFrom(strings.Fields("Fire mill Larkwell 140 hobson’s vote. the Senate \"x"))), func(w []string) string { return strings.Join(w, " ") }),
		)
		dates := rapid.SampledFrom([]string{"", "2031-06-01", "2031-06-20", "9999-12-31", "0000-01-01", "x"})
		var articles []*article.Article
		for i := range rapid.IntRange(1, 8).Draw(t, "articles") {
			articles = append(articles, &article.Article{
				ID: fmt.Sprint(i), Title: text.Draw(t, "title"), Text: text.Draw(t, "text"), Published: dates.Draw(t, "published"),
			})
		}
		answers := add(New(Options{}), articles)
		if diff := cmp.Diff(answers, add(New(Options{}), articles)); diff != "" {
			t.Fatalf("two runs differ: %s", diff)
		}
		stories := map[string]bool{}
		for i, a := range answers {
			if a.ID != articles[i].ID || !stories[a.Story] && a.Story != a.ID {
				t.Fatalf("answer %d is %+v", i, a)
			}
			stories[a.Story] = true
			if a.Score < 0 || a.Score > 1000 || a.RunnerUpScore < 0 || a.RunnerUpScore > 1000 || id(a.RunnerUp) == a.Story {
				t.Fatalf("answer %d is %+v", i, a)
			}
			for _, w := range a.Because {
				if !utf8.ValidString(w) || !strings.Contains(articles[i].Title+"\n"+articles[i].Text, w) {
					t.Fatalf("%q is no word of article %d", w, i)
				}
			}
		}
	})
}
