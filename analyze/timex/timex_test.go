package timex_test

import (
	"strings"
	"testing"
	"time"

	"synoptic/analyze/clause"
	"synoptic/analyze/doc"
	"synoptic/analyze/parse"
	"synoptic/analyze/segment"
	"synoptic/analyze/tag"
	"synoptic/analyze/timex"
	"synoptic/article"
	"synoptic/lang/en"
)

func read(text, published string) *doc.Doc {
	d := doc.New(&article.Article{Text: text, Published: published}, en.English())
	for _, step := range []func(*doc.Doc){segment.Run, tag.Run, parse.Run, clause.Run, timex.Run} {
		step(d)
	}
	return d
}

// write shows a time: words = value [earliest, latest], and its mod.
func write(d *doc.Doc, t doc.Time) string {
	s := t.Text(d.Text) + " = " + t.Value
	if t.Mod != "" {
		s += " " + t.Mod
	}
	if t.Earliest != "" && (t.Earliest != t.Value || t.Latest != t.Value) {
		s += " [" + t.Earliest + ", " + t.Latest + "]"
	}
	if t.Joined {
		s += " joined"
	}
	return s
}

// Thursday.
const published = "2019-05-16T08:00:00Z"

var cases = []struct{ text, want string }{
	// full dates
	{"It opened on Wednesday, Sept. 13, 2017.", "Wednesday, Sept. 13, 2017 = 2017-09-13"},
	{"It opened on 13 September 2017.", "13 September 2017 = 2017-09-13"},
	{"It opened on the 13th of September 2017.", "the 13th of September 2017 = 2017-09-13"},
	{"It opened on 2017-09-13.", "2017-09-13 = 2017-09-13"},
	{"It opened on 9/13/2017.", "9/13/2017 = 2017-09-13"},
	{"December 23, 2012, 4:42 PM EDT", "December 23, 2012, 4:42 PM EDT = 2012-12-23T16:42"},
	{"It opened in May nineteen ninety-seven.", "May nineteen ninety-seven = 1997-05 [1997-05-01, 1997-05-31]"},
	// by the day of publication
	{"She resigned on March 23.", "March 23 = 2019-03-23"},
	{"She resigned on Dec. 20.", "Dec. 20 = 2018-12-20"},
	{"The delay lasts until June 1.", "June 1 = 2019-06-01"},
	{"She resigned in the early hours of March 23.", "the early hours of March 23 = 2019-03-23TMO [2019-03-23T00:00, 2019-03-23T05:59]"},
	{"Sales beat those of the year-ago period.", "the year-ago period = 2018 [2018-01-01, 2018-12-31]"},
	{"Net for the first quarter fell from $9 million a year ago.", "the first quarter = 2019-Q1 [2019-01-01, 2019-03-31]; a year ago = 2018-Q1 [2018-01-01, 2018-03-31]"},
	{"Sales fell over the past two quarters.", "the past two quarters = P2Q [2018-11-16, 2019-05-16]"},
	{"She resigned in July.", "July = 2018-07 [2018-07-01, 2018-07-31]"},
	{"She will resign in July.", "July = 2019-07 [2019-07-01, 2019-07-31]"},
	{"They met on Wednesday.", "Wednesday = 2019-05-15"},
	{"They will meet on Wednesday.", "Wednesday = 2019-05-22"},
	{"They met last Thursday.", "last Thursday = 2019-05-09"},
	{"They met on Friday.", "Friday = 2019-05-10"},
	{"They met on Thursday. On Friday she left.", "Thursday = 2019-05-16; Friday = 2019-05-17"}, // updated the day after
	{"They meet next Friday.", "next Friday = 2019-05-17"},
	{"They met on Sunday afternoon.", "Sunday afternoon = 2019-05-12TAF [2019-05-12T12:00, 2019-05-12T17:59]"},
	{"They met early Tuesday local time.", "early Tuesday local time = 2019-05-14 START [2019-05-14T00:00, 2019-05-14T11:59]"},
	{"It expires at 12:01 a.m. on Tuesday.", "12:01 a.m. on Tuesday = 2019-05-21T00:01"},
	{"They met yesterday.", "yesterday = 2019-05-15"},
	{"She picked an adviser to fill the seat until an election set for June 25.", "June 25 = 2019-06-25"},
	{"The mill burned on Monday night. Nobody slept. The fire began about 9 p.m.", "Monday night = 2019-05-13TNI [2019-05-13T18:00, 2019-05-13T23:59]; 9 p.m. = 2019-05-13T21:00"},
	{"The mill burned on Monday night. It will open at 9 p.m.", "Monday night = 2019-05-13TNI [2019-05-13T18:00, 2019-05-13T23:59]; 9 p.m. = 2019-05-16T21:00"},
	{"The mayor said on Monday that it burned. It began about 9 p.m.", "Monday = 2019-05-13; 9 p.m. = 2019-05-16T21:00"},
	{"They met last month.", "last month = 2019-04 [2019-04-01, 2019-04-30]"},
	{"They met last week.", "last week = 2019-W19 [2019-05-06, 2019-05-12]"},
	{"They met three years ago.", "three years ago = 2016 [2016-01-01, 2016-12-31]"},
	{"They met in May last year.", "May last year = 2018-05 [2018-05-01, 2018-05-31]"},
	{"They met earlier this month.", "earlier this month = 2019-05 START [2019-05-01, 2019-05-16]"},
	{"It was the first visit in four years.", "four years = P4Y [2015-05-16, 2019-05-16]"},
	{"It grew over the past year.", "the past year = P1Y [2018-05-16, 2019-05-16]"},
	{"They met over the weekend.", "the weekend = 2019-W19-WE [2019-05-11, 2019-05-12]"},
	{"She spoke on Thanksgiving.", "Thanksgiving = 2018-11-22"},
	{"The firm is due to close the shop on Monday.", "Monday = 2019-05-20"},
	{"The mayor sent a note in advance of her visit on Monday.", "Monday = 2019-05-20"},
	{"The mayor sent a note in advance. Nobody saw it on Monday.", "Monday = 2019-05-13"},
	{"Guards stood at the mill following Monday's fire.", "Monday = 2019-05-13"},
	{"The mill burned on May 6. It opened the following Monday.", "May 6 = 2019-05-06; the following Monday = 2019-05-13"},
	{"The mill burned on Monday afternoon. Nobody slept. The roof fell in the evening.", "Monday afternoon = 2019-05-13TAF [2019-05-13T12:00, 2019-05-13T17:59]; the evening = 2019-05-13TEV [2019-05-13T17:00, 2019-05-13T23:59]"},
	{"The mill burned at 4 p.m. on April 9. The boats had been sold on March 2. Nobody slept. The roof fell at 7 p.m.", "4 p.m. on April 9 = 2019-04-09T16:00; March 2 = 2019-03-02; 7 p.m. = 2019-04-09T19:00"},
	{"The fire comes after another fire on Sunday.", "Sunday = 2019-05-12"},
	{"It struck at 1 a.m. on April 9. About 27 hours later it struck again, at 4:15 a.m.", "1 a.m. on April 9 = 2019-04-09T01:00; About 27 hours later = 2019-04-10 APPROX; 4:15 a.m. = 2019-04-10T04:15"},
	{"The judge set the hearing for Friday.", "Friday = 2019-05-17"},
	{"It could come after the vote on Sunday.", "Sunday = 2019-05-19"},
	{"The mayor was given until 9 a.m. Tuesday to answer.", "9 a.m. Tuesday = 2019-05-21T09:00"},
	{"The Friday hearing would have been her first.", "Friday = 2019-05-17"},
	{"Lawmakers rejected the bill before midnight on Tuesday.", "midnight on Tuesday = 2019-05-14T24:00 [2019-05-14T23:59, 2019-05-14T23:59]"},
	{"Lawmakers must pass the bill before Tuesday.", "Tuesday = 2019-05-21"},
	{"They refused to sign the pact on Monday.", "Monday = 2019-05-13"},
	{"The ferry sank on May 3. It left the quay at 7:40 p.m. with nine aboard.", "May 3 = 2019-05-03; 7:40 p.m. = 2019-05-03T19:40"},
	{"They met in the late 1980's.", "the late 1980's = 198 END [1984-12-31, 1989-12-31]"},
	{"The court will hear what follows from Monday's ruling.", "Monday = 2019-05-13"},
	{"The new rate is effective Feb. 1.", "Feb. 1 = 2020-02-01"},
	{"He opened it on this coming Sunday, March eighth.", "this coming Sunday = 2019-05-19; March eighth = 2019-03-08"},
	{"The pact was signed in March. The following month, they met.", "March = 2019-03 [2019-03-01, 2019-03-31]; The following month = 2019-04 [2019-04-01, 2019-04-30]"},
	{"Sales for this year's third quarter fell.", "this year's third quarter = 2019-Q3 [2019-07-01, 2019-09-30]"},
	{"The March session was short.", "March = 2019-03 [2019-03-01, 2019-03-31]"},
	{"The snow fell on Good Friday.", "Good Friday = 2019-04-19"},
	{"They met last Easter.", "last Easter = 2019-04-21"},
	{"The vote falls on Election Day 2016.", "Election Day 2016 = 2016-11-08"},
	{"She warned that they will lose in an interview Tuesday on the radio.", "Tuesday = 2019-05-14"},
	{"Spending was $2 billion in fiscal 2010, after a cut on May 2, 2016. It fell in fiscal 2011 and rose the following year.", "fiscal 2010 = 2010 [2010-01-01, 2010-12-31]; May 2, 2016 = 2016-05-02; fiscal 2011 = 2011 [2011-01-01, 2011-12-31]; the following year = 2012 [2012-01-01, 2012-12-31]"},
	{"At 1:16pm, on Wednesday, June 8, 2016, the port closed.", "1:16pm, on Wednesday, June 8, 2016 = 2016-06-08T13:16"},
	{"The port wrote at 4:20 p.m. on March 14, 2018. An aide asked for more. At 7:51 p.m., the mayor wrote.", "4:20 p.m. on March 14, 2018 = 2018-03-14T16:20; 7:51 p.m. = 2018-03-14T19:51"},
	{"They met on May 2. The following weekend they wed.", "May 2 = 2019-05-02; The following weekend = 2019-W18-WE [2019-05-04, 2019-05-05]"},
	// times of day
	{"It struck just after midnight on Monday.", "midnight on Monday = 2019-05-13T00:00"},
	{"It expires at midnight Friday.", "midnight Friday = 2019-05-17T24:00 [2019-05-17T23:59, 2019-05-17T23:59]"},
	{"The blast hit the market at 10 a.m. (0800 GMT) on Friday.", "10 a.m. = 2019-05-10T10:00; 0800 GMT = 2019-05-10T08:00Z [2019-05-10T08:00, 2019-05-10T08:00]; Friday = 2019-05-10"},
	{"The talks ran from 5 to 6:30 p.m. on Monday.", "5 = 2019-05-13T17:00; 6:30 p.m. on Monday = 2019-05-13T18:30 joined"},
	{"They met on Monday from 10 a.m. to noon.", "Monday from 10 a.m. = 2019-05-13T10:00; noon = 2019-05-13T12:00 joined"},
	{"They met on Monday, and at 4 p.m. they parted.", "Monday = 2019-05-13; 4 p.m. = 2019-05-13T16:00"},
	{"It struck at 7 in the evening.", "7 in the evening = 2019-05-16T19:00"},
	{"It struck at half past seven on Monday morning.", "half past seven on Monday morning = 2019-05-13T07:30"},
	{"They spoke last night at 8.", "last night at 8 = 2019-05-15T20:00"},
	{"After last night's fire they met at 9 a.m. to talk.", "last night = 2019-05-15TNI [2019-05-15T18:00, 2019-05-15T23:59]; 9 a.m. = 2019-05-16T09:00"},
	{"They met between 7 and 9:30 last night.", "7 = 2019-05-15T19:00; 9:30 last night = 2019-05-15T21:30 joined"},
	{"They met on Monday evening from 7 to 9.", "Monday evening from 7 = 2019-05-13T19:00; 9 = 2019-05-13T21:00 joined"},
	{"It ran from 10:30 to 3 on Jan. 5, 2018.", "10:30 = 2018-01-05T10:30; 3 on Jan. 5, 2018 = 2018-01-05T15:00 joined"},
	{"It is open 9.30-4.30pm.", "9.30 = 2019-05-16T09:30; 4.30pm = 2019-05-16T16:30 joined"},
	{"She woke at five-thirty.", "five-thirty = 2019-05-16T05:30"},
	{"She will wake at seven twenty-seven tomorrow evening.", "seven twenty-seven tomorrow evening = 2019-05-17T19:27"},
	{"The vote was at two thirty people say.", ""},
	{"It opened on June 13, 2013 8:45 AM EDT.", "June 13, 2013 8:45 AM EDT = 2013-06-13T08:45"},
	{"Wed Oct 26 15:50:06 2016", "Wed Oct 26 15:50:06 2016 = 2016-10-26T15:50:06 [2016-10-26T15:50, 2016-10-26T15:50]"},
	{"It fell on Sunday late evening at 10:00.", "Sunday late evening at 10:00 = 2019-05-12T22:00"},
	{"It opened at 7:56:30 p.m. on Monday.", "7:56:30 p.m. on Monday = 2019-05-13T19:56:30 [2019-05-13T19:56, 2019-05-13T19:56]"},
	// weeks, days of the month, codes
	{"They meet on Tuesday next week.", "Tuesday next week = 2019-05-21"},
	{"They met on Monday of last week.", "Monday of last week = 2019-05-06"},
	{"They will meet next week on Friday.", "next week on Friday = 2019-05-24"},
	{"It rained on Friday the 13th.", "Friday the 13th = 2018-07-13"},
	{"They met on the 9th.", "the 9th = 2019-05-09"},
	{"They finished on the 9th green.", ""},
	{"They met on the 9th of last month.", "the 9th of last month = 2019-04-09"},
	{"His death was the fourth this month.", "this month = 2019-05 [2019-05-01, 2019-05-31]"},
	{"They meet in the week of the 27th.", "the week of the 27th = 2019-W22 [2019-05-27, 2019-06-02]"},
	{"They meet the week after next.", "the week after next = 2019-W22 [2019-05-27, 2019-06-02]"},
	{"They met the month before last.", "the month before last = 2019-03 [2019-03-01, 2019-03-31]"},
	{"It rose in the week 3 of 2017.", "the week 3 of 2017 = 2017-W03 [2017-01-16, 2017-01-22]"},
	{"They lost in Week 10.", ""},
	{"They lost in the third month of 2017.", "the third month of 2017 = 2017-03 [2017-03-01, 2017-03-31]"},
	{"They meet on the first Monday evening of June.", "the first Monday evening of June = 2019-06-03TEV [2019-06-03T17:00, 2019-06-03T23:59]"},
	{"Sales rose 5% in the year to date.", "the year to date = 2019 [2019-01-01, 2019-05-16]"},
	{"It is the largest to date.", "to date = PRESENT_REF [2019-05-16, 2019-05-16]"},
	{"They kept it up to date.", ""},
	{"She wanted to date him.", ""},
	{"The deal closes by year-end.", "year-end = 2019-12-31"},
	{"Stocks have risen since year-end.", "year-end = 2018-12-31"},
	{"It will close by end of month.", "end of month = 2019-05 END [2019-05-16, 2019-05-31]"},
	{"It fell this working week.", "this working week = 2019-W20 [2019-05-13, 2019-05-19]"},
	{"It was signed on 23.04.2018 at 14:55.", "23.04.2018 at 14:55 = 2018-04-23T14:55"},
	{"It was signed on 20180423.", "20180423 = 2018-04-23"},
	{"They paid $20180423.", ""},
	{"It ran from 10/1-11/2/2017.", "10/1 = 2017-10-01 [2017-01-10, 2017-10-01]; 11/2/2017 = 2017-11-02 [2017-02-11, 2017-11-02] joined"},
	{"It rains between the ninth and the seventeenth of April.", "the ninth = 2019-04-09; the seventeenth of April = 2019-04-17 joined"},
	{"It ran from April the ninth to the seventeenth.", "April the ninth = 2019-04-09; the seventeenth = 2019-04-17 joined"},
	{"It was 2014~2018.", "2014 = 2014 [2014-01-01, 2014-12-31]; 2018 = 2018 [2018-01-01, 2018-12-31] joined"},
	{"It ran from November to February 2017.", "November = 2016-11 [2016-11-01, 2016-11-30]; February 2017 = 2017-02 [2017-02-01, 2017-02-28] joined"},
	{"He was born on twenty-five January nineteen eighty-six.", "twenty-five January nineteen eighty-six = 1986-01-25"},
	{"He died on August fifth seventeen hundred thirty-three.", "August fifth seventeen hundred thirty-three = 1733-08-05"},
	{"It began on January first two thousand and three.", "January first two thousand and three = 2003-01-01"},
	{"They came in May twenty-nine times.", "May = 2019-05 [2019-05-01, 2019-05-31]"},
	{"They met on the weekend of May 3.", "the weekend of May 3 = 2019-W18-WE [2019-05-03, 2019-05-05]"},
	{"They met on Halloween weekend 2017.", "Halloween weekend 2017 = 2017-W43-WE [2017-10-28, 2017-10-31]"},
	{"Join us on Tuesday.", "Tuesday = 2019-05-21"},
	{"It opened in the first week of January 2015.", "the first week of January 2015 = 2015-W01 [2014-12-29, 2015-01-04]"},
	{"It closed in the last week of July.", "the last week of July = 2018-W30 [2018-07-23, 2018-07-29]"},
	{"The feast falls on the first Monday of May.", "the first Monday of May = 2019-05-06"},
	{"Sales rose in Q3 2018.", "Q3 2018 = 2018-Q3 [2018-07-01, 2018-09-30]"},
	{"Sales rose in 2018-Q3 and H2 2017.", "2018-Q3 = 2018-Q3 [2018-07-01, 2018-09-30]; H2 2017 = 2017-H2 [2017-07-01, 2017-12-31]"},
	{"She was slow in Q2.", ""},
	{"It was signed on 05-Aug-2016.", "05-Aug-2016 = 2016-08-05"},
	{"It began in Dec-2018.", "Dec-2018 = 2018-12 [2018-12-01, 2018-12-31]"},
	{"It was signed on 10/25.", "10/25 = 2018-10-25"},
	{"It was signed on 03/04/2019.", "03/04/2019 = 2019-03-04 [2019-03-04, 2019-04-03]"},
	{"It opens three weeks from tomorrow.", "three weeks from tomorrow = 2019-06-07"},
	{"It opened two days after Christmas.", "two days after Christmas = 2018-12-27"},
	{"It opened more than two weeks before May 13, 2018.", "more than two weeks before May 13, 2018 = 2018-04-29 BEFORE"},
	{"It opened two weeks and two days ago.", "two weeks and two days ago = 2019-04-30"},
	{"It rained on Labor Day weekend.", "Labor Day weekend = 2018-W35-WE [2018-09-01, 2018-09-03]"},
	{"It was built in the year two thousand.", "the year two thousand = 2000 [2000-01-01, 2000-12-31]"},
	{"They came on Feb. 29.", "Feb. 29 = 2020-02-29"},
	{"They met on April 24 and 25.", "April 24 = 2019-04-24; 25 = 2019-04-25 joined"},
	{"They met on April 24 and 25 people came.", "April 24 = 2019-04-24"},
	{"It ran from August to October.", "August = 2018-08 [2018-08-01, 2018-08-31]; October = 2018-10 [2018-10-01, 2018-10-31] joined"},
	{"It ran from Tuesday to Friday.", "Tuesday = 2019-05-07; Friday = 2019-05-10 joined"},
	{"Prices fell over the summer.", "the summer = 2018-SU [2018-06-01, 2018-08-31]"},
	{"They spoke in the early morning.", "the early morning = 2019-05-16TMO START [2019-05-16T00:00, 2019-05-16T05:59]"},
	{"It began on Monday at 17.30.", "Monday at 17.30 = 2019-05-13T17:30"},
	{"It rose in the first quarter of last year.", "the first quarter of last year = 2018-Q1 [2018-01-01, 2018-03-31]"},
	{"It was built in the 19th century.", "the 19th century = 18 [1800-01-01, 1899-12-31]"},
	{"They live here now.", "now = PRESENT_REF [2019-05-16, 2019-05-16]"},
	// parts of years
	{"The 1988 second quarter was bad.", "The 1988 second quarter = 1988-Q2 [1988-04-01, 1988-06-30]"},
	{"The third-quarter results were bad.", "third-quarter = 2018-Q3 [2018-07-01, 2018-09-30]"},
	{"Sales grew in the early 1980s.", "the early 1980s = 198 START [1980-01-01, 1984-12-31]"},
	{"Sales for the full year rose.", "the full year = 2019 [2019-01-01, 2019-12-31]"},
	{"Sales for the year ended June 30 rose.", "the year = P1Y; June 30 = 2019-06-30"},
	{"It ends with the year 2030.", "the year 2030 = 2030 [2030-01-01, 2030-12-31]"},
	{"They meet in the week of March 6.", "the week of March 6 = 2019-W10 [2019-03-04, 2019-03-10]"},
	{"They left in nineteen ninety-six.", "nineteen ninety-six = 1996 [1996-01-01, 1996-12-31]"},
	{"The future is theirs.", "The future = FUTURE_REF"},
	{"It fell in the first half of 2016.", "the first half of 2016 = 2016-H1 [2016-01-01, 2016-06-30]"},
	{"It fell in the third quarter of 2016.", "the third quarter of 2016 = 2016-Q3 [2016-07-01, 2016-09-30]"},
	{"It ended by the end of May.", "the end of May = 2019-05 END [2019-05-16, 2019-05-31]"},
	{"It began in the 1990s.", "the 1990s = 199 [1990-01-01, 1999-12-31]"},
	{"It began in the summer of 2011.", "the summer of 2011 = 2011-SU [2011-06-01, 2011-08-31]"},
	{"It has run since 2009.", "2009 = 2009 [2009-01-01, 2009-12-31]"},
	{"The 2016 vote was close.", "2016 = 2016 [2016-01-01, 2016-12-31]"},
	// spans and alternatives
	{"It ran between February and April 2017.", "February = 2017-02 [2017-02-01, 2017-02-28]; April 2017 = 2017-04 [2017-04-01, 2017-04-30] joined"},
	{"They plan to meet in June or early July.", "June = 2019-06 [2019-06-01, 2019-06-30]; early July = 2019-07 START [2019-07-01, 2019-07-16] joined"},
	{"It ran from May 3-5, 2018.", "May 3 = 2018-05-03; 5, 2018 = 2018-05-05 joined"},
	// lengths and repetitions
	{"It lasted over three hours.", "over three hours = PT3H MORE_THAN"},
	{"They spoke for two and a half hours.", "two and a half hours = PT2H30M"},
	{"The 18-month siege is over.", "18-month = P18M"},
	{"It lasted between four and five hours.", "between four and five hours = PT4H APPROX"},
	{"It is a four- to six-hour climb.", "four- to six-hour = PT4H APPROX"},
	{"They stay for two more weeks.", "two more weeks = P2W"},
	{"They stay for another year.", "another year = P1Y"},
	{"They stayed two and half years.", "two and half years = P2Y6M"},
	{"They stayed 2 years 1 month 21 days.", "2 years 1 month 21 days = P2Y1M21D"},
	{"It took 9.5 sec.", "9.5 sec = PT9.5S"},
	{"Three SEC lawyers came.", ""},
	{"It is closed on weekends.", "weekends = XXXX-WXX-WE"},
	{"They swim in the mornings.", "the mornings = XXXX-XX-XXTMO"},
	{"They missed two mornings.", ""},
	{"It fell over the next 10 business days.", "the next 10 business days = P10D [2019-05-16, 2019-05-26]"},
	{"It took only five hours.", "five hours = PT5H"},
	{"It took a week or so.", "a week or so = P1W APPROX"},
	{"They meet every two weeks.", "every two weeks = P2W"},
	{"The paper appears daily.", "daily = P1D"},
	{"They meet every day at 7 p.m.", "every day at 7 p.m. = XXXX-XX-XXT19:00"},
	{"They meet on Tuesdays at 9 a.m.", "Tuesdays at 9 a.m. = XXXX-WXX-2T09:00"},
	{"It snowed on Tuesday nights.", "Tuesday nights = XXXX-WXX-2TNI"},
	{"It must last two hours.", "two hours = PT2H"},
	{"It is open all day.", "all day = P1D"},
	{"It struck hours before the vote.", "hours = PTXH"},
	// no times
	{"She may march to the sea.", ""},
	{"A 25-year-old baker won.", ""},
	{"Some 2000 people came.", ""},
	{"Let us wait a second term.", ""},
	{"They held the annual meeting.", ""},
}

