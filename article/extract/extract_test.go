package extract

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// report is the article of most pages here.
var report = []string{
	"The dam above Veld burst on Monday night and flooded 300 homes in the lower town, Mayor Anna Lund told reporters on Tuesday.",
	"Two people are missing, and the road to the north has been closed since midnight because the water carried away a bridge.",
	"Engineers had warned of cracks in the wall for years, and the council put off the repairs twice because of what they would cost.",
	"The water company said that it would look into every question once the search had ended and the families had been told.",
}

// around puts the report's paragraphs around insert, within the clutter of a page.
func around(insert string) string {
	return `<!DOCTYPE html><html><head><title>Dam above Veld bursts</title></head><body>
<div class="consent"><p>We and our partners use cookies to count readers and to show what may interest them.</p></div>
<nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<div class="main"><div class="text"><p>` + report[0] + `</p><p>` + report[1] + `</p>` + insert +
		`<p>` + report[2] + `</p><p>` + report[3] + `</p></div></div>
<div class="footer"><p>Copyright The Bell</p></div></body></html>`
}

// reported is the text of around when kept stands in the middle.
func reported(kept ...string) string {
	return strings.Join(append(append(append([]string{}, report[:2]...), kept...), report[2:]...), "\n")
}

func TestText(t *testing.T) {
	tests := []struct {
		name, page, want string
	}{
		{"clutter", around(""), reported()},
		{"a heading", around("<h2>What is known</h2>"), reported("What is known")},
		{
			"a list", around("<ul><li>Homes flooded: 300 in the lower town</li><li>People missing: two, both of them children</li></ul>"),
			reported("Homes flooded: 300 in the lower town", "People missing: two, both of them children"),
		},
		{"inline markup", around("<p>The <b>wall</b> is <a href='/o'>49&nbsp;years</a> old, <x-tip>the</x-tip> engineers&rsquo; report of last year&nbsp;said.</p>"), reported("The wall is 49 years old, the engineers’ report of last year said.")},
		{"white space", around("<p>\n  The wall   is\tone of the oldest\n in the whole of the valley, &#8203;it says.  </p>"), reported("The wall is one of the oldest in the whole of the valley, it says.")},
		{
			"lines broken", around("<p>The search goes on along the river.<br>It will stop at dusk and begin<br> again at first light, she said.<br><br>No names were given</p>"),
			reported("The search goes on along the river.", "It will stop at dusk and begin again at first light, she said.", "No names were given"),
		},
		{"a related headline", around("<p><a href='/o'>Engineers warned of cracks in the dam</a></p>"), reported()},
		{"a labelled headline", around("<p><b>Read more:</b> <a href='/o'>Engineers who warned of cracks in the dam speak</a></p>"), reported()},
		{"a caption", around("<figure><img src='d.jpg'><figcaption>The dam above Veld on Tuesday, seen from the road to the north of the town.</figcaption></figure>"), reported()},
		{"a post", around("<blockquote class='post'><p>We heard it go, and then the water came.</p>— Veld Rescue (@veldrescue) May 4</blockquote>"), reported("We heard it go, and then the water came.", "— Veld Rescue (@veldrescue) May 4")},
		{"a script", around("<script>document.write('The dam held.')</script><style>p{}</style><noscript>Turn on JavaScript.</noscript>"), reported()},
		{"what is hidden", around("<p style='display: none'>Only members can read on, and membership costs a crown a week for the first year.</p>"), reported()},
		{"a sign-up", around("<form><label>Your address</label><input><button>Sign up for our letter</button></form>"), reported()},
		{
			"headline, authors and address again",
			strings.Replace(around(""), `<div class="text">`, `<div class="text"><h1>Dam above Veld bursts</h1><p rel="author">By Ann Lee and Bo Ek</p><p>https://bell.example/dam</p>`, 1),
			reported(),
		},
		{"parts", around(`</div><div class="ad"><p>Advertisement</p></div><div class="text">`), reported()},
		{"no end tags", strings.ReplaceAll(strings.ReplaceAll(around(""), "</p>", ""), "</div>", ""), ""},
		{"a sentence", "<p>The dam above Veld burst on Monday.</p>", "The dam above Veld burst on Monday."},
		{"XHTML", `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>The dam above Veld burst.</p></body></html>`, "The dam above Veld burst."},
		{
			"preformatted", "<pre>" + report[0] + "\n" + report[1] + "\n\n" + report[2] + "\n</pre>",
			report[0] + " " + report[1] + "\n" + report[2],
		},
		{
			"the text in JSON-LD alone", `<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"<p>` + report[0] + `</p><p>` + report[1] + `</p>"}</script><div id="app"></div>`,
			report[0] + "\n" + report[1],
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := Article([]byte(tt.page), Options{URL: "https://bell.example/dam"})
			if err != nil {
				t.Fatal(err)
			}
			if tt.want == "" { // all of the report, whatever else
				for _, p := range report {
					if !strings.Contains(got.Text, p) {
						t.Errorf("%q is missing from %q", p, got.Text)
					}
				}
				return
			}
			if d := cmp.Diff(tt.want, got.Text); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestNoText(t *testing.T) {
	tests := []struct {
		name, page string
		want       error
	}{
		{"nothing", "", ErrNoText},
		{"no text", "<html><body><img src=x></body></html>", ErrNoText},
		{"links", "<nav><a href=/>News</a> <a href=/s>Sport</a></nav><ul><li><a href=/w>Weather today</a></ul>", ErrNoText},
		{"large", strings.Repeat("x", MaxPage+1), ErrTooLarge},
		{"crowded", strings.Repeat("<i>x</i>", maxElements), ErrTooLarge},
		{"deep", strings.Repeat("<div>", 600) + "The dam burst.", ErrTooDeep},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got, err := Article([]byte(tt.page), Options{}); !errors.Is(err, tt.want) {
				t.Errorf("got %q and %v, want %v", got.Text, err, tt.want)
			}
		})
	}
}

func TestWords(t *testing.T) {
	tests := map[string]string{
		"The dam, 49 years old": "The|dam|49|years|old",
		"It’s e\u0301lan":       "It|s|e\u0301lan",
		"댐은 월요일":                "댐은|월요일",
		"ダムは3月、x":               "ダ|ム|は|3|月|x",
		"—…":                    "",
	}
	for in, want := range tests {
		var starts []int
		words(in, func(_ uint64, at int) { starts = append(starts, at) })
		var got []string
		for i, start := range starts {
			end := len(in)
			if i+1 < len(starts) {
				end = starts[i+1]
			}
			got = append(got, strings.TrimRight(in[start:end], " ,’、—…"))
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("words(%q) = %q, want %q", in, s, want)
		}
	}
}

func TestAligned(t *testing.T) {
	tests := []struct {
		name, page, part, want string // want has a dot for each word of page that is not found
	}{
		{"all", "a b c d e", "a b c d e", "a b c d e"},
		{"a part", "x y a b c d e z", "a b c d e", ". . a b c d e ."},
		{"two parts", "a b c d x y e f g h", "a b c d e f g h", "a b c d . . e f g h"},
		{"a short line between", "a b c d e x f y g h i j k", "a b c d e f g h i j k", "a b c d e . . . g h i j k"},
		{"a short line at the edge", "a b c d x e f g h", "a b c d x e f g h", "a b c d x e f g h"},
		{"the right one of two", "a b c d x a b c d e f g h", "x a b c d e f g h", ". . . . x a b c d e f g h"},
		{"repeated all over", "a a a a a a", "a a a a a a", "a a a a a a"},
		{"another order", "e f g h i a b c d", "a b c d e f g h i", "e f g h i . . . ."},
		{"too short", "a b c", "a b c", ". . ."},
		{"nothing", "a b c d", "", ". . . ."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			page := strings.Fields(tt.page)
			hashes := func(s string) (all []uint64) {
				words(s, func(w uint64, _ int) { all = append(all, w) })
				return all
			}
			for i, found := range aligned(hashes(tt.page), hashes(tt.part)) {
				if !found {
					page[i] = "."
				}
			}
			if got := strings.Join(page, " "); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
