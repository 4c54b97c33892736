package extract

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

func TestFragment(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"nothing", "", ""},
		{"plain", "The dam burst.", "The dam burst."},
		{"signs that are no tags", "5 < 6, A&B, 7 > 3", "5 < 6, A&B, 7 > 3"},
		{"paragraphs", "<p>The dam\n  burst.</p>\n\n<p>Two are <b>missing</b>.</p>", "The dam burst.\nTwo are missing."},
		{"paragraphs without ends", "<p>One.<p>Two.", "One.\nTwo."},
		{"breaks", "One.<br>Two.<br /><br/>Three.", "One.\nTwo.\nThree."},
		{"lists", "<ul><li>One</li><li>Two<ol><li>Inner</ol></ul>After", "One\nTwo\nInner\nAfter"},
		{"cells", "<table><tr><td>Dead</td><td>12</td></tr><tr><th>Hurt</th><td>3</td></tr></table>", "Dead 12\nHurt 3"},
		{"inline", "un<b>break</b>able <i>dam</i>s", "unbreakable dams"},
		{"references", "Lund &amp; Krantz&nbsp;&#8212; &ldquo;now&rdquo; &lt;b&gt; &bogus;", "Lund & Krantz — “now” <b> &bogus;"},
		{"invisible", "da\u00adm\u200b burst\u00a0\u00a0now\x00\x07", "dam burst now"},
		{"script", "One<script>if (a < b) { document.write('<p>No</p>') }</script><style>p{}</style> two", "One two"},
		{"comment", "One <!-- no <p>no</p> -->two", "One two"},
		{"cdata", "<p><![CDATA[Five < six]]></p>", "Five < six"},
		{"hidden", `<p>One</p><div hidden><p>No</p><div>No</div></div><p style="color:red; DISPLAY : none">No</p>Two`, "One\nTwo"},
		{"hidden paragraph without end", "<p hidden>No<p>One", "One"},
		{"hidden within a line", `A <span style="display:none">no <span>no</span> no</span>dam`, "A dam"},
		{"struck out", "<del>12</del> <ins>14</ins> people", "14 people"},
		{"media", `<figure><img alt="no"><figcaption>The dam.</figcaption></figure><video>No<p>no</p></video><iframe>no</iframe>`, "The dam."},
		{"iframe without content", `<iframe src="x"/><p>One</p>`, "One"},
		{"quotation", "He said <q>We had ten minutes</q>.", "He said “We had ten minutes”."},
		{"preformatted", "<pre>One\n  two\n</pre>three\nfour", "One\ntwo\nthree four"},
		{"a whole page", "<!doctype html><html><head><title>No</title></head><body><h1>Dam</h1><p>One</p></body></html>", "Dam\nOne"},
		{"prefixes", `<xhtml:div xmlns:xhtml="x"><xhtml:p>One</xhtml:p><xhtml:p>Two</xhtml:p></xhtml:div>`, "One\nTwo"},
		{"broken off", "<p>One <a href='x", "One"},
		{"ends without starts", "</p></div>One</script></b>", "One"},
		{"invalid bytes", "a\xffb", "a\ufffdb"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Fragment(tt.in); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// Hostile pieces of a megabyte cost no more than a moment.
func TestFragmentTime(t *testing.T) {
	for _, part := range []string{
		"<div>", "</p>", "<b><i>", "<p hidden>", "<span hidden>", "<q>", "<!--", "<![CDATA[", "&", "&#", "<a b=c ", "<script>", "<li><div hidden>", "<",
	} {
		start := time.Now()
		Fragment(strings.Repeat("<div>", maxOpen) + strings.Repeat(part, 1<<20/len(part)))
		if d := time.Since(start); d > 5*time.Second {
			t.Errorf("%q repeated takes %v", part, d)
		}
	}
	if got := Fragment(strings.Repeat("x", maxFragment+9)); len(got) != maxFragment {
		t.Errorf("%d bytes of a long text", len(got))
	}
}

func FuzzFragment(f *testing.F) {
	f.Add("<p>The dam <b>burst</b>.</p><ul><li>One<li>Two</ul>&amp;&nbsp;")
	f.Add("<div hidden><p>No</div><script><!--<script></script>--></script><pre>a\nb</pre>")
	f.Add("<![CDATA[a<b]]><iframe/><svg><title>x</svg><q>a</q><td>1<td>2\x00\u00ad")
	f.Fuzz(func(t *testing.T, markup string) {
		text := Fragment(markup)
		if !utf8.ValidString(text) || text != strings.TrimSpace(text) || strings.Contains(text, "\n\n") || strings.Contains(text, "  ") {
			t.Errorf("%q of %q", text, markup)
		}
		if strings.ContainsAny(text, "\r\t\x00") {
			t.Errorf("%q has control characters", text)
		}
	})
}

func BenchmarkFragment(b *testing.B) {
	page := strings.Repeat("<p>The dam above <a href=\"https://veld.example/\">Veld</a> burst on Monday &amp; flooded 300 homes.</p>\n", 60)
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		Fragment(page)
	}
}