func TestValues(t *testing.T) {
	for _, c := range cases {
		d := read(c.text, published)
		var got []string
		for _, x := range d.Times {
			got = append(got, write(d, x))
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}

func TestUndated(t *testing.T) {
	cases := []struct{ text, want string }{
		{"They met on Wednesday.", "Wednesday = XXXX-WXX-3"},
		{"They met last month.", "last month = XXXX-XX"},
		{"She resigned on March 23.", "March 23 = XXXX-03-23"},
		{"It opened on Sept. 13, 2017.", "Sept. 13, 2017 = 2017-09-13"},
	}
	for _, c := range cases {
		d := read(c.text, "")
		if len(d.Times) != 1 || write(d, d.Times[0]) != c.want {
			t.Errorf("%s: got %+v, want %s", c.text, d.Times, c.want)
		}
	}
}

// TestApart reads texts that were cut into tokens.
func TestApart(t *testing.T) {
	cases := []struct{ text, want string }{
		{"The quake struck at 2 : 09 a . m . on Monday , she said .", "2 : 09 a . m . on Monday = 2019-05-13T02:09"},
		{"It ended a 30 - day stay on Sept . 13 , 2017 .", "30 - day = P30D; Sept . 13 , 2017 = 2017-09-13"},
		{"It opened on Thu Jun 13 , 2013 08 : 45 AM PDT .", "Thu Jun 13 , 2013 08 : 45 AM PDT = 2013-06-13T08:45"},
		{"It opened on 6 / 14 / 2013 , he said .", "6 / 14 / 2013 = 2013-06-14"},
		{"They met in the 1990 s .", "the 1990 s = 199 [1990-01-01, 1999-12-31]"},
		{"They met on June 4 . 600 people came .", "June 4 = 2019-06-04"},
		{"A six - hour talk ran for 2 . 5 hours on Monday 's ferry .", "six - hour = PT6H; 2 . 5 hours = PT2H30M; Monday = 2019-05-13"},
	}
	for _, c := range cases {
		d := read(c.text, published)
		var got []string
		for _, x := range d.Times {
			got = append(got, write(d, x))
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, s, c.want)
		}
		check(t, d)
	}
}

// TestHeading finds the day of a text in its first line.
func TestHeading(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Quake Shakes Coast Thursday , March 14 , 2013 A quake struck this morning .", "2013-03-14"},
		{"Quake Shakes Coast Posted on Thu Jun 13 , 2013 08 : 45 AM PDT A quake struck today .", "2013-06-13"},
		{"On June 6, 1944, Allied troops landed. Today it is a park.", ""},
		{"The war ended in June 6, 1944 Allied troops say.", ""},
	} {
		day, ok := timex.Published(read(c.text, ""))
		if got := day.Format("2006-01-02"); ok != (c.want != "") || ok && got != c.want {
			t.Errorf("%s: %v %v, want %s", c.text, day, ok, c.want)
		}
	}
}

