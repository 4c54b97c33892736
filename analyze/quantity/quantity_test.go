package quantity_test

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"synoptic/analyze/clause"
	"synoptic/analyze/doc"
	"synoptic/analyze/name"
	"synoptic/analyze/quantity"
	"synoptic/analyze/segment"
	"synoptic/analyze/tag"
	"synoptic/analyze/timex"
	"synoptic/article"
	"synoptic/lang/en"
)

// read analyses text up to its quantities.
func read(text string) *doc.Doc {
	d := doc.New(&article.Article{Text: text}, en.English())
	for _, step := range []func(*doc.Doc){segment.Run, tag.Run, clause.Run, name.Run, timex.Run, quantity.Run} {
		step(d)
	}
	return d
}

// write shows a quantity: words = interval unit (dimension).
func write(d *doc.Doc, q doc.Quantity) string {
	low, high := "[", "]"
	if q.LowOpen || math.IsInf(q.Low, -1) {
		low = "("
	}
	if q.HighOpen || math.IsInf(q.High, 1) {
		high = ")"
	}
	about := ""
	if q.Approximate {
		about = "~"
	}
	unit := q.Unit
	if unit == "" {
		unit = q.Dimension
	} else if q.Dimension == quantity.Age {
		unit += " age"
	}
	if q.Low == q.High {
		return fmt.Sprintf("%s = %s%v %s", q.Text(d.Text), about, q.Low, unit)
	}
	return fmt.Sprintf("%s = %s%s%v, %v%s %s", q.Text(d.Text), about, low, q.Low, q.High, high, unit)
}

