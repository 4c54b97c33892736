package story

import (
	"strings"
	"testing"

	"synoptic/article"
	"synoptic/lang/en"
)

// reports are two reports each of a fire and of a vote, by language.
var reports = map[string][4]string{
	"en": {
		`A fire destroyed the Hobson paper mill in Larkwell on Sunday night, and three firefighters were taken to hospital with burns. The owner, Greta Hobson, said that 140 people worked there and that she would build the mill again.`,
		`Investigators are looking for the cause of the fire at the Hobson paper mill in Larkwell. It began in a drying room, and three firefighters were injured. Greta Hobson wants to build the mill again with her 140 workers, she said on Tuesday.`,
		`The senate of Ostrava Bay rejected the budget by two votes on Monday, and premier Ilan Moss said that he would not resign before the autumn session. The opposition wants the people to be asked to vote before the year is out.`,
		`Premier Ilan Moss was two votes short in the senate of Ostrava Bay for his budget. He is not thinking of resigning after the rejection, he said on Tuesday. The opposition wants elections, which the senate is to decide on in autumn.`,
	},
	"de": {
		`Ein Feuer hat in der Nacht zum Montag die Papiermühle Hobson in Larkwell zerstört. Drei Feuerwehrleute kamen mit Verbrennungen ins Krankenhaus. Die Besitzerin Greta Hobson sagte, dass dort 140 Menschen gearbeitet hätten und dass sie die Mühle wieder aufbauen werde.`,
		`Nach dem Brand der Papiermühle Hobson in Larkwell suchen die Ermittler nach der Ursache. Das Feuer war in einem Trockenraum ausgebrochen. Drei Feuerwehrleute wurden verletzt. Greta Hobson will die Mühle mit ihren 140 Arbeitern wieder aufbauen, sagte sie am Dienstag.`,
		`Der Senat von Ostrava Bay hat den Haushalt am Montag mit zwei Stimmen Mehrheit abgelehnt. Ministerpräsident Ilan Moss sagte, dass er vor der Sitzung im Herbst nicht zurücktreten werde. Die Opposition verlangt, dass das Volk noch in diesem Jahr neu wählt.`,
		`Zwei Stimmen fehlten Ministerpräsident Ilan Moss im Senat von Ostrava Bay für seinen Haushalt. Er denke nicht daran, nach der Ablehnung zurückzutreten, sagte er am Dienstag. Die Opposition will Neuwahlen, über die der Senat im Herbst entscheiden soll.`,
	},
	"fr": {
		`Un incendie a détruit dans la nuit de dimanche la papeterie Hobson à Larkwell. Trois pompiers ont été brûlés et conduits à l'hôpital. La propriétaire, Greta Hobson, a déclaré que 140 personnes y travaillaient et qu'elle allait reconstruire la papeterie.`,
		`Après l'incendie de la papeterie Hobson à Larkwell, les enquêteurs en cherchent la cause. Le feu avait pris dans un séchoir. Trois pompiers ont été blessés. Greta Hobson veut reconstruire la papeterie avec ses 140 ouvriers, a-t-elle déclaré mardi.`,
		`Le sénat d'Ostrava Bay a rejeté lundi le budget à deux voix près. Le premier ministre Ilan Moss a déclaré qu'il ne démissionnerait pas avant la session d'automne. L'opposition demande que le peuple soit appelé aux urnes avant la fin de l'année.`,
		`Deux voix ont manqué au premier ministre Ilan Moss pour son budget au sénat d'Ostrava Bay. Il ne pense pas à démissionner après ce rejet, a-t-il déclaré mardi. L'opposition veut des élections, sur lesquelles le sénat doit se prononcer cet automne.`,
	},
	"es": {
		`Un incendio destruyó en la noche del domingo la papelera Hobson de Larkwell. Tres trabajadores fueron llevados al hospital con quemaduras. La dueña, Greta Hobson, dijo que allí trabajaban 140 personas y que volverá a levantar la papelera.`,
		`Tras el incendio de la papelera Hobson de Larkwell, los investigadores buscan la causa. El fuego empezó en un secadero. Tres trabajadores resultaron heridos. Greta Hobson quiere levantar otra vez la papelera con sus 140 obreros, según dijo el martes.`,
		`El senado de Ostrava Bay rechazó el lunes el presupuesto por dos votos. El primer ministro Ilan Moss dijo que no dimitirá antes de la sesión de otoño. La oposición pide que el pueblo sea llamado a las urnas antes de que termine el año.`,
		`Dos votos le faltaron al primer ministro Ilan Moss para su presupuesto en el senado de Ostrava Bay. No piensa dimitir después del rechazo, dijo el martes. La oposición quiere elecciones, sobre las que el senado debe decidir en otoño.`,
	},
	"tr": {
		`Larkwell'deki Hobson kâğıt fabrikası pazar gecesi çıkan yangında yok oldu. Üç itfaiyeci yanıklarla hastaneye kaldırıldı. Fabrikanın sahibi Greta Hobson, orada 140 kişinin çalıştığını ve fabrikayı yeniden kuracağını söyledi. Yangının nedeni henüz bilinmiyor.`,
		`Larkwell'deki Hobson kâğıt fabrikası yangınından sonra uzmanlar nedeni araştırıyor. Yangın bir kurutma odasında çıkmıştı. Üç itfaiyeci yaralandı. Greta Hobson salı günü fabrikayı 140 işçisiyle birlikte yeniden kuracağını söyledi. İşçiler ise haber bekliyor.`,
		`Ostrava Bay senatosu bütçeyi pazartesi günü iki oy farkla reddetti. Başbakan Ilan Moss sonbahar oturumundan önce istifa etmeyeceğini söyledi. Muhalefet ise halkın bu yıl bitmeden yeniden sandığa gitmesini istiyor ve başbakanı suçluyor.`,
		`Başbakan Ilan Moss'un bütçesi için Ostrava Bay senatosunda iki oy eksik kaldı. Bütçenin reddinden sonra istifa etmeyi düşünmediğini salı günü söyledi. Muhalefet seçim istiyor ve senato buna sonbahar oturumunda karar verecek.`,
	},
}