// TestAt holds that another day changes values and never the words.
func TestAt(t *testing.T) {
	d := read("They met on Wednesday, and will meet again next month, two days after the vote of June 3 or early July 2018.", "")
	again := timex.At(d, time.Date(2018, 5, 17, 0, 0, 0, 0, time.UTC))
	if len(again) != len(d.Times) {
		t.Fatalf("%d times, then %d", len(d.Times), len(again))
	}
	for i := range again {
		if again[i].Span != d.Times[i].Span || again[i].Type != d.Times[i].Type {
			t.Errorf("%v became %v", d.Times[i], again[i])
		}
	}
	if again[0].Value != "2018-05-16" {
		t.Errorf("got %s", again[0].Value)
	}
}

var awkward = []string{
	"", "1", "May", "the", "in the", "last", "the end of", "Sept.", "12:", "12:99", "1/1/1/1", "99/99/99", "0000-00-00",
	"2016-02-31", "'90s", "’90s", "every", "a", "a a", "half a", "Monday Monday Monday", "3 to 5", "9999 years ago",
	"one million centuries ago", "99999999999 days from now", "noon noon", "the the the year", "Feb. 30, 2015", "Friday the 31st", "the last week of", "31-Feb-2016", "Q3", "half past", "5 to 6",
	"two days after tomorrow", "99 days before", "10 a.m. (", "every day at", "on 13/13", "the week of the", "easter 9999 week", "the week of the", "on the", "the week after", "the 31st of this month", "4 . 6", "a .", "- 5 -", "10/1-11/2/", "may thirty-one", "two thousand and", "year-", "twenty-nine February two thousand and one", "Feb. twenty-nine, 2001", "the weekend of", "99.99.9999", "20201399", "nine thirty", "at nine thirty to", "Oct 26 15:50:06 2016",
}

