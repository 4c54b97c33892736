package extract

import (
	"strings"
	"testing"

	"golang.org/x/net/html/charset"
)

func TestCharset(t *testing.T) {
	const (
		latin    = "<p>À Halverport, l’équipage a été retrouvé sain et sauf près du détroit, a déclaré le ministère après la collision.</p>"
		cyrillic = "<p>Министр транспорта не подписал договор о проливе, сообщили в министерстве в субботу вечером после столкновения судов.</p>"
		japanese = "<p>ダムは月曜日の夜に決壊し、三百戸の家が浸水したと市長が記者団に語った。二人の行方が分からなくなっている。橋の修理は来年まで続く見通しで、町の人々は学校の体育館で夜を過ごした。水道会社は調査に協力すると述べた。</p>"
		korean   = "<p>월요일 밤 댐이 무너져 집 삼백 채가 물에 잠겼다고 시장이 기자들에게 말했다. 두 사람이 실종되었다.</p>"
	)
	tests := []struct {
		name, text, in string // the charset that the page is in
		declared       string // put before the text
		contentType    string
	}{
		{"UTF-8", japanese, "utf-8", "", ""},
		{"UTF-8 that says otherwise", latin, "utf-8", `<meta charset="iso-8859-1">`, "text/html; charset=iso-8859-1"},
		{"by the header", latin, "windows-1252", `<meta charset="utf-8">`, "text/html; charset=windows-1252"},
		{"by the page", latin, "iso-8859-15", `<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-15">`, ""},
		{"late on the page", cyrillic, "koi8-r", "<script>" + strings.Repeat("x", 2000) + `</script><meta charset="koi8-r">`, ""},
		{"in XML", cyrillic, "windows-1251", `<?xml version="1.0" encoding="windows-1251"?>`, ""},
		{"ISO-2022-JP", japanese, "iso-2022-jp", `<meta charset="iso-2022-jp">`, ""},
		{"undeclared Latin", latin, "windows-1252", "", ""},
		{"undeclared Cyrillic", cyrillic, "windows-1251", "", ""},
		{"undeclared Japanese", japanese, "shift_jis", "", ""},
		{"undeclared Korean", korean, "euc-kr", "", ""},
		{"unknown", latin, "windows-1252", `<meta charset="klingon">`, "text/html; charset=klingon"},
		{"UTF-8 declared, but none", cyrillic, "windows-1251", `<meta charset="utf-8">`, "text/html; charset=utf-8"},
		{"UTF-16 with a mark", japanese, "utf-16le", "\ufeff", ""},
		{"UTF-16 by the header", latin, "utf-16be", "", "text/html; charset=utf-16be"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text := tt.text
			if tt.in == "iso-8859-15" {
				text = strings.ReplaceAll(text, "’", "'")
			}
			e, _ := charset.Lookup(tt.in)
			page, err := e.NewEncoder().Bytes([]byte(tt.declared + text))
			if err != nil {
				t.Fatal(err)
			}
			if got := string(decoded(page, tt.contentType)); !strings.Contains(got, text) {
				t.Errorf("got %q", got)
			}
		})
	}
}

// A few damaged bytes do not turn a page into another charset.
func TestDamaged(t *testing.T) {
	page := "<p>L’équipage a été retrouvé près du détroit d’Orrin, a-t-on déclaré à Halverport, où l’évacuation s’est achevée.</p>"
	broken := strings.Replace(page, "équipage", "\xe9quipage", 1)
	if got := string(decoded([]byte(broken), "")); got != strings.Replace(page, "équipage", "\ufffdquipage", 1) {
		t.Errorf("got %q", got)
	}
}