// TestLanguages has two events in each of two languages be four stories, though
// all tell of the same people.
func TestLanguages(t *testing.T) {
	for first := range reports {
		for second := range reports {
			if first == second {
				continue
			}
			t.Run(first+" "+second, func(t *testing.T) {
				c := New(Options{Language: en.English()})
				for i := range 4 {
					for _, language := range []string{first, second} {
						event := language + []string{" fire", " vote"}[i/2]
						a := &article.Article{ID: event, Text: reports[language][i], Published: []string{"2031-06-02", "2031-06-03"}[i%2]}
						if i%2 > 0 {
							a.ID += " again"
						}
						if got := c.Add(a); got.Story != event {
							t.Errorf("%s: story %q with score %d because of %q", a.ID, got.Story, got.Score, got.Because)
						}
					}
				}
			})
		}
	}
}

func TestLanguageOf(t *testing.T) {
	c := New(Options{Language: en.English()})
	english := stream[0].Text
	for _, tt := range []struct{ name, given, text, want string }{
		{"English", "", english, "en"},
		{"by its own word", "de-AT", english, "de"},
		{"by the code of three letters", "deu", english, "de"},
		{"by another code", "nb_NO", english, "no"},
		{"no code", "English language", english, "en"},
		{"undetermined", "und", english, "en"},
		{"German", "", reports["de"][0], "de"},
		{"French", "", reports["fr"][0], "fr"},
		{"Spanish", "", reports["es"][0], "es"},
		{"Turkish", "", reports["tr"][0], "tr"},
		{"Chinese", "", strings.Repeat("拉克韦尔的霍布森造纸厂星期日夜间被大火烧毁。", 4), "zh"},
		{"short", "", "Der Damm brach am Montag.", ""},
		{"numbers", "", strings.Repeat("12 4.5 ", 50), ""},
		{"nothing", "", "", ""},
	} {
		if got := c.Read(&article.Article{Language: tt.given, Text: tt.text}).language; got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