func check(t *testing.T, d *doc.Doc) {
	t.Helper()
	last := -1
	for _, x := range d.Times {
		if !x.Valid(d.Text) || x.Empty() || x.Start < last {
			t.Errorf("%q: span %v after %d", d.Text, x.Span, last)
		}
		last = x.End
		if (x.Earliest == "") != (x.Latest == "") || x.Earliest > x.Latest && len(x.Earliest) == len(x.Latest) {
			t.Errorf("%q: bounds %s, %s", d.Text, x.Earliest, x.Latest)
		}
		if x.Value == "" || x.Type == "" {
			t.Errorf("%q: no value: %+v", d.Text, x)
		}
	}
}

// same holds that a day of publication changes values and never the words,
// since times read without one are matched to those read with one.
func same(t *testing.T, text string) {
	t.Helper()
	d := read(text, "")
	again := timex.At(d, time.Date(2018, 5, 17, 0, 0, 0, 0, time.UTC))
	for i := range min(len(again), len(d.Times)) {
		if again[i].Span != d.Times[i].Span {
			t.Errorf("%q: %q without a date, %q with one", text, d.Times[i].Text(text), again[i].Text(text))
			return
		}
	}
	if len(again) != len(d.Times) {
		t.Errorf("%q: %d times, %d when dated", text, len(d.Times), len(again))
	}
}

