package article

import (
	"strings"
	"testing"
)

func TestBinary(t *testing.T) {
	plain := "The dam at Orvik held through the night, the mayor’s office said. "
	tests := []struct {
		name, text string
		want       bool
	}{
		{"plain", plain, false},
		{"a few bad bytes", strings.Replace(strings.Repeat(plain, 5), "’", "\x92", 5), false},
		{"replaced apostrophes", strings.ReplaceAll(plain, "’", "\ufffd\ufffd"), false},
		{"accents in another encoding", "Caf\xe9 Orvik rouvre, a d\xe9clar\xe9 la mairie apr\xe8s la crue.", false},
		{"apostrophes decoded as another encoding", strings.ReplaceAll(plain, "’", "â\u0080\u0099"), false},
		{"a report that runs into packed bytes", plain + strings.Repeat("\ufffdq\ufffd4 \ufffdXM", 5), true},
		{"packed bytes", strings.Repeat("\x1f\x8b\xffq", 9), true},
		{"cut short", "Hi \ufffd", false},
		{"no letters", strings.Repeat("\u0083", 9), true},
	}
	for _, tt := range tests {
		if got := binary([]byte(tt.text)); got != tt.want {
			t.Errorf("%s: got %v", tt.name, got)
		}
	}
	_, left := ReadFrom("a.jsonl", strings.NewReader(`{"text":"`+strings.Repeat(`\ufffdq\ufffd4 b`, 20)+"\"}\n"), Options{})
	if len(left) != 1 || left[0].Code != Binary {
		t.Errorf("got %v", left)
	}
}
