package dossier

import (
	"slices"
	"strings"

	"github.com/clipperhouse/displaywidth"
)

// Styles stand in terminal text as control characters, which oneLine takes out
// of all source words. A style lasts until the next; it takes no room.
const (
	plain   = '\x00'
	bold    = '\x01'
	dim     = '\x02'
	alarm   = '\x03' // conflicts and warnings
	notice  = '\x04' // other differences
	heading = '\x05'
	mark    = '\x06' // what differs within words
)

var sgr = [...]string{
	plain:   "\x1b[0m",
	bold:    "\x1b[1m",
	dim:     "\x1b[2m",
	alarm:   "\x1b[1;31m",
	notice:  "\x1b[1;33m",
	heading: "\x1b[1;4m",
	mark:    "\x1b[4m",
}

// styled returns s in a style.
func styled(style rune, s string) string {
	if s == "" {
		return ""
	}
	return string(style) + s + string(plain)
}

// paint turns styles into terminal sequences, or takes them out, and U+00A0
// into blanks.
func paint(s string, color bool) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == 0xc2 && i+1 < len(s) && s[i+1] == 0xa0:
			b.WriteByte(' ')
			i++
		case int(c) >= len(sgr):
			b.WriteByte(c)
		case color:
			b.WriteString(sgr[c])
		}
	}
	return b.String()
}

// wrap breaks s at blanks into lines of at most width columns. Words that are
// wider are broken between graphemes. U+00A0 is a blank to break at only when it must
// be; oneLine leaves none in source words.
func wrap(s string, width int) []string {
	width = max(width, 2)
	var lines []string
	var line strings.Builder
	used, style := 0, plain
	end := func() {
		if style != plain {
			line.WriteRune(plain)
		}
		lines = append(lines, line.String())
		line.Reset()
		used = 0
		if style != plain {
			line.WriteRune(style)
		}
	}
	for _, word := range words(s, width) {
		room := displaywidth.String(word)
		switch {
		case room == 0: // only styles
		case used > 0 && used+1+room <= width:
			line.WriteByte(' ')
			used++
		case used > 0 && (room <= width || width-used < 8):
			end()
		case used > 0:
			line.WriteByte(' ')
			used++
		}
		for g := displaywidth.StringGraphemes(word); g.Next(); {
			v, w := g.Value(), g.Width()
			if len(v) == 1 && int(v[0]) < len(sgr) {
				style = rune(v[0])
			} else if used+w > width && used > 0 {
				end()
			}
			line.WriteString(v)
			used += w
		}
	}
	if used > 0 || len(lines) == 0 {
		if style != plain {
			line.WriteRune(plain)
		}
		lines = append(lines, line.String())
	}
	return lines
}

// words splits s at blanks, and where a word is too wide, at U+00A0.
func words(s string, width int) []string {
	var out []string
	for _, word := range strings.Split(s, " ") {
		if displaywidth.String(word) > width {
			out = append(out, strings.Split(word, "\u00a0")...)
		} else {
			out = append(out, word)
		}
	}
	return slices.DeleteFunc(out, func(w string) bool { return w == "" })
}

// cell is one column of a row of text.
type cell struct {
	text  string
	width int
}

// row sets cells side by side, each wrapped in its width, two blanks apart.
func row(indent int, cells ...cell) []string {
	wrapped := make([][]string, len(cells))
	high := 0
	for i, c := range cells {
		wrapped[i] = wrap(c.text, c.width)
		high = max(high, len(wrapped[i]))
	}
	lines := make([]string, high)
	for n := range lines {
		var b strings.Builder
		owed := indent // blanks before the next text; none end a line
		for i, c := range cells {
			used := 0
			if n < len(wrapped[i]) && wrapped[i][n] != "" {
				b.WriteString(strings.Repeat(" ", owed))
				b.WriteString(wrapped[i][n])
				used, owed = displaywidth.String(wrapped[i][n]), 0
			}
			owed += max(c.width-used, 0) + 2
		}
		lines[n] = b.String()
	}
	return lines
}

// hanging wraps s with all lines but the first set in.
func hanging(s string, width int) []string {
	lines := wrap(s, width)
	if len(lines) == 1 {
		return lines
	}
	rest := wrap(strings.Join(lines[1:], " "), width-2)
	for i := range rest {
		rest[i] = "  " + rest[i]
	}
	return append(lines[:1], rest...)
}

// widest returns the columns that the widest of texts takes, from 1 to limit.
func widest(limit int, texts ...string) int {
	w := 1
	for _, s := range texts {
		w = max(w, displaywidth.String(s))
	}
	return min(w, limit)
}