func TestSameWords(t *testing.T) {
	for _, c := range cases {
		same(t, c.text)
	}
	for _, text := range awkward {
		same(t, text)
	}
}

func TestSpans(t *testing.T) {
	for _, text := range awkward {
		check(t, read(text, ""))
		check(t, read(text, published))
	}
}

func FuzzRun(f *testing.F) {
	for _, text := range awkward {
		f.Add(text)
	}
	f.Add("On the 3rd of May 2017, at 4.30pm GMT, two years and six months later; the late 1980s.")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "")
		same(t, text)
		check(t, read(text, ""))
		check(t, read(text, published))
	})
}

// TestLinear holds that long rows of what might begin a time end soon.
func TestLinear(t *testing.T) {
	for _, word := range []string{"1 ", "000 ", "the morning of ", "the first half of ", "May ", "one ", "late ", "12:", "in ",
		"first week of ", "the week of ", "5 to ", "Monday ", "from 5 to ", "two days after ", "every day at ", "1/2 ", "Q1 ", "half past "} {
		d := &doc.Doc{Text: strings.Repeat(word, 20000), Lang: en.English()}
		segment.Run(d)
		start := time.Now()
		timex.Run(d)
		if took := time.Since(start); took > 30*time.Second {
			t.Errorf("%q: %v", word, took)
		}
	}
}

func BenchmarkRun(b *testing.B) {
	d := read(strings.Repeat("The council of the town met on Tuesday for over three hours and voted in May 2016 to spend more on a new bridge, officials said last month. ", 200), published)
	b.ReportAllocs()
	for b.Loop() {
		timex.Run(d)
	}
	b.ReportMetric(float64(len(d.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
