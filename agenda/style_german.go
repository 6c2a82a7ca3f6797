package agenda

// German is the house style of a German body. What happened is told by a noun or
// in the present, so that no name has to be inflected.
func German() Style {
	s := germanTalk()
	s.Head, s.Room, s.Short = germanHeading(), germanRoom(), germanShort()
	s.Motions, s.Votes = germanMotions(), germanVotes()
	s.Elections, s.Interests = germanElections(), germanInterests()
	s.Private, s.Order = germanPrivate(), germanOrder()
	return s
}

// germanTalk is the style of what is said and done.
func germanTalk() Style {
	return Style{
		Name: "german", Rendering: Bullets,
		Titles: map[string]Title{
			"Ratsmitglied": {"Ratsmitglied", "Ratsmitglieder"}, "Herr": {"Herr", "Herren"}, "Frau": {"Frau", "Frauen"},
			"Stadtrat": {"Stadtrat", "Stadträte"}, "Stadträtin": {"Stadträtin", "Stadträtinnen"},
			"Gemeinderat": {"Gemeinderat", "Gemeinderäte"}, "Gemeinderätin": {"Gemeinderätin", "Gemeinderätinnen"},
			"StR": {"Stadtrat", "Stadträte"}, "StRin": {"Stadträtin", "Stadträtinnen"},
			"GR": {"Gemeinderat", "Gemeinderäte"}, "GRin": {"Gemeinderätin", "Gemeinderätinnen"},
		},
		WithFirst: []string{"Freiherr", "Graf", "Gräfin"},
		Chairs: []string{"Vorsitz", "Vorsitzende", "Vorsitzender", "Sitzungsleitung", "Versammlungsleitung", "Versammlungsleiter",
			"Versammlungsleiterin", "Bürgermeister", "Bürgermeisterin", "Oberbürgermeister", "Oberbürgermeisterin", "Präsident", "Präsidentin", "Obmann", "Obfrau",
			"Chair", "Mayor", "President"},
		Quiet: []string{"Mitglied", "Stellvertretung", "Gast", "Member", "Substitute", "In attendance"},

		LeadIn:       "%s stellten Fragen und nahmen Stellung, darunter:",
		LeadInReport: "%s stellten Fragen und nahmen zur Vorlage Stellung, darunter:",
		Members:      "Die Mitglieder",
		Question:     Wording{"", "Es wurde ", "Frage"},
		Response:     Wording{"Darauf wurde mitgeteilt: ", "Darauf wurde ", "Antwort"},
		Comment:      Wording{"Es wurde angemerkt: ", "Es wurde ", "Stellungnahme"},
		Further:      Wording{"Ergänzend wurde angemerkt: ", "Ergänzend wurde ", "Ergänzung"},
		Asked:        Wording{"%s fragte: ", "%s ", "Frage"},
		Answered:     Wording{"%s antwortete: ", "%s ", "Antwort"},
		Commented:    Wording{"%s merkte an: ", "%s ", "Stellungnahme"},
		Added:        Wording{"%s ergänzte: ", "%s ", "Ergänzung"},

		Resolved:  "BESCHLUSS",
		Verbs:     []string{"kenntnisnahme", "empfehlung", "genehmigt", "angenommen", "abgelehnt", "vertagt", "verwiesen", "beauftragung"},
		ActionTag: "Auftrag",
		Colon:     ": ",
		DueOn:     "bis %s", Due: "Frist: %s", NoteTag: "Vermerk der Schriftführung",

		Next: Agenda{
			Kind: "Ordentliche Sitzung", Minutes: "%s (%s)", Deferred: "vertagt", Actions: "Offene Aufträge",
			Approve: "Die Niederschrift über die Sitzung vom %s wird genehmigt.",
		},
		Results: Results{
			Carried: []string{"angenommen", "beschlossen", "genehmigt", "zugestimmt", "bewilligt"},
			Lost: []string{"abgelehnt", "nicht angenommen", "nicht beschlossen", "nicht genehmigt", "nicht zugestimmt",
				"verworfen", "gescheitert", "verfehlt"},
			Assent: councilResults().Assent,
		},
		Dates:   germanDates(),
		Offered: germanOffered(),
		Phrases: germanPhrases,
		Openers: germanOpeners,
	}
}

func germanHeading() Heading {
	return Heading{
		Alone:      map[string]string{Substitutes: "Vertretung", Proxy: "in Vollmacht"},
		Draft:      "ENTWURF der Niederschrift (Fassung %d, vorbehaltlich der Genehmigung)",
		Unnumbered: "ENTWURF der Niederschrift (vorbehaltlich der Genehmigung)",
		Full:       "VOLLSTÄNDIGE FASSUNG mit nichtöffentlichem Teil und Vermerken, nicht zur Veröffentlichung.",
		Of:         "Sitzung", OfKind: "Sitzung (%s)", OfSitting: "%s",
		Sittings: []string{"sitzung", "versammlung", "tagung", "klausur", "beratung"},
		On:       "am %s", At: "um %s", InThe: "(%s)", InPlace: "(%s)", AtPlace: "(%s)",
		Present: "Anwesend", Attending: "Ferner anwesend", Apologies: "Entschuldigt",
		Absent: "Unentschuldigt", Quorum: "Beschlussfähigkeit",
		InTheChair: "%s (Vorsitz)",
		Substitute: "in Vertretung für %s", Proxy: "in Vollmacht für %s",
		Remotely: "zugeschaltet",
		Public:   Title{"zuhörende Person", "zuhörende Personen"},
		NoPublic: "Öffentlichkeit",
		Numbers: []string{"keine", "eine", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn",
			"elf", "zwölf"},
		And:           "und",
		ApologiesFrom: "Entschuldigt haben sich: %s.",
		Sign:          "Vorsitz …………………………  Datum ……………",
	}
}

