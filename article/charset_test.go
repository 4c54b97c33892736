package article

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
)

// sixteen writes s in UTF-16 with a byte order mark.
func sixteen(s string, big bool) string {
	var b strings.Builder
	for _, unit := range utf16.Encode([]rune("\ufeff" + s)) {
		if big {
			b.WriteString(string([]byte{byte(unit >> 8), byte(unit)}))
		} else {
			b.WriteString(string([]byte{byte(unit), byte(unit >> 8)}))
		}
	}
	return b.String()
}

func TestCharset(t *testing.T) {
	const guessed = ": is no UTF-8 and was read as Windows-1252"
	const replaced = ": bytes that are not UTF-8 were replaced"
	tests := []struct {
		name, path, in string
		want           []string // texts
		note           string   // after the path
	}{
		{"quotation marks of Windows", "a.txt", "\x93The dam\x92s wall \x96 all of it\x94\r\n", []string{"“The dam’s wall – all of it”\n"}, guessed},
		{"accents of Windows", "a.txt", "The caf\xe9 at Orvik", []string{"The café at Orvik"}, guessed},
		{"UTF-8 with damage", "a.txt", "“The café” \xff held", []string{"“The café” \ufffd held"}, replaced + ": 1"},
		{"a byte that stands for nothing", "a.txt", "The dam \x81\x92 held", []string{"The dam \ufffd held"}, replaced + ": 2"},
		{"another script", "a.txt", "\xcf\xeb\xee\xf2 and dam", []string{"\ufffd and dam"}, replaced + ": 4"},
		{"UTF-16", "a.txt", sixteen("The dam’s wall\r\n", false), []string{"The dam’s wall\n"}, ""},
		{"UTF-16, the other way round", "a.txt", sixteen("The dam’s wall", true), []string{"The dam’s wall"}, ""},
		{"lines of Windows", "a.jsonl", "{\"text\":\"The dam\x92s wall\"}\n{\"text\":\"It\x92s dry\"}\n{\"text\":\"Dam’s\"}", []string{"The dam’s wall", "It’s dry", "Dam’s"}, guessed},
		{"lines with damage", "a.jsonl", "{\"text\":\"“Dam” \xff\"}", []string{"“Dam” \ufffd"}, ":1" + replaced},
		{"lines in UTF-16", "a.jsonl", sixteen("{\"text\":\"The dam’s wall\"}\n{\"text\":\"Two.\"}\n", false), []string{"The dam’s wall", "Two."}, ""},
		{"JSON in UTF-16", "a.json", sixteen("[{\"text\":\"The dam’s wall\"},\n{\"text\":\"Two.\"}]", true), []string{"The dam’s wall", "Two."}, ""},
		{"JSON of Windows", "a.json", "[{\"text\":\"The dam\x92s wall\"}]", []string{"The dam’s wall"}, guessed},
		{"a page in UTF-16 by another name", "a.txt", sixteen("<!DOCTYPE html><p>The dam burst.</p>", false), []string{"The dam burst."}, ""},
		{"standard input in UTF-16", "-", sixteen("{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n", false), []string{"One.", "Two."}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			note := ""
			o := Options{Warn: func(m string) { note += strings.TrimPrefix(m, tt.path) }}
			var articles []*Article
			var left []Unread
			if tt.path == Stdin {
				o.Stdin = strings.NewReader(tt.in)
				articles, left = Read([]string{Stdin}, o)
			} else {
				articles, left = ReadFrom(tt.path, strings.NewReader(tt.in), o)
			}
			var texts []string
			for _, a := range articles {
				texts = append(texts, a.Text)
			}
			if d := cmp.Diff(tt.want, texts); d != "" || len(left) > 0 {
				t.Error(d, left)
			}
			if note != tt.note {
				t.Errorf("note %q, want %q", note, tt.note)
			}
			sum := sha256.Sum256([]byte(tt.in))
			if tt.path == "a.txt" && len(articles) == 1 && articles[0].Digest != hex.EncodeToString(sum[:]) {
				t.Error("the digest is not that of the file's bytes")
			}
		})
	}
}
