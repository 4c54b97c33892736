package en

import (
	_ "embed"
	"strconv"
	"strings"

	"synoptic/lang"
)

//go:embed times.txt
var timesText string

var timeKinds = map[string]lang.TimeKind{
	"month": lang.Month, "weekday": lang.Weekday, "unit": lang.TimeUnit, "season": lang.Season,
	"part": lang.DayPart, "meridiem": lang.Meridiem, "noon": lang.Noon, "zone": lang.Zone,
	"dayref": lang.DayRef, "shift": lang.Shift, "span": lang.Span, "ago": lang.Ago, "mod": lang.Mod,
	"portion": lang.Portion, "every": lang.Every, "often": lang.Often, "ref": lang.Ref,
	"same": lang.Same, "era": lang.Era, "decades": lang.Decades, "yearkind": lang.YearKind,
	"weekend": lang.Weekend, "holiday": lang.Holiday, "rough": lang.Rough, "sign": lang.Sign,
}

func timeWords() lang.Time {
	t := lang.Time{
		The:       words("the"),
		Articles:  words("a an"),
		Of:        words("of in ,"),
		On:        words("on of"),
		And:       words("and &"),
		To:        words("to until till through thru - – ~"),
		Or:        words("or and"),
		Between:   words("between"),
		At:        words("at around about , @"),
		YearAfter: words("in since by before after until till during from of early late mid through to between and for or around circa fiscal"),
		Ahead:     words("by until till through before starting beginning"),
		Before:    words("before"),
		Future:    words("will 'll shall"),
		Fixed:     words("set"),
		Fixing:    words("for"),
		Plans:     words("schedule slate due expect plan anticipate postpone effective upcoming payable"),
		Follows:   words("come follow"),
		Have:      words("have"),
		Bare:      words("following"),
		Advance:   words("advance ahead"),
		After:     words("after past"),
		All:       words("all"),
		WeekOf:    words("of beginning starting commencing"),
		OnDay:     words("on by until till since before after from to through"),
		During:    words("in at"),
		From:      words("from"),
		PastHour:  words("past"),
		Clock:     words("o'clock oclock"),
		Keys:      words("future past present term time possible moment date"),
		Another:   words("another"),
		Further:   words("more additional further extra full straight consecutive successive trading business working calendar whole"),
		Whole:     words("full whole entire"),
		Ended:     words("ended ending ends to"),
		In:        words("in within"),
		First:     words("first most worst best largest biggest highest lowest longest deadliest only strongest fastest second third"),
		For:       words("for in after over within during of many since"),
		Doubtful:  words("may march mar mon wed sat sun second fall spring min"),
		Called:    words("jan"),
		MonthCue: words(`in by since until till through during of early late mid last next this from between to before after
			for on or and - around until`),
		Times:   words("once twice thrice"),
		TimesOf: words("times"),
		Old:     words("old older"),
		Hedges: words(`more over at no not up less fewer under about around roughly approximately nearly almost some
			close as well exactly a an fully in upwards upward estimated`),
		Own:    words("'s ' s"),
		Per:    words("a an per each every"),
		Alike:  words("comparable corresponding same"),
		Period: words("period"),
		Edges:  words("since until till by before after from through to than for of"),
		Papers: words(`statement tweet letter memo email e-mail editorial article column report post blog
			message note release filing document poll survey interview broadcast program programme show episode
			video footage photo picture image dispatch commentary`),
		Close:  words("end"),
		Up:     words("up"),
		Posted: words("posted published updated created filed modified issued"),
		Unreal: words("would"),
		Events: map[string]string{"9/11": "2001-09-11"},
	}
	t.Words = map[string][]lang.TimeWord{}
	for _, line := range lang.Lines(timesText) {
		f := strings.Split(line, "\t")
		w := lang.TimeWord{Kind: timeKinds[f[1]]}
		from, to, _ := strings.Cut(f[2], "-")
		if from == "" { // a negative number
			from, to = f[2], ""
		}
		w.Value, w.Last = whole(from), whole(to)
		if len(f) > 3 {
			w.Code = f[3]
		}
		w.Plural = len(f) > 4
		if strings.Contains(f[0], " ") {
			t.Phrases.Add(f[0], w)
		} else {
			t.Words[f[0]] = append(t.Words[f[0]], w)
		}
	}
	return t
}

func whole(s string) int {
	if s == "" {
		return 0
	}
	v, err := strconv.Atoi(s)
	if err != nil {
		panic("number in a word list: " + err.Error())
	}
	return v
}
