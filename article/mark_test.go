package article_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"synoptic/article"
	"synoptic/lang/en"
	"synoptic/span"
)

// body is two paragraphs of a report, for cases that need one.
const body = `The dam above the town of Veld burst on Monday night and flooded some 300 homes along the river, the mayor said.

Rescue teams in boats took people off the roofs of their houses until the morning, and two are still missing.`

// read makes an article of one plain text.
func read(t testing.TB, text string) *article.Article {
	t.Helper()
	articles, left := article.ReadFrom("veld.txt", strings.NewReader(text), article.Options{Language: en.English()})
	if len(left) > 0 {
		t.Fatal(left)
	}
	return articles[0]
}

func TestMark(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"nothing", body, nil},
		{"page before a paragraph", body + "\n\nContinue reading the main story The mayor said that the dam had been looked at in the spring of the year before.",
			[]string{"boilerplate|Continue reading the main story"}},
		{"link behind a sentence", body + " Watch the water come »", []string{"promo|Watch the water come »"}},
		{"link within a paragraph", body + " See photos of the flood » Boats are on their way to the upper town.", []string{"promo|See photos of the flood »"}},
		{"link on its own line", body + "\n\nFull story »\n\n" + body, []string{"promo|Full story »"}},
		{"quotation that ends as a link does", body + " « The water came fast », the mayor said.", nil},
		{"date word", "date 2021-05-04 " + body, []string{"date|date 2021-05-04"}},
		{"date line", "May 4, 2021\n" + body, []string{"date|May 4, 2021"}},
		{"published", "Dam bursts above Veld\nBy Anna Lund\nPublished: Tuesday, 4 May 2021 10:45 GMT\n" + body,
			[]string{"headline|Dam bursts above Veld", "byline|By Anna Lund", "date|Published: Tuesday, 4 May 2021 10:45 GMT"}},
		{"headline with a stop", "Dam bursts above Veld: mayor.\n\nThe dam above Veld burst, the mayor of the town told reporters who had come to see the flood there.\n\n" + body,
			[]string{"headline|Dam bursts above Veld: mayor."}},
		{"first sentence is no headline", "The dam burst.\n\n" + body, nil},
		{"byline of several", "By ANNA LUND and BO KRANTZ, Associated Press\n" + body, []string{"byline|By ANNA LUND and BO KRANTZ, Associated Press"}},
		{"by is no byline", "By Monday, the Water Had Gone.\n\n" + body, []string{"headline|By Monday, the Water Had Gone."}},
		{"dateline", "VELD — " + body, []string{"dateline|VELD —"}},
		{"dateline on its own line", "VELD, Norland –\n" + body, []string{"dateline|VELD, Norland –"}},
		{"dateline with agency", "VELD, Norland (Reuters) - " + body, []string{"dateline|VELD, Norland (Reuters) -"}},
		{"dateline with date", "VELD, N.L., Sept. 26 (UPI) — " + body, []string{"dateline|VELD, N.L., Sept. 26 (UPI) —"}},
		{"dateline in small letters", "Oslo (AFP) – " + body, []string{"dateline|Oslo (AFP) –"}},
		{"city and colon", "NEW DELHI: " + body, []string{"dateline|NEW DELHI:"}},
		{"city alone", "NEW DELHI " + body, []string{"dateline|NEW DELHI"}},
		{"shouted word that is no city", "BRAVE " + body, nil},
		{"dashes around a clause", "Lund — the mayor of the town — said the dam above it burst on Monday night and that the water came fast.\n\n" + body, nil},
		{"breaking is no place", "BREAKING — " + body, nil},
		{"above the dateline", "Dam bursts above Veld\n\nThe town had asked for repairs since the spring of last year.\n\nVELD — " + body,
			[]string{"headline|Dam bursts above Veld", "caption|The town had asked for repairs since the spring of last year.", "dateline|VELD —"}},
		{"caption said twice", "Boats pass the church of Veld on Tuesday morning, May 4, 2021.\n\nBoats pass the church of Veld on Tuesday morning, May 4, 2021. (Bo Krantz, Agency Pool Photo)\n\n" + body,
			[]string{"caption|Boats pass the church of Veld on Tuesday morning, May 4, 2021.", "caption|Boats pass the church of Veld on Tuesday morning, May 4, 2021. (Bo Krantz, Agency Pool Photo)", "credit|(Bo Krantz, Agency Pool Photo)"}},
		{"caption of a gallery", "1 of 3. The church of Veld is seen from a boat.\n\n" + body,
			[]string{"caption|1 of 3. The church of Veld is seen from a boat."}},
		{"caption of a film", body + "\n\nA film shows the water in Veld. (Published Tuesday, May 4, 2021)\n\n" + body,
			[]string{"caption|A film shows the water in Veld. (Published Tuesday, May 4, 2021)"}},
		{"advertisement", "Advertisement " + body, []string{"boilerplate|Advertisement"}},
		{"slideshow", body + "\n\nThis slideshow requires JavaScript.", []string{"boilerplate|This slideshow requires JavaScript."}},
		{"caption with credit", "A boat passes the church of Veld on Tuesday. Photo: Bo Krantz/AFP via Getty Images\n" + body,
			[]string{"caption|A boat passes the church of Veld on Tuesday. Photo: Bo Krantz/AFP via Getty Images", "credit|Photo: Bo Krantz/AFP via Getty Images"}},
		{"caption in the middle", body + "\n\nMayor Anna Lund, left, and Bo Krantz of the fire brigade inspect the dam above Veld, on May 4, 2021.\n\n" + body,
			[]string{"caption|Mayor Anna Lund, left, and Bo Krantz of the fire brigade inspect the dam above Veld, on May 4, 2021."}},
		{"caption without a verb", "Dam bursts above Veld\n\nAnna Lund, the mayor of Veld, during the meeting of the council last spring.\n\n" + body,
			[]string{"headline|Dam bursts above Veld", "caption|Anna Lund, the mayor of Veld, during the meeting of the council last spring."}},
		{"party is no place in a picture", body + "\n\nSenator Bo Krantz (R) and Governor Carla Voss (D) asked the owners of the dam for an answer by the end of May 2021.\n\n" + body, nil},
		{"labels", "Why it matters: " + body + "\n\nOf note: The owners had been warned.\n- Plain item of a list.",
			[]string{"label|Why it matters:", "label|Of note:"}},
		{"dated label", body + "\n\nUPDATE#2 (5/6/2021): The two who were missing have been found alive in a barn on the other side of the river, the mayor said on Thursday.", []string{"label|UPDATE#2 (5/6/2021):"}},
		{"speakers are no labels", "LUND: " + body + "\nKRANTZ: We came at nine.\nShe added: There was no warning.", nil},
		{"subhead", body + "\nWarnings before the flood\n" + body, []string{"label|Warnings before the flood"}},
		{"list is no subhead", body + "\nAnna Lund, 34\nBo Krantz, 71\n" + body, nil},
		{"contributors", body + "\n\nLund reported from Oslo. Bo Krantz in Veld contributed to this report.", []string{"contributors|Lund reported from Oslo. Bo Krantz in Veld contributed to this report."}},
		{"contributors behind news", body + " The search goes on. Bo Krantz contributed to this report.", []string{"contributors|Bo Krantz contributed to this report."}},
		{"contributors in brackets", body + " (Reporting by Anna Lund; Editing by Bo Krantz)", []string{"contributors|(Reporting by Anna Lund; Editing by Bo Krantz)"}},
		{"cases reported from places", body + "\n\nMore floods were reported from five towns along the river on Tuesday.", nil},
		{"correction", body + "\nEditor's note: This article has been changed to name the river.", []string{"correction|Editor's note: This article has been changed to name the river."}},
		{"tail", body + "\n\nSign Up for Daily News\n\nSign up to get a daily email of the top stories of the day from the Bell and its partners.\n\nSign Up Now",
			[]string{"promo|Sign Up for Daily News", "promo|Sign up to get a daily email of the top stories of the day from the Bell and its partners.", "promo|Sign Up Now"}},
		{"urges", body + "\nStay ahead with the Bell.\nOne letter, every day.\nSubscribe to the Bell", []string{"promo|Stay ahead with the Bell.", "promo|One letter, every day.", "promo|Subscribe to the Bell"}},
		{"the paper elsewhere", body + "\nYou can follow the Bell on every network. We're also on Facebook.", []string{"promo|You can follow the Bell on every network. We're also on Facebook."}},
		{"read more", body + "\nRead more: How dams are checked\n" + body, []string{"promo|Read more: How dams are checked"}},
		{"boilerplate", body + "\nThis is a developing story. Check back for updates.\n© 2021 The Bell. All rights reserved.",
			[]string{"boilerplate|This is a developing story. Check back for updates.", "boilerplate|© 2021 The Bell. All rights reserved."}},
		{"news about copyright", body + "\n\nCopyright law gives the owners of the dam no right to keep its plans from the town, a judge said.", nil},
		{"quoted copy", body + "\n\nHere's an excerpt from the letter of the council:\n\nWe have asked for repairs three times.\n\n" + body, []string{"quoted_copy|We have asked for repairs three times."}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := read(t, tt.text)
			var got []string
			for _, r := range a.Regions {
				got = append(got, string(r.Kind)+"|"+r.Text(a.Text))
			}
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestMarkFields(t *testing.T) {
	a := read(t, "Dam bursts above Veld\nBy Anna Lund and Bo Krantz\nMay 4, 2021\n"+body)
	if a.Byline != "Anna Lund and Bo Krantz" || a.Published != "2021-05-04" || a.From != article.FromText {
		t.Errorf("%q, %q from %q", a.Byline, a.Published, a.From)
	}
}

func FuzzMark(f *testing.F) {
	f.Add("date 2021-05-04 By Anna Lund\n\nVELD, Norland (Reuters) - " + body)
	f.Add(body + "\n\nWhy it matters: (Reporting by Anna Lund\n- Of note: x\nSubscribe to us\n©")
	f.Add("A boat, left, (L) and (R) on May 4, 2021. Photo: x/AFP\nA boat, left, (L) and (R) on May 4, 2021.\n\u2029\u00a0(\n")
	f.Add(body + "\n\nA boat, left. (Reporting by Anna Lund. Photo: Bo Krantz/AFP) More (Reporting by x")
	f.Fuzz(func(t *testing.T, text string) {
		articles, _ := article.ReadFrom("x.txt", strings.NewReader(text), article.Options{Language: en.English()})
		for _, a := range articles {
			check(t, a)
		}
	})
}

func FuzzJSON(f *testing.F) {
	f.Add(`{"id":1,"text":"a\r\nb","regions":[{"start":0,"end":4,"kind":"label"}]}` + "\n{")
	f.Add(`[{"text":"a\ud800"},null,{"text":3}]`)
	f.Add("{\"text\":\"\ufeff\r\",\"regions\":[{\"start\":3,\"end\":4,\"kind\":\"promo\"}]}")
	f.Fuzz(func(t *testing.T, text string) {
		for _, path := range []string{"x.jsonl", "x.json"} {
			articles, left := article.ReadFrom(path, strings.NewReader(text), article.Options{Language: en.English()})
			if len(articles)+len(left) == 0 {
				t.Error("nothing read and nothing left out")
			}
			for _, a := range articles {
				check(t, a)
			}
		}
	})
}

// check holds a to what every article promises.
func check(t *testing.T, a *article.Article) {
	t.Helper()
	if a.ID == "" || a.Outlet == "" || strings.Contains(a.Text, "\r") || strings.ToValidUTF8(a.Text, "") != a.Text {
		t.Errorf("id %q, outlet %q, text %q", a.ID, a.Outlet, a.Text)
	}
	for i, r := range a.Regions {
		if !r.Valid(a.Text) || r.Empty() {
			t.Errorf("region %v of a text of %d bytes", r, len(a.Text))
		}
		if i > 0 && span.Compare(a.Regions[i-1].Span, r.Span) > 0 {
			t.Errorf("regions out of order: %v, %v", a.Regions[i-1], r)
		}
	}
	for i, r := range a.Regions {
		for _, q := range a.Regions[:i] {
			if q.Overlaps(r.Span) && !q.Contains(r.Span) {
				t.Errorf("%v begins within %v and ends outside it", r, q)
			}
		}
	}
	end := 0
	for _, p := range article.Paragraphs(a.Text) {
		if !p.Valid(a.Text) || p.Empty() || p.Start < end || strings.TrimSpace(p.Text(a.Text)) != p.Text(a.Text) || strings.TrimSpace(a.Text[end:p.Start]) != "" {
			t.Errorf("paragraph %v after %d in %q", p, end, a.Text)
		}
		end = p.End
	}
	if strings.TrimSpace(a.Text[end:]) != "" {
		t.Errorf("text behind the last paragraph: %q", a.Text[end:])
	}
}

func BenchmarkRead(b *testing.B) {
	text := "Dam bursts above Veld\nBy Anna Lund\nVELD (Reuters) - " + strings.Repeat(body+"\n\n", 20) + "Subscribe to the Bell"
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		read(b, text)
	}
}
