package eval

import (
	"errors"
	"strings"
	"testing"

	"synoptic/analyze"
	"synoptic/article"
	"synoptic/lang/en"
	"synoptic/span"
)

func spanOf(text, part string) span.Span {
	i := strings.Index(text, part)
	return span.Span{Start: i, End: i + len(part)}
}

func TestSpeaker(t *testing.T) {
	text := "Anna Lund came to Orvik. “The bridge is safe and will stay open,” she said.\n\n“The ships must wait until the spring,” a spokesman said.\n"
	d := analyze.Article(&article.Article{Text: text}, en.English())
	for _, c := range []struct {
		quotation, speaker string
		named, want        bool
	}{
		{"“The bridge is safe and will stay open,”", "Anna Lund", true, true},
		{"“The bridge is safe and will stay open,”", "Orvik", true, false},
		{"“The ships must wait until the spring,”", "a spokesman", false, true},
		{"“The ships must wait until the spring,”", "Anna Lund", true, false},
		{"Anna Lund came to Orvik", "Anna Lund", true, false}, // no attribution
	} {
		q := spoken{spanOf(text, c.quotation), spanOf(text, c.speaker), c.named}
		if got := q.found(d); got != c.want {
			t.Errorf("%s by %s: %v", c.quotation, c.speaker, got)
		}
	}
}

// The gold is whole: two hundred quotations, three an article at most.
func TestSpeakerGold(t *testing.T) {
	gold, err := parseSpeakers(speakers)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for id, list := range gold {
		n += len(list)
		if len(list) > 3 {
			t.Errorf("%s has %d quotations", id, len(list))
		}
		for _, q := range list {
			if q.quotation.Empty() || q.speaker.Empty() {
				t.Errorf("%s has an empty span: %v", id, q)
			}
		}
	}
	if n != 200 {
		t.Errorf("%d quotations", n)
	}
	for _, bad := range []string{"a\t1\t2\n", "a\tx\t2\t3\t4\tnamed\n"} {
		if _, err := parseSpeakers(bad); err == nil {
			t.Errorf("no error for %q", bad)
		}
	}
	if _, err := Speaker(nil); !errors.Is(err, ErrNoGold) {
		t.Errorf("without paths: %v", err)
	}
}
