package lang_test

import (
	"testing"

	"synoptic/lang"
)

func TestWordings(t *testing.T) {
	w := lang.ParseWordings(`
# comment
^copyright
^sign up
^photo:
^(c)
^share$
has more$
all rights reserved
`)
	tests := []struct {
		s              string
		begins, within bool
	}{
		{"copyright 2020 the bell", true, false},
		{"copyright law is old", false, false},
		{"copyright", true, false},
		{"copyrighted", false, false},
		{"sign up now", true, false},
		{"sign upstream", false, false},
		{"photo: a boat", true, false},
		{"(c)2020 the bell", true, false},
		{"share", true, false},
		{"share.", true, false},
		{"share this", false, false},
		{"our reporter has more.", false, true},
		{"he has more than one", false, false},
		{"the bell, all rights reserved", false, true},
		{"overall rights reserved", false, false},
		{"", false, false},
	}
	for _, tt := range tests {
		if b, in := w.Begins(tt.s), w.Within(tt.s); b != tt.begins || in != tt.within {
			t.Errorf("%q: begins %v, within %v", tt.s, b, in)
		}
		if w.Match(tt.s) != (tt.begins || tt.within) {
			t.Errorf("%q: match", tt.s)
		}
	}
}
