package doc

import "strings"

// Fill is what a text is filled up with behind marks that were put right (article.Mend):
// runes that part words and stand in none. A token goes on over those right behind it.
const Fill = fill3 + fill2

const fill2, fill3 = "\u0081", "\u2060" // of two and of three bytes

// fillUp writes some bytes of Fill, more than one.
func fillUp(b *strings.Builder, bytes int) {
	if bytes%2 == 1 {
		b.WriteString(fill3)
		bytes -= len(fill3)
	}
	for ; bytes > 0; bytes -= len(fill2) {
		b.WriteString(fill2)
	}
}

// unfilled returns text without Fill.
func (d *Doc) unfilled(text string) string {
	if !d.Mended || !strings.ContainsAny(text, Fill) {
		return text
	}
	return strings.NewReplacer(fill2, "", fill3, "").Replace(text)
}
