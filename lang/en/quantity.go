package en

import (
	_ "embed"
	"strconv"
	"strings"

	"synoptic/lang"
)

//go:embed numbers.txt
var numbersText string

//go:embed hedges.txt
var hedgesText string

//go:embed comparisons.txt
var comparisonsText string

//go:embed orders.txt
var ordersText string

//go:embed trails.txt
var trailsText string

//go:embed units.txt
var unitsText string

//go:embed letters.txt
var lettersText string

//go:embed currencies.txt
var currenciesText string

//go:embed cldr_units.txt
var cldrUnitsText string

//go:embed cldr_currencies.txt
var cldrCurrenciesText string

var numberKinds = map[string]lang.NumberKind{
	"digit": lang.Digit, "teen": lang.Teen, "tens": lang.Tens, "hundred": lang.Hundred,
	"scale": lang.Scale, "mark": lang.ScaleMark, "dozen": lang.Dozen, "vague": lang.Vague, "multi": lang.Multi,
	"plurals": lang.Plurals, "half": lang.Half, "part": lang.Part, "ordinal": lang.Ordinal,
}

var bounds = map[string]lang.Bound{
	"above": lang.Above, "least": lang.AtLeast, "below": lang.Below, "most": lang.AtMost,
	"about": lang.About, "exact": lang.Exactly, "odd": lang.Odd, "equal": lang.Equal,
}

func quantity() lang.Quantity {
	q := lang.Quantity{
		Numbers: numbers(),
		Hedges:  hedges(hedgesText),
		Trails:  hedges(trailsText),

		Comparisons: comparisons(false), After: comparisons(true),
		But:      words("but"),
		Definite: words("the"),
		Ambiguous: words(`barrel barrels bar bit bits caliber calibre carat carats cent cents cup cupful degree degrees dram drams
			em fathom feet foot gallon inch inches karat knot knots mark marks mile minute minutes nickel ounce pint point
			pound pounds quart second seconds stone stones sol ton tons yard yards won real rand real buck bucks quid
			dime dimes penny pennies crown min mins sec secs mos`),

		Articles: words("a an"),
		Point:    words("point"),
		And:      words("and &"),
		Between:  words("between"),
		From:     words("from"),
		To:       words("to"),
		Through:  words("through thru"),
		Or:       words("or"),
		Of:       words("of"),
		In:       words("in worth"),
		Per:      words("per a an every each /"),
		Old:      words("old older olds"),
		Aged:     words("aged age ages"),
		Years:    words("yo y.o y.o. yr-old"),
		Who:      words("who he she"),
		Being:    words("is was turns turned"),
		Heat: words(`temperature temperatures thermostat thermometer fahrenheit celsius centigrade heat heatwave hot hotter hottest
			warm warmer warmest warmed warming cold colder coldest cool cooler cooled cooling chill freezing frost weather forecast fever sunshine
			mercury wind-chill sweltering outside outdoors indoors scorching balmy boil boils boiling oven`),
		Turns: words(`turn turns turned turning rotate rotates rotated rotating rotation spin spins pivot swivel angle angles angled tilt
			tilts tilted slope slopes incline inclined bend arc circle bearing heading latitude longitude north south east west northern
			southern axis orbit compass left right camera view panorama university college bachelor master doctoral honorary earned
			separation freedom murder burns`),
		Off:     words("by up down"),
		More:    words("more less fewer higher lower larger smaller bigger cheaper"),
		Since:   words("in since from on to over this last after compared during between year-on-year"),
		Streets: words("street road avenue lane square boulevard drive court place terrace crescent st st. rd rd. ave ave. blvd blvd."),
		Sized:   words("tall high long wide deep thick across away apart below above"),
		Stage:   words("early mid late mid-"),
		Own:     words("his her their my our"),
		During:  words("over"),
		Lasting: words(`last lasts lasted lasting take takes took taken taking spend spends spent spending wait waits waited waiting
			for of after in is are was were be been by until requires required require cost costs
			served serves serving run ran runs - – — ( , within every`),
		Spatial: words("over under above below around near some topping topped short"),
		Change: words(`rise fall grow drop cut reduce increase decrease raise lower jump climb decline slip go shrink
			surge plunge soar dip edge move change widen narrow expand double triple up down slash trim boost extend
			rose risen fell fallen grew grown shrank shrunk went gone sank sunk`),
		Reach: words(`be rise fall reach climb jump grow stand total number become hit top exceed drop increase decrease
			decline remain surpass amount measure weigh cost approach
			rose risen fell fallen grew grown became stood`),
		Lasts: words("be last take run continue go span drag stretch took taken ran went"),
		Lapse: words("after before later earlier ago since hence prior from into away apart"),
		Labels: words(`image photo picture slide no no. nos. number numbers # flight page pages chapter section article channel route highway
			interstate room gate apollo boeing airbus title part act scene verse volume vol. version
			model type class group phase level tier stage round game week grade formula area unit
			platform line ward district precinct resolution rule order amendment proposition prop. bill
			pier terminal bus train runway building suite apt. apt apartment box p.o. psalm opus`),
		NotCounted: words(`lot bit number series range majority variety set way time kind sort type part result fact matter
			case sense while bid effort move step statement interview report total sign act chance member
			question right need day night moment year week month hour minute majority plurality share
			fraction percentage deal great breach lack degree amount rate level record source spokesman
			spokeswoman spokesperson little host handful couple pair point magnitude`),
		Stands: words(`dead killed injured wounded missing hurt hospitalized hospitalised arrested detained dying homeless
			displaced unaccounted infected sick ill trapped stranded rescued evacuated charged convicted
			indicted survived drowned`),
		NotOne: words(`no every each any another some the this that these those which other next last same only
			which's whose`),
		One:    "one",
		Year:   "year",
		Square: "square", Cubic: "cubic", Divided: "per", Inverse: "inverse",
		Worth:   words("worth of lasting totaling totalling numbering exceeding reaching topping measuring weighing"),
		For:     words("for"),
		Closing: words("complete finish end conclude accomplish extinguish clear"),
		Within:  words("in within"),

		Exceeds:    words("top exceed surpass tops topped topping exceeds exceeded exceeding surpasses surpassed surpassing"),
		Passes:     words("pass passes passed passing"),
		Minus:      words("minus negative"),
		At:         words("at"),
		Complement: words("on of"),
		Onto:       words("to at for"),
		By:         words("by"),
	}
	for _, line := range lang.Lines(ordersText) {
		f := strings.Split(line, "\t")
		q.Orders.Add(f[2], lang.Order{From: f[0], Steps: number(f[1])})
	}
	for _, phrase := range []string{"plus or minus", "give or take", "±", "+ / -", "+ -"} {
		q.Margin.Add(phrase, true)
	}
	q.Ratios.Add("in", false)
	q.Ratios.Add("in every", false)
	q.Ratios.Add("out of", true)
	q.Ratios.Add("out of every", true)
	sterling := lang.Unit{Name: "GBP", Dimension: "money", Factor: 1}
	q.Sums = map[string]lang.Unit{"pound": sterling, "pounds": sterling}
	q.Before = map[string]lang.Unit{"magnitude": {Name: "magnitude", Dimension: "magnitude", Factor: 1}}
	q.Scales = map[string]lang.Unit{
		"C": {Name: "degree Celsius", Dimension: "temperature", Factor: 1},
		"c": {Name: "degree Celsius", Dimension: "temperature", Factor: 1},
		"F": {Name: "degree fahrenheit", Dimension: "temperature", Factor: 5. / 9},
	}
	q.Letters = map[string]lang.Unit{}
	for _, line := range lang.Lines(lettersText) {
		f := strings.Split(line, "\t")
		q.Letters[f[0]] = lang.Unit{Name: f[1], Dimension: f[2], Factor: number(f[3])}
	}
	q.Codes, q.CodesBefore = map[string]lang.Unit{}, map[string]lang.Unit{}
	for _, list := range []string{cldrUnitsText, cldrCurrenciesText, unitsText, currenciesText} { // the last goes before
		units(&q, list)
	}
	return q
}

