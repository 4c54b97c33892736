package moment

import (
	"regexp"
	"strings"
	"time"
)

// address finds a day in an address: "/2019/11/18/", "/2019/nov/18/", "/2019-11-18/",
// "/2019-11/18/", "/20191118/", "dam-bursts-20191118-2x1". Eight figures at the end are
// as often the number of an article.
var address = regexp.MustCompile(`[/_-]((?:19|20)[0-9]{2})(?:(?:/([0-9]{1,2}|[a-z]{3})/([0-9]{1,2})|-([0-9]{2})[-/]([0-9]{2}))(?:[/._-]|$)|([0-9]{2})([0-9]{2})[/._-])`)

// short finds a day behind the month that it is of: "/2019/11/191118-dam-bursts".
var short = regexp.MustCompile(`/(?:19|20)([0-9]{2})/([0-9]{2})/([0-9]{2})([0-9]{2})([0-9]{2})`)

// monthly finds a year and a month: "/2019/11/dam-bursts".
var monthly = regexp.MustCompile(`/((?:19|20)[0-9]{2})/(0[1-9]|1[0-2])/`)

// Month returns the month that the address of a page names, as 2006-01; empty when it names
// none, or several.
func Month(url string) string {
	url, _, _ = strings.Cut(url, "?")
	named := ""
	for _, m := range monthly.FindAllStringSubmatch(url, -1) {
		if one := m[1] + "-" + m[2]; named == "" || named == one {
			named = one
		} else {
			return ""
		}
	}
	return named
}

// Addressed returns the day that the address of a page names, as 2006-01-02; empty when
// it names none. The last one counts, since archives put one of theirs before it.
func Addressed(url string) string {
	url, _, _ = strings.Cut(strings.ToLower(url), "?")
	day := ""
	for at := 0; ; {
		m := address.FindStringSubmatchIndex(url[at:])
		if m == nil {
			break
		}
		part := func(n int) string {
			if m[2*n] < 0 {
				return ""
			}
			return url[at+m[2*n] : at+m[2*n+1]]
		}
		year, month, date := part(1), part(2)+part(4)+part(6), part(3)+part(5)+part(7)
		for _, form := range []string{"2006-1-2", "2006-Jan-2"} {
			if t, err := time.Parse(form, year+"-"+month+"-"+date); err == nil {
				day = t.Format(time.DateOnly)
			}
		}
		at += m[1] - 1 // what ends one may begin the next
	}
	if m := short.FindStringSubmatch(url); day == "" && m != nil && m[1] == m[3] && m[2] == m[4] {
		if t, err := time.Parse("060102", m[3]+m[4]+m[5]); err == nil {
			day = t.Format(time.DateOnly)
		}
	}
	return day
}
