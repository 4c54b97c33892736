package article

import (
	"strings"
	"testing"

	"synoptic/lang/en"
)

func TestIn(t *testing.T) {
	tests := []struct {
		name, language, text string
		want                 bool
	}{
		{"English", "", "The dam above Veld burst on Monday night and flooded 300 homes, Mayor Anna Lund said, and two people were missing. Rescue teams took people off the roofs of their houses until the morning.", true},
		{"English that says it is something else", "de", "The dam above Veld burst on Monday night and flooded 300 homes, Mayor Anna Lund said, and two people were missing. Rescue teams took people off the roofs of their houses until the morning.", true},
		{"a list of results", "", strings.Repeat("Lund (Veld) beat Krantz 6-4, 6-3 and Moor (Orvik) beat Tamm 7-5, 6-1 for the title in round three. ", 3), true},
		{"German", "", "Der Damm oberhalb von Veld ist in der Nacht zum Montag gebrochen und hat 300 Häuser überflutet, sagte die Bürgermeisterin. Was war die Ursache? Man sucht in den Trümmern noch nach zwei Menschen, hieß es am Dienstag.", false},
		{"Dutch", "", "De dam boven Veld is in de nacht van maandag gebroken en heeft 300 huizen onder water gezet, zei de burgemeester. Er was geen waarschuwing of alarm, en in het dorp is men op zoek naar twee mensen, zo werd dinsdag gemeld.", false},
		{"French", "en", "Le barrage au-dessus de Veld a cédé dans la nuit de lundi et a inondé 300 maisons, a déclaré la maire. On est sans nouvelles de deux personnes, et la route du nord est fermée depuis minuit, selon le conseil.", false},
		{"Russian", "", strings.Repeat("Плотина над Вельдом прорвалась в ночь на понедельник и затопила 300 домов, сообщила мэр. ", 4), false},
		{"too short", "", "Der Damm brach am Montag.", true},
		{"too short, by its own word", "de-AT", "Der Damm brach am Montag.", false},
		{"too short, in English by its own word", "en-AU", "The dam burst.", true},
	}
	for _, tt := range tests {
		if got := (&Article{Language: tt.language, Text: tt.text}).In(en.English()); got != tt.want {
			t.Errorf("%s: got %v", tt.name, got)
		}
	}
}
