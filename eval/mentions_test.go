package eval

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

const mentionLine = `{"coref_chain":"c","doc_id":"d","mention_context":["The","ferry","Sank","."],"tokens_number":[2],"mention_head":"Sank","mention_head_lemma":"Sink","topic_id":"t"}` + "\n"

func TestReadMentions(t *testing.T) {
	list, err := ReadMentions(strings.NewReader("\ufeff" + mentionLine + "\n" + mentionLine))
	if err != nil || len(list) != 2 {
		t.Fatalf("got %v, %v", list, err)
	}
	if m := list[1]; m.Topic != "t" || m.Report != "d" || m.Chain != "c" || m.Lemma != "sink" || m.Head != "Sank" || !slices.Equal(m.At, []int{2}) {
		t.Errorf("got %+v", m)
	}
	for _, test := range []struct {
		file string
		want error
		line int
	}{
		{"x\n", ErrMention, 1},
		{mentionLine + "{}\n", ErrMention, 2},
		{strings.Replace(mentionLine, "[2]", "[]", 1), ErrMention, 1},
		{strings.Replace(mentionLine, "[2]", "[4]", 1), ErrMention, 1},
		{strings.Replace(mentionLine, "[2]", "[-1]", 1), ErrMention, 1},
		{strings.Replace(mentionLine, "[2]", "[2,1]", 1), ErrMention, 1},
		{strings.Replace(mentionLine, `"."`, `"."`+strings.Repeat(`,""`, maxMentionWords), 1), ErrMentionLong, 1},
		{strings.Repeat(mentionLine, maxMentionsOf+1), ErrMentionLong, maxMentionsOf + 1},
		{strings.Repeat("x", maxMentionLine+1), ErrMentionLong, 1},
	} {
		_, err := ReadMentions(strings.NewReader(test.file))
		var at *PairError
		if !errors.As(err, &at) || at.Line != test.line || !errors.Is(err, test.want) {
			t.Errorf("%.60q: got %v", test.file, err)
		}
	}
}

func TestReadAlignTellsMentions(t *testing.T) {
	gold, err := readAlign(strings.NewReader(mentionLine))
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := gold.(mentionGold); !ok {
		t.Errorf("got %T", gold)
	}
	if gold.with(answerGold{}) != nil {
		t.Error("takes answers")
	}
}

func FuzzReadMentions(f *testing.F) {
	f.Add(mentionLine)
	f.Add(strings.Replace(mentionLine, `"Sank"`, `""`, 1))
	f.Add(strings.Replace(mentionLine, `"Sank","."`, `"\n\n","Sank","\u0000","-LRB-"`, 1))
	f.Fuzz(func(t *testing.T, file string) {
		list, err := ReadMentions(strings.NewReader(file))
		if err != nil && list != nil {
			t.Fatal("both mentions and an error")
		}
		words := 0
		for _, m := range list {
			words += len(strings.Join(m.Tokens, " "))
		}
		if words > 1000 {
			return // the steps have fuzz targets of their own
		}
		for _, topic := range ReadTopics(list) {
			if of := topic.Cluster(coreferenceWeights()); len(of) != len(topic.Mentions) {
				t.Fatalf("%d mentions, %d numbers", len(topic.Mentions), len(of))
			}
		}
	})
}

// mentionsIn makes mentions of texts in which they stand in brackets.
func mentionsIn(t *testing.T, topic string, texts ...string) []Mention {
	t.Helper()
	var list []Mention
	for i, text := range texts {
		var tokens []string
		var at []int
		for w := range strings.FieldsSeq(text) {
			if s, ok := strings.CutPrefix(w, "["); ok {
				w = strings.TrimSuffix(s, "]")
				at = append(at, len(tokens))
			}
			tokens = append(tokens, w)
		}
		for _, n := range at {
			word, lemma, _ := strings.Cut(tokens[n], "/")
			tokens[n] = word
			list = append(list, Mention{Topic: topic, Report: string(rune('a' + i)), Tokens: tokens, At: []int{n}, Head: word, Lemma: lemma})
		}
	}
	return list
}

func TestTopicCluster(t *testing.T) {
	topics := ReadTopics(slices.Concat(
		mentionsIn(t, "one",
			"The ferry Aurora [sank/sink] off Port Hale on Monday after a [fire/fire] . Mayor Ann Lund [said/say] the town was in mourning .",
			"The ferry Aurora [sank/sink] off Port Hale late on Monday after a [blaze/blaze] . Captain Tom Reyes [said/say] that he had been asleep ."),
		mentionsIn(t, "two", "The ferry Aurora [sank/sink] off Port Hale ."),
	))
	if len(topics) != 2 || topics[0].Name != "one" || len(topics[0].Mentions) != 6 || len(topics[1].Mentions) != 1 {
		t.Fatalf("got %+v", topics)
	}
	of := topics[0].Cluster(coreferenceWeights())
	for _, test := range []struct {
		a, b int
		same bool
	}{{0, 3, true}, {1, 4, true}, {0, 1, false}} {
		if same := of[test.a] == of[test.b]; same != test.same {
			t.Errorf("%q and %q: same is %v", topics[0].Mentions[test.a].Head, topics[0].Mentions[test.b].Head, same)
		}
	}
}

// The same is counted of two mentions whichever comes first.
func TestCoreferenceEitherWay(t *testing.T) {
	list := mentionsIn(t, "one",
		"Guards [shot/shoot] two men at the Hale mine , police [said/say] on Friday .",
		"Two miners were [killed/kill] in a [shooting/shooting] at Hale , a union [reported/report] .")
	turned := slices.Clone(list)
	slices.Reverse(turned)
	last := len(list) - 1
	count := map[[2]int]Coreference{}
	for _, p := range ReadTopics(turned)[0].Pairs {
		count[[2]int{last - p.B, last - p.A}] = p.Features
	}
	for _, p := range ReadTopics(list)[0].Pairs {
		if got := count[[2]int{p.A, p.B}]; got != p.Features {
			t.Errorf("%s, %s: got\n%v, then\n%v", list[p.A].Head, list[p.B].Head, p.Features, got)
		}
	}
}

// Names of features are those of weights and of alignments.
func TestCoreferenceWeights(t *testing.T) {
	w := coreferenceWeights()
	for i, name := range CoreferenceNames {
		if w[SameLemma][i] == 0 && w[KinLemma][i] == 0 && w[OtherLemma][i] == 0 {
			t.Errorf("%s has no weight", name)
		}
	}
	if !strings.HasSuffix(coreferenceText, w.Format()) {
		t.Error("the weights are not as they are written")
	}
	for _, at := range slices.Concat([]int{lettersAt, directionAt, alignedAt}, sentencesAt, nearAt) {
		if at < 0 {
			t.Error("a feature of alignments is not there")
		}
	}
}
