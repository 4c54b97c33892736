package article

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestGarbled(t *testing.T) {
	plain := "The dam at Orvik held through the night, the mayor’s office said. "
	tests := []struct {
		name, text string
		want       bool // that it is no text
	}{
		{"plain", plain, false},
		{"a few bad bytes", strings.Replace(strings.Repeat(plain, 5), "’", "\x92", 5), false},
		{"replaced apostrophes", strings.ReplaceAll(plain, "’", "\ufffd\ufffd"), false},
		{"accents in another encoding", "Caf\xe9 Orvik rouvre, a d\xe9clar\xe9 la mairie apr\xe8s la crue.", false},
		{"apostrophes decoded as another encoding", strings.ReplaceAll(plain, "’", "â\u0080\u0099"), false},
		{"a report that runs into packed bytes", plain + strings.Repeat("\ufffdq\ufffd4 \ufffdXM", 5), true},
		{"packed bytes", strings.Repeat("\x1f\x8b\xffq", 9), true},
		{"cut short", "Hi \ufffd", false},
		{"a control character", "The dam\x02 held\x7f.", false},
		{"a zero byte", plain + "\x00", true},
		{"apostrophes cut to one byte", strings.Repeat(strings.ReplaceAll(plain, "’", "\x19"), 9), false},
		{"lines that run into packed bytes", strings.Repeat(plain, 4) + "\n\n" + strings.Repeat("\ufffdq\ufffd4 \ufffdXM", 20), false},
		{"packed bytes with a line before", plain + "\n\n" + strings.Repeat("\ufffdq\ufffd4 \ufffdXM", 9), true},
		{"no letters", strings.Repeat("\u0083", 9), true},
	}
	for _, tt := range tests {
		if _, ok := garbled(tt.text); ok == tt.want {
			t.Errorf("%s: got %v", tt.name, ok)
		}
	}
	_, left := ReadFrom("a.jsonl", strings.NewReader(`{"text":"`+strings.Repeat(`\ufffdq\ufffd4 b`, 20)+"\"}\n"), Options{})
	if len(left) != 1 || left[0].Code != Binary {
		t.Errorf("got %v", left)
	}
}

// A page that runs into packed bytes is read as far as it can be, in bytes that
// stay as they are.
func TestStrike(t *testing.T) {
	lead := strings.Repeat("The dam at Orvik held through the night, the mayor said. ", 5)
	junk := strings.Repeat("\ufffdq\ufffd4 ", 20)
	line := `{"id":"k","text":"` + lead + `\n\n` + junk + `\n \n` + junk + `\n"}`
	var notes []string
	articles, left := ReadFrom("a.jsonl", strings.NewReader(line), Options{Warn: func(m string) { notes = append(notes, m) }})
	if len(left) > 0 || len(articles) != 1 {
		t.Fatal(left)
	}
	a := articles[0]
	if want := lead + "\n\n" + junk + "\n \n" + junk + "\n"; a.Text != want {
		t.Errorf("text %q", a.Text)
	}
	if len(a.Regions) != 1 || a.Regions[0].Kind != Boilerplate || a.Regions[0].Start != len(lead)+2 || a.Regions[0].End != len(a.Text)-1 {
		t.Errorf("regions %v", a.Regions)
	}
	if d := cmp.Diff([]string{`a.jsonl: the part of "k" that can't be read is passed over`}, notes); d != "" {
		t.Error(d)
	}
}
