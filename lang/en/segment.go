package en

import (
	_ "embed"
	"strconv"

	"synoptic/lang"
)

var (
	//go:embed titles.txt
	titlesList string
	//go:embed abbreviations.txt
	abbreviationsList string
	//go:embed prefixes.txt
	prefixesList string
	//go:embed syllables.txt
	syllablesList string
	//go:embed starters.txt
	startersList string
	//go:embed telling.txt
	tellingList string
	//go:embed splits.txt
	splitsList string
)

func segment() lang.Segment {
	splits := map[string]int{}
	for word, at := range lang.ParseMap(splitsList) {
		splits[word], _ = strconv.Atoi(at)
	}
	return lang.Segment{
		Titles:        lang.ParseSet(titlesList),
		Abbreviations: lang.ParseSet(abbreviationsList),
		Numbered:      words("no. nos. p. pp. art. fig. figs. vol. ch. sec. para. app. ex. eq. op. rm. ver. approx. ca. c. est."),
		Clitics:       []string{"n't", "'ll", "'re", "'ve", "'s", "'d", "'m"},
		Splits:        splits,
		Elided:        words("'em 'til 'cause 'n' 'tis 'twas 'bout 'round 'n"),
		Prefixes:      lang.ParseSet(prefixesList),
		Hyphenated:    words("e-mail e-mails e-mailed x-ray t-shirt uh-oh uh-huh"),
		Syllables:     lang.ParseSet(syllablesList),
		Units: words(`am pm a.m p.m a.m. p.m. k m b t bn mn tn mln bln trn mm cm km kg g mg lb lbs oz ft in yd mi mph kph
			kmh kw mw gw kwh mwh hz khz mhz ghz kb mb gb tb px ml cl l c f gmt est edt pst pdt bst cet utc yo hr hrs min mins sec secs`),
		Currencies: words("us$ a$ c$ ca$ au$ nz$ hk$ nt$ s$ r$ sg$"),
		Domains: words(`com org net edu gov mil int info biz io co uk us eu de fr it es nl be ch at au nz ca ie in jp cn kr ru tv
			me ly news app dev ai online site blog pl se no dk fi cz gr pt br mx za il tr ua ir sa ae sg hk tw my th vn ph`),
		Starters: lang.ParseSet(startersList),
		Hours:    words("a.m. p.m."),
		Days: words(calendar + ` mon tue tues wed thu thur thurs fri sat sun mon. tue. tues. wed. thu. thur. thurs. fri. sat. sun. jan mar apr jun
			sep eastern central mountain pacific local greenwich today tomorrow yesterday tonight christmas easter thanksgiving new`),
		Openers:   words("at around about on by from just shortly soon between until till before after since in as when while early late"),
		Particles: words("al el de del della di da van von bin ibn ben du la le ul"),
		Credits:   words("image images photo photos photograph photographs picture pictures video illustration graphic credit"),
		Telling:   lang.ParseSet(tellingList),
	}
}
