package en

import (
	_ "embed"

	"synoptic/lang"
)

//go:embed cities.txt
var cities string

//go:embed captions.txt
var captions string

//go:embed credits.txt
var credits string

//go:embed labels.txt
var labels string

//go:embed contributors.txt
var contributors string

//go:embed corrections.txt
var corrections string

//go:embed promos.txt
var promos string

//go:embed boilerplate.txt
var boilerplate string

//go:embed finite.txt
var finite string

//go:embed poses.txt
var poses string

//go:embed agencies.txt
var agencies string

func articleData() lang.Article {
	return lang.Article{
		Dates: words("date published posted updated modified created issued on at"),
		Months: map[string]int{
			"january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4,
			"may": 5, "june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8,
			"september": 9, "sept": 9, "sep": 9, "october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
		},
		Days: words(`monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun
			today yesterday`),
		By: words("by"),
		Joins: words(`and & with for in of at from the de da del della der den di dos du el la le van von zu bin bint ibn al abu ter ten y
			additional reporting`),
		Agencies: lang.ParseSet(agencies),
		Cities:   lang.ParseSet(cities),
		Openers: lang.ParseSet(`breaking
breaking news
update
updated
updates
live updates
exclusive
watch
watch live
video
photos
photo
photo gallery
live
live blog
analysis
opinion
editorial
column
commentary
correction
corrections
clarification
note
alert
news alert
developing
listen
read
read more
more
related
related story
see also
review
factbox
explainer
explained
just in
report
reports
poll
interview
full transcript
transcript
full text
abstract
q
a
q&a
summary
background
context
warning
editor's note
editors' note
urgent
newsflash
wrapup
wrap
recap
preview
file
file photo
gallery
graphic
timeline
profile
key points
highlights
what we know
fact check
fact-check
special report
investigation
feature
insight
sponsored
advertisement
ad
`),
		Caption: lang.ParseWordings(captions),
		Positions: lang.ParseSet(`left
right
center
centre
2nd l
2nd r
second left
second right
third left
third right
second from left
second from right
third from left
third from right
2nd left
2nd right
2nd from left
2nd from right
far left
far right
top
bottom
top left
top right
bottom left
bottom right
center left
center right
front
back
foreground
background
in foreground
in background
front left
front right
pictured
pictured left
pictured right
seen here
shown
in white
in red
in blue
in black
on screen
on left
on right
at left
at right
above
below
`),
		Sides:  []string{"(l)", "(r)", "(c)"},
		Rows:   []string{"from left", "left to right", "clockwise from", "l-r", "l to r", "from l"},
		Poses:  lang.ParseSet(poses),
		Scenes: words("during outside inside alongside near aboard"),
		Finite: lang.ParseSet(finite),
		Pasts:  []string{"ed"},
		Credit: lang.ParseWordings(credits),
		Labels: lang.ParseSet(labels),
		LabelStop: words(`i he she it we they you said says added told asked asks adds wrote writes tweeted posted replied answered
			continued concluded explained argued noted stated declared warned insisted recalled is are was were has have had
			mr mrs ms dr sen rep gov president minister`),
		Contributors: lang.ParseWordings(contributors),
		Correction:   lang.ParseWordings(corrections),
		Promo:        lang.ParseWordings(promos),
		Boilerplate:  lang.ParseWordings(boilerplate),
		Glued: []string{
			"continue reading the main story", "advertisement continue reading the main story", "photo advertisement continue reading the main story",
			"media playback is unsupported on your device", "skip to main content", "story continues below advertisement", "article continues below",
			"advertisement",
		},
		Urges: words(`sign subscribe stay get navigate read follow join download click tap try discover learn support donate share
			listen watch see check visit become explore find register log email contact send help like save view start
			receive enter choose submit don't never be unlock enjoy browse grab tune catch swipe scroll want already`),
		Filed: []string{" reported from ", " reporting from "},
		Function: words(`the of and to that for with from by at it he they who which this but not be are has have had were been said
			his her their she would after will its`),
		Determiners: words("the a an"),
		Quoted: lang.ParseWordings(`
here's an excerpt
here is an excerpt
here are excerpts
^an excerpt from
read the full statement
read the full text
here is the full text
here's the full text
here is the full statement
here's the full statement
here is the text of
the full text of the
the full statement
statement in full
reads in full
transcript follows
transcript as follows
reads as follows
read as follows
the letter reads
the text of the letter
`),
	}
}