func germanRoom() Room {
	return Room{
		Public: "die Öffentlichkeit",
		Happened: map[string]Title{
			Present:     {"%s ist anwesend", "%s sind anwesend"},
			Remote:      {"%s nimmt zugeschaltet teil", "%s nehmen zugeschaltet teil"},
			Apologies:   {"%s ist entschuldigt", "%s sind entschuldigt"},
			Absent:      {"%s ist abwesend", "%s sind abwesend"},
			Substitutes: {"%s vertritt %s", "%s vertreten %s"},
			Proxy:       {"%s handelt in Vollmacht für %s", "%s handeln in Vollmacht für %s"},
			Attending:   {"%s ist zugegen", "%s sind zugegen"},
			Arrived:     {"%s erscheint", "%s erscheinen"},
			Left:        {"%s verlässt die Sitzung", "%s verlassen die Sitzung"},
			Returned:    {"%s betritt wieder den Sitzungsraum", "%s betreten wieder den Sitzungsraum"},
			Presides:    {"%s übernimmt den Vorsitz", "%s übernehmen den Vorsitz"},
			Opened:      {"Beginn der Sitzung", "Beginn der Sitzung"},
			ClosedUp:    {"Ende der Sitzung", "Ende der Sitzung"},
			Adjourned:   {"Unterbrechung der Sitzung", "Unterbrechung der Sitzung"},
			Resumed:     {"Fortsetzung der Sitzung", "Fortsetzung der Sitzung"},
			Quorum:      {}, Thanked: {}, Exempted: {}, Reopened: {}, ActionList: {},
		},
		Aloud: []string{Opened, ClosedUp, Adjourned, Resumed, NextMeeting, MinutesOf},
		On:    "am %s", At: "um %s",
		Interest: "wegen der erklärten Befangenheit",
	}
}

func germanShort() Short {
	return Short{
		Proposed: "beantragt von %s",
		Seconded: "unterstützt von %s",
		Methods: map[string]string{
			"all": "alle dafür", "unanimous": "einstimmig", "without objection": "ohne Widerspruch",
			"ballot": "mit Stimmzetteln", "weighted": "mit gewichteten Stimmen",
		},
	}
}

// germanPhrases is what German minutes say again and again.
var germanPhrases = []Phrase{
	{"begruessung", "Die Sitzungsleitung begrüßte die Anwesenden und stellte die Beschlussfähigkeit fest."},
	{"einladung", "Die Sitzungsleitung stellte fest, dass form- und fristgerecht eingeladen wurde."},
	{"tagesordnung", "! Die Tagesordnung wird genehmigt."},
	{"niederschrift", "! Die Niederschrift über die Sitzung vom ‹Datum› wird genehmigt."},
	{"kenntnisnahme", "! Der Bericht wird zur Kenntnis genommen."},
	{"zustimmung", "! ‹Was› wird zugestimmt."},
	{"vertagung", "! Der Punkt wird auf ‹Sitzung› vertagt."},
	{"verweisung", "! Die Sache wird an ‹Gremium› verwiesen."},
	{"auftrag", "! ‹Amt› wird beauftragt, ‹was›."},
	{"entlastung", "! Dem Vorstand wird Entlastung erteilt."},
	{"dank", "‹Name› wurde für ‹was› gedankt."},
	{"nichtoeffentlich", "! Die Öffentlichkeit wird für den folgenden Punkt ausgeschlossen, weil ‹Grund›."},
	{"keine-fragen", "Es wurden keine Fragen gestellt."},
	{"naechste-sitzung", "Die nächste Sitzung findet am ‹Datum› in ‹Ort› statt."},
}

// germanOpeners are words that begin what people say and are no verb of a house.
var germanOpeners = []string{
	"der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "dieser", "diese", "dieses", "er", "sie", "es", "wir", "ich", "ihr",
	"ja", "nein", "nicht", "kein", "keine", "alle", "einige", "beide", "jeder", "viele", "in", "im", "an", "am", "auf", "bei", "für", "mit",
	"von", "zu", "zum", "zur", "nach", "aus", "wenn", "ob", "und", "aber", "oder", "dass", "weil", "da", "seit", "bis", "wer", "was", "wen",
	"welche", "welcher", "warum", "wann", "wo", "wie", "ist", "sind", "war", "waren", "hat", "haben", "kann", "könnte", "soll", "wird", "würde",
}

func germanDates() Dates {
	return Dates{
		Long: "Monday, 2. January 2006", Short: "2. January 2006", Time: "15.04 Uhr", Noon: "12.00 Uhr", Midnight: "0.00 Uhr",
		Days: []string{"Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"},
		Months: []string{"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
			"November", "Dezember"},
	}
}

func germanOffered() Offered {
	return Offered{
		Results:   []string{"angenommen", "abgelehnt", "einstimmig angenommen", "Stimmengleichheit"},
		Outcomes:  []string{"vertagt", "zurückgezogen", "verwiesen an ", "für erledigt erklärt", "in geänderter Fassung angenommen"},
		Effects:   []string{"left", "stayed", "spoke", "took no part"},
		Interests: []string{"unmittelbarer Vorteil", "persönliche Beteiligung"},
		Elected:   []string{"unopposed", "declined", "co-opted"},
	}
}