func TestIntervals(t *testing.T) {
	cases := []struct{ text, want string }{
		// texts that were cut into tokens
		{"The firm paid $ 1 . 5 million , or 3 . 2 % , he said .", "$ 1 . 5 million = 1.5e+06 USD; 3 . 2 % = 3.2 percentage"},
		{"A 4 . 6 magnitude quake shook 10 , 500 homes .", "4 . 6 magnitude = 4.6 magnitude; 10 , 500 = 10500 count"},
		{"Police held a man in his late 60s.", "60s = [60, 69] year age"},
		{"It was warm, in the 60s.", ""},
		{"Up to a quarter of a million searches were made.", "Up to a quarter of a million = [0, 250000] count"},
		{"A quarter of the seats are empty.", "A quarter = 0.25 fraction"},
		{"He walked 1 . 2 miles .", "1 . 2 miles = 1.2 mile"},
		{"On June 4 , 600 people met .", "600 = 600 count"},
		{"He is 25 . Two men fell .", "25 = 25 year age; Two = 2 count"},
		{"A 12 - year - old boy won 45 - 7 .", "12 - year - old = 12 year age; 45 - 7 = [45, 7] score"},
		{"They own multi - million dollar homes .", "multi - million dollar = ~[2e+06, +Inf) USD"},
		// what is numbered, and a name
		{"Photo: Lund Image 3 of / 16 A boat. Image 4 of 16. One of five people left.", "five = 5 count"},
		{"They met at the Crown 14 movie house.", ""},
		// loose scales
		{"It is a multi-billion-dollar plan.", "multi-billion-dollar = ~[2e+09, +Inf) USD"},
		{"It is a multi-party plan.", ""},
		// hedges
		{"The debate, which lasted over three hours, ended early.", "over three hours = (3, +Inf) hour"},
		{"It took at least 40 minutes.", "at least 40 minutes = [40, +Inf) minute"},
		{"The town has more than 1.4 million residents.", "more than 1.4 million = (1.4e+06, +Inf) count"},
		{"Fewer than 30 farmers came.", "Fewer than 30 = [0, 30) count"},
		{"They lost up to 600 sheep.", "up to 600 = [0, 600] count"},
		{"No more than 12 guests may enter.", "No more than 12 = [0, 12] count"},
		{"Some 200 miners walked out.", "Some 200 = ~200 count"},
		{"About two hours later the hall was empty.", "About two hours = ~2 hour"},
		{"He owns 60-odd boats.", "60-odd = ~[60, 70) count"},
		{"She needs 15 or more signatures.", "15 or more = [15, +Inf) count"},
		{"Prices rose 5 percent over two years.", "5 percent = 5 percentage; two years = 2 year"},
		{"As many as 90 cows drowned.", "As many as 90 = [0, 90] count"},
		// ranges
		{"The crossing takes between four and five hours.", "between four and five hours = [4, 5] hour"},
		{"It is a four- to six-hour climb.", "four- to six-hour = [4, 6] hour"},
		{"Rents went up 3-5% there.", "3-5% = [3, 5] percentage"},
		{"Rents went up 3 to 5 percent there.", "3 to 5 percent = [3, 5] percentage"},
		{"It will cost $10 million to $15 million.", "$10 million to $15 million = [1e+07, 1.5e+07] USD"},
		{"It will cost $10-15 million.", "$10-15 million = [1e+07, 1.5e+07] USD"},
		{"The rate rose from 10 percent to 15 percent.", "10 percent = 10 percentage; 15 percent = 15 percentage"},
		{"Expect two or three storms.", "two or three = [2, 3] count"},
		// words and figures
		{"The barn held 7,000 bales.", "7,000 = 7000 count"},
		{"Half a dozen goats escaped.", "Half a dozen = 6 count"},
		{"Dozens of goats escaped.", "Dozens = ~[24, +Inf) count"},
		{"Tens of thousands of bees swarmed.", "Tens of thousands = ~[20000, +Inf) count"},
		{"A couple of goats escaped.", "A couple = ~2 count"},
		{"A few hundred bees remained.", "A few hundred = ~[200, 900] count"},
		{"One hundred and two boats sailed.", "One hundred and two = 102 count"},
		{"Two and a half miles of fence fell.", "Two and a half miles = 2.5 mile"},
		{"A third of the crop was lost.", "A third = 0.3333333333333333 fraction"},
		{"Two-thirds of the crop was lost.", "Two-thirds = 0.6666666666666666 fraction"},
		{"The trip took a year and a half.", "a year and a half = 1.5 year"},
		{"The race took two hours and 15 minutes.", "two hours and 15 minutes = 2.25 hour"},
		// money
		{"The bridge cost 2.8 billion euros ($3.5 billion).", "2.8 billion euros = 2.8e+09 EUR; $3.5 billion = 3.5e+09 USD"},
		{"She paid £40m for it.", "£40m = 4e+07 GBP"},
		{"They earn $15 an hour.", "$15 an hour = 15 USD per hour"},
		{"A fine of US$300 was set.", "US$300 = 300 USD"},
		// units
		{"The field covers 30 square miles.", "30 square miles = 30 square mile"},
		{"It was 38 degrees Celsius.", "38 degrees Celsius = 38 degree Celsius"},
		{"Winds of 90 mph tore roofs off.", "90 mph = 90 mile per hour"},
		{"Take 45 and 50 mg of it.", "45 = 45 milligram; 50 mg = 50 milligram"},
		{"He carried a 10kg sack.", "10kg = 10 kilogram"},
		{"The death toll tops 500.", "500 = (500, +Inf) count"},
		// shares, and numbers of several words
		{"One in five farmers stayed.", "One in five = 0.2 fraction"},
		{"There is a two-in-five chance of frost.", "two-in-five = 0.4 fraction"},
		{"One in three years is dry.", "three years = 3 year"},
		{"Two and a half million people fled.", "Two and a half million = 2.5e+06 count"},
		{"It sold 3 million and a half eggs.", "3 million and a half = 3.5e+06 count"},
		{"A quarter-million farmers stayed.", "quarter-million = 250000 count"},
		{"It sold three dozens of eggs.", "three dozens = 36 count"},
		{"The debate lasted one-and-a-half hours.", "one-and-a-half hours = 1.5 hour"},
		{"It was minus 20 degrees Celsius.", "minus 20 degrees Celsius = -20 degree Celsius"},
		{"The firm earned 361 million pounds.", "361 million pounds = 3.61e+08 GBP"},
		{"It cost three dollars and 50 cents.", "three dollars and 50 cents = 3.5 USD"},
		{"His blood held .08 percent.", ".08 percent = 0.08 percentage"},
		// ages, orders, scores
		{"A second Gaza war broke out.", "second = 2 ordinal"},
		{"A 25-year-old baker won.", "25-year-old = 25 year age"},
		{"Orla Fenn, 42, said so.", "42 = 42 year age"},
		{"Karl Lund III, 42, said so.", "42 = 42 year age"},
		{"The driver, 42, said so.", "42 = 42 year age"},
		{"The bridge, 42, is closed.", "42 = 42 count"},
		{"It was her third visit.", "third = 3 ordinal"},
		{"The Herons won 20-13.", "20-13 = [20, 13] score"},
		// loosely, by parts, with a margin
		{"A couple of hundred bees remained.", "A couple of hundred = ~200 count"},
		{"As many as 40 or so bees remained.", "As many as 40 or so = ~[0, 40] count"},
		{"Rents are a third higher than in spring.", "a third = 0.3333333333333333 fraction"},
		{"Sales fell by a fifth in spring.", "a fifth = 0.2 fraction"},
		{"Three quarters of a million bees died.", "Three quarters of a million = 750000 count"},
		{"One million and three quarters live on.", "One million and three quarters = 1.75e+06 count"},
		{"The rise is five point two percent.", "five point two percent = 5.2 percentage"},
		{"The loss was three lakh crore rupees.", "three lakh crore rupees = 3e+12 INR"},
		{"The error is plus or minus 2 points.", "plus or minus 2 = [-2, 2] count"},
		{"The beam is 30 cm ± 2 cm.", "30 cm ± 2 cm = [28, 32] centimetre"},
		// units that stand before, in formulas, in letters, for much money
		{"A quake of magnitude 5.8 was felt.", "5.8 = 5.8 magnitude"},
		{"A 5.8-magnitude quake was felt.", "5.8-magnitude = 5.8 magnitude"},
		{"The panel gives 40 W/m2 by day.", "40 W/m2 = 40 watt per square metre"},
		{"Temperatures rose to 31C at noon.", "31C = 31 degree Celsius"},
		{"The wall is 2.1m tall.", "2.1m = 2.1 metre"},
		{"The fund holds 2.4bn pounds.", "2.4bn pounds = 2.4e+09 GBP"},
		{"It made 40 MEUR and KZT 300 million.", "40 MEUR = 4e+07 EUR; KZT 300 million = 3e+08 KZT"},
		{"He paid 20$ for 90 laris.", "20$ = 20 USD; 90 laris = 90 GEL"},
		{"A $4 toll gave us $5.", "$4 = 4 USD; $5 = 5 USD"},
		{"It made $5 million a year earlier.", "$5 million = 5e+06 USD; a year = 1 year"},
		{"The box is 5 ft 2 in wide.", "5 ft 2 in = 5.166666667 foot"},
		{"They met 5 times in 2 in town.", "5 = 5 count; 2 = 2 count"},
		{"She bought 30 decilitres and 4 bushels.", "30 decilitres = 30 decilitre; 4 bushels = 4 bushel"},
		{"ALL 5 TRY hard.", "5 = 5 count"},
		{"Between one hundred and two hundred bees flew.", "Between one hundred and two hundred = [100, 200] count"},
		{"The balance was -$20.", "-$20 = -20 USD"},
		{"It cost two pounds and 50 pence.", "two pounds and 50 pence = 2.5 GBP"},
		{"It was 30 degrees and dry.", "30 degrees = 30 degree"},
		{"They sold 40 decagrams and 3 gigajoules.", "40 decagrams = 40 dekagram; 3 gigajoules = 3 gigajoule"},
		// ages, and texts cut into tokens
		{"Orla Fenn, who is 46, won.", "46 = 46 year age"},
		{"The bird is 46.", "46 = 46 count"},
		{"It ended a 30 - day strike .", "30 - day = 30 day"},
		{"It hurt 30 - days went by .", "30 = 30 count"},
		// what is no quantity
		{"She sold maps by mail from 1949 to 1953.", ""},
		{"He lives at 14 Elm Street.", ""},
		{"They watched Kanal 5 and flew a Falcon-9.", ""},
		{"Call 202-555-0143 for help.", ""},
		{"He was born in 1974.", ""},
		{"They met at 4:30 p.m. on 3 May 2017.", ""},
		{"No one knows.", ""},
		{"The two of them left.", ""},
		{"See http://example.org/7/12 for more.", ""},
	}
	for _, c := range cases {
		d := read(c.text)
		var got []string
		for _, q := range d.Quantities {
			if !q.Article && !(strings.Contains(c.text, "two of them") && q.Head >= 0) {
				got = append(got, write(d, q))
			}
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}

// A share without a noun of its own is of the noun before it.
func TestOfLike(t *testing.T) {
	d := read("He wants duties of 25 percent on glass and 10 percent on salt.")
	q := d.Quantities[len(d.Quantities)-1]
	if d.Words(q.Tokens) != "10 percent" || d.Words(q.Of) != "salt" || q.Head < 0 || d.Word(q.Head) != "duties" {
		t.Errorf("got %+v", q)
	}
}

func TestOf(t *testing.T) {
	cases := []struct{ text, of, head string }{
		{"Guards fired two suspected flare rockets over the bay.", "suspected flare rockets", "rockets"},
		{"The flood killed 12 farmers.", "farmers", "farmers"},
		{"The debate lasted two hours.", "debate", "debate"},
		{"The search of the quay was finished in about two hours.", "search", "search"},
		{"They held two hours of talks.", "talks", "talks"},
		{"Critics dislike the 18-month inquiry.", "inquiry", "inquiry"},
		{"The minister announced a 25 percent tariff on glass.", "tariff on glass", "tariff"},
		{"About 5 percent of voters stayed home.", "voters", "voters"},
		{"The death toll rose to 31.", "death toll", "toll"},
		{"At least 12 of the 15 sailors swam ashore.", "sailors", "sailors"},
		{"The fire left 14 injured.", "injured", "injured"},
		{"The 28-member council met.", "member council", "member"},
		{"He promised $5 billion in aid.", "aid", "aid"},
		{"She read the 38-word pledge.", "word pledge", "word"},
		{"One Israeli was killed.", "Israeli", "Israeli"},
		{"Duties of 25 percent on glass were announced.", "glass", "Duties"},
		{"The 10 percent on salt is new.", "", ""},
		{"A crowd of 300 gathered.", "crowd", "crowd"},
		{"Orla Fenn, 42, said so.", "Orla Fenn", "Fenn"},
	}
	for _, c := range cases {
		d := read(c.text)
		if len(d.Quantities) == 0 {
			t.Errorf("%s: nothing found", c.text)
			continue
		}
		q := d.Quantities[0]
		for _, x := range d.Quantities {
			if !x.Article {
				q = x
				break
			}
		}
		head := ""
		if q.Head >= 0 {
			head = d.Word(q.Head)
		}
		if of := d.Words(q.Of); of != c.of || head != c.head {
			t.Errorf("%s\n got %q, head %q\nwant %q, head %q", c.text, of, head, c.of, c.head)
		}
	}
}

// TestOneOf holds that one of several is a number, which is worth as much as an
// article.
func TestOneOf(t *testing.T) {
	for text, want := range map[string]bool{
		"One of the bridges fell.": true, "She met one of her sisters.": true, "One of them fell.": true,
		"One of two bridges fell.": false, "No one fell.": false,
	} {
		d := read(text)
		found := len(d.Quantities) > 0 && d.Quantities[0].Article && d.Quantities[0].Low == 1
		if found != want {
			t.Errorf("%s: got %+v", text, d.Quantities)
		}
	}
}

func TestArticles(t *testing.T) {
	d := read("Soldiers fired a missile and an old rocket.")
	var got []string
	for _, q := range d.Quantities {
		if q.Article {
			got = append(got, d.Words(q.Of))
		}
	}
	if s := strings.Join(got, "; "); s != "missile; old rocket" {
		t.Errorf("got %q", s)
	}
}

// TestSpans holds what is true of the quantities of any text.
func TestSpans(t *testing.T) {
	for _, text := range awkward {
		d := read(text)
		check(t, d)
	}
}

var awkward = []string{
	"", " ", "½", "1", "-", "$", "$-", "a", "between", "from 1", "1,2,3", "1.2.3", "one one one", "a a a a",
	"million million million", "9999999999999999999999999999999999999999999999999", "’90s", "3 - - 4",
	"no. 1/0 1/2/3 4/", "twenty-", "half a", "two and a", "İstanbul 12İ", "over over over 4", "1-2-3-4-5-6",
}

func check(t *testing.T, d *doc.Doc) {
	t.Helper()
	last := -1
	for _, q := range d.Quantities {
		if !q.Valid(d.Text) || q.Empty() || q.Start < last {
			t.Errorf("%q: span %v after %d", d.Text, q.Span, last)
		}
		last = q.Start
		if q.Tokens.Empty() || !d.Span(q.Tokens).Contains(q.Span) {
			t.Errorf("%q: tokens %v do not hold %v", d.Text, q.Tokens, q.Span)
		}
		if math.IsNaN(q.Low) || math.IsNaN(q.High) || q.Low > q.High && q.Dimension != quantity.Score {
			t.Errorf("%q: interval %v, %v", d.Text, q.Low, q.High)
		}
		if (q.Head >= 0) != !q.Of.Empty() || q.Head >= 0 && !q.Of.Has(q.Head) {
			t.Errorf("%q: head %d of %v", d.Text, q.Head, q.Of)
		}
	}
}

func FuzzRun(f *testing.F) {
	for _, text := range awkward {
		f.Add(text)
	}
	f.Add("Over $3.5bn – 20% of it – was lost in the first 2½ hours; 12 dead, 42.")
	f.Fuzz(func(t *testing.T, text string) {
		check(t, read(strings.ToValidUTF8(text, "")))
	})
}

// TestLinear holds that long rows of what might begin a quantity end soon.
func TestLinear(t *testing.T) {
	for _, word := range []string{"1 ", "000 ", "$", "one million ", "between 1 and ", "1-", "tens of ", "half a ", "1/2 ", "over "} {
		d := &doc.Doc{Text: strings.Repeat(word, 20000), Lang: en.English()}
		segment.Run(d)
		start := time.Now()
		quantity.Run(d)
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%q: %v", word, took)
		}
	}
}

func BenchmarkRun(b *testing.B) {
	d := read(strings.Repeat("The council of the town met on Tuesday for over three hours and voted 20-13 to spend $3.5 million on a new bridge, officials said. ", 200))
	b.ReportAllocs()
	for b.Loop() {
		d.Quantities = d.Quantities[:0]
		quantity.Run(d)
	}
	b.ReportMetric(float64(len(d.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkDigits(b *testing.B) {
	d := read(strings.Repeat("1 ", 50000))
	for b.Loop() {
		d.Quantities = d.Quantities[:0]
		quantity.Run(d)
	}
}