func numbers() map[string]lang.NumberWord {
	m := map[string]lang.NumberWord{}
	for _, line := range lang.Lines(numbersText) {
		f := strings.Split(line, "\t")
		w := lang.NumberWord{Kind: numberKinds[f[1]], Value: number(f[2])}
		for _, x := range f[3:] {
			if x == "loose" {
				w.Loose = true
			} else {
				w.High = number(x)
			}
		}
		m[f[0]] = w
	}
	return m
}

// comparisons are the phrases before a number, or those after it.
func comparisons(after bool) lang.Phrases[lang.Bound] {
	var p lang.Phrases[lang.Bound]
	for _, line := range lang.Lines(comparisonsText) {
		kind, phrase, _ := strings.Cut(line, "\t")
		if rest, ok := strings.CutPrefix(phrase, "… "); ok == after {
			p.Add(rest, bounds[kind])
		}
	}
	return p
}

func hedges(text string) lang.Phrases[lang.Bound] {
	var p lang.Phrases[lang.Bound]
	for _, line := range lang.Lines(text) {
		kind, phrase, _ := strings.Cut(line, "\t")
		p.Add(phrase, bounds[kind])
	}
	return p
}

// units adds a list of units: name, dimension, factor, forms, and after "|"
// abbreviations or, for money, symbols. After "&" stand forms that are read only
// behind a larger unit; "^" begins a code that is written in capitals, and what
// follows "*" is what a form multiplies the number by.
func units(q *lang.Quantity, text string) {
	for _, line := range lang.Lines(text) {
		f := strings.Split(line, "\t")
		u := lang.Unit{Name: f[0], Dimension: f[1], Factor: number(f[2])}
		part := ""
		for _, form := range f[3:] {
			u.Short, u.Times = part == "|" && u.Dimension != "money", 0
			if rest, times, ok := strings.Cut(form, "*"); ok {
				form, u.Times = rest, number(times)
			}
			code, isCode := strings.CutPrefix(form, "^")
			switch {
			case form == "|" || form == "&":
				part = form
			case part == "&":
				q.Tails.Add(form, u)
			case isCode && part == "|":
				q.CodesBefore[code] = u
			case isCode:
				q.Codes[code] = u
			case part == "|" && !u.Short:
				q.Symbols.Add(form, u)
			default:
				q.Units.Add(form, u)
			}
		}
	}
}

func number(s string) float64 {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		panic("number in a word list: " + err.Error())
	}
	return v
}
