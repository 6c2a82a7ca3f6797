package agenda

func germanMotions() Motions {
	return Motions{
		Moved: map[string]Moving{
			MainMotion: {"Antrag von %s, unterstützt von %s", "Antrag von %s", "Antrag, unterstützt von %s", "Antrag"},
			Amendment:  {"Änderungsantrag von %s, unterstützt von %s", "Änderungsantrag von %s", "Änderungsantrag, unterstützt von %s", "Änderungsantrag"},
			FurtherAmendment: {"Änderungsantrag zum Änderungsantrag von %s, unterstützt von %s", "Änderungsantrag zum Änderungsantrag von %s",
				"Änderungsantrag zum Änderungsantrag, unterstützt von %s", "Änderungsantrag zum Änderungsantrag"},
			Substantive: {"Geänderter Antrag von %s, unterstützt von %s", "Geänderter Antrag von %s",
				"Geänderter Antrag, unterstützt von %s", "Geänderter Antrag"},
			Procedure: {"Antrag zur Geschäftsordnung von %s, unterstützt von %s", "Antrag zur Geschäftsordnung von %s",
				"Antrag zur Geschäftsordnung, unterstützt von %s", "Antrag zur Geschäftsordnung"},
		},
		Deciding: "%s zu %s", Words: "%s: %s",
		The: map[string]string{
			MainMotion: "der Antrag", Amendment: "der Änderungsantrag", FurtherAmendment: "der Änderungsantrag zum Änderungsantrag",
			Substantive: "der geänderte Antrag", Procedure: "der Antrag zur Geschäftsordnung",
		},
		Nth: map[string]string{
			MainMotion: "der %s Antrag", Amendment: "der %s Änderungsantrag", FurtherAmendment: "der %s Änderungsantrag zum Änderungsantrag",
			Substantive: "der %s geänderte Antrag", Procedure: "der %s Antrag zur Geschäftsordnung",
		},
		Ordinals:  []string{"erste", "zweite", "dritte", "vierte", "fünfte", "sechste"},
		Ordinal:   "%s.",
		Elsewhere: "%s zu %s",
		Was:       "%s wurde %s", Did: "%s %s", Became: "%s: %s",
		WasWords: []string{"angenommen", "abgelehnt", "beschlossen", "genehmigt", "zurückgezogen", "zurückgestellt", "vertagt", "verwiesen",
			"einstimmig", "mehrheitlich", "nicht", "ersetzt", "geändert", "verworfen", "unterstützt", "übernommen"},
		OwnWords:  []string{"scheiterte", "verfiel", "entfiel", "unterlag", "erledigte"},
		TakenBack: "%s: die Abstimmung wurde zurückgenommen", VoteTakenBack: "die Abstimmung wurde zurückgenommen",
		BallotBack: "die Stimme von %s wurde zurückgenommen (%s)", BallotAlone: "die Stimme von %s wurde zurückgenommen",
	}
}

func germanVotes() Votes {
	return Votes{
		It: "der Antrag", Put: "Abstimmung: %s",
		Behind: map[string]string{
			"all": ", alle dafür", "unanimous": ", einstimmig", "without objection": ", ohne Widerspruch",
			"ballot": ", mit Stimmzetteln", "weighted": ", mit gewichteten Stimmen", "without a vote": ", ohne Abstimmung",
			"general consent": ", im allgemeinen Einvernehmen", "show of hands": ", durch Handzeichen", "by name": ", namentlich",
		},
		Alone: map[string]string{
			"all": "%s: alle waren dafür", "unanimous": "%s: einstimmige Abstimmung", "without objection": "%s: kein Widerspruch",
			"ballot": "%s: Abstimmung mit Stimmzetteln", "weighted": "%s: Abstimmung mit gewichteten Stimmen", "equal": "%s: Stimmengleichheit",
			"without a vote": "%s: keine Abstimmung", "general consent": "%s: allgemeines Einvernehmen",
			"show of hands": "%s: Abstimmung durch Handzeichen", "by name": "%s: namentliche Abstimmung", "": "%s: Abstimmung",
		},
		Other: ", %s", OtherAlone: "%s: Abstimmung",
		Says: map[string][]string{
			"all": {"alle dafür", "alle zugestimmt", "einstimmig"}, "unanimous": {"einstimmig", "unanim"},
			"without objection": {"ohne widerspruch", "ohne gegenrede"}, "ballot": {"stimmzettel", "geheim"}, "general consent": {"einvernehm"},
			"show of hands": {"handzeichen"}, "without a vote": {"ohne abstimmung"},
		},
		Sentences: []string{"antrag", "der", "die", "das", "änderungsantrag", "beschluss", "abstimmung", "keine", "alle"},
		NotPut:    councilVotes().NotPut,
		Equal:     "equal",
		Choices: map[string]string{
			For: "dafür", Against: "dagegen", Abstained: "Enthaltung", NoVote: "nicht abgestimmt", Away: "nicht im Raum",
			NotThere: "abwesend", Conflict: "wegen Befangenheit nicht abgestimmt",
		},
		Group: "%s %s", Line: "%s: %s", Long: 13, Silent: "Stimme nicht festgehalten", Unknown: "%s nicht festgehalten",
		Casting: map[string]string{
			For: "Stichentscheid von %s: dafür", Against: "Stichentscheid von %s: dagegen",
			Abstained: "kein Stichentscheid von %s", "": "Stichentscheid von %s",
		},
		CastingOther: "Stichentscheid von %s (%s)",
		Asked: map[string]Title{
			For:       {"auf Verlangen wird festgehalten: %s stimmte dafür", "auf Verlangen wird festgehalten: %s stimmten dafür"},
			Against:   {"auf Verlangen wird festgehalten: %s stimmte dagegen", "auf Verlangen wird festgehalten: %s stimmten dagegen"},
			Abstained: {"auf Verlangen wird festgehalten: %s enthielt sich", "auf Verlangen wird festgehalten: %s enthielten sich"},
			"":        {"auf Verlangen wird die Stimme von %s festgehalten", "auf Verlangen werden die Stimmen von %s festgehalten"},
		},
		AskedOther: Title{"auf Verlangen wird festgehalten: %s (%s)", "auf Verlangen wird festgehalten: %s (%s)"},
		Held:       "Art der Abstimmung: %s",
		CastingBy:  "Stichentscheid von %s", AskedBy: "auf Verlangen festgehalten: %s", HeldBy: "Art der Abstimmung: %s",
	}
}

func germanElections() Elections {
	again := func(words string) Title { return Title{words, words} }
	return Elections{
		Nominated: again("zur Wahl vorgeschlagen: %s"), Elected: again("gewählt: %s"),
		Become: map[string]Title{"co-opted": again("hinzugewählt: %s"), "appointed": again("ernannt: %s"), "re-elected": again("wiedergewählt: %s")},
		As:     " (%s)",
		By:     ", Vorschlag von %s", Seconded: ", unterstützt von %s", Both: ", Vorschlag von %s, unterstützt von %s",
		How:      map[string]string{"declined": "; Kandidatur abgelehnt", "withdrawn": "; Kandidatur zurückgezogen", "unopposed": ", ohne Gegenkandidatur"},
		OtherHow: ", %s",
		Nobody:   "niemand",
		Ballot:   "Wahlgang", BallotFor: "Wahlgang (%s)", Round: "der %s Wahlgang", RoundFor: "der %s Wahlgang (%s)",
		Figures: "%s, Stimmen: %s", Stood: "%s, zur Wahl standen: %s", Figure: "%s %s", Unknown: "%s (Stimmen nicht festgehalten)",
		Long: 5, Heads: [3]string{"Name", "Stimmen", "Ergebnis"}, Won: "gewählt",
	}
}

func germanInterests() Interests {
	return Interests{
		None:     "niemand erklärte sich für befangen",
		Declared: Title{"%s erklärte sich für befangen", "%s erklärten sich für befangen"}, Kind: " (%s)", In: " zu %s",
		Effect: map[string]Title{
			"stayed": {"blieb im Raum", "blieben im Raum"}, "spoke": {"sprach zur Sache", "sprachen zur Sache"},
			"left": {"verließ den Raum", "verließen den Raum"}, "took no part": {"wirkte nicht mit", "wirkten nicht mit"},
		},
		And: " und %s", Whose: "%s %s",
		Other: "; %s", Nature: ": %s",
	}
}

func germanPrivate() Private {
	return Private{
		Exempt: "Nichtöffentlich", Under: "Nichtöffentlich nach %s", Paragraph: Title{"Absatz %s", "den Absätzen %s"},
		Title:  "Nichtöffentlicher Punkt",
		Begins: "NICHTÖFFENTLICH, nicht zur Veröffentlichung.", Ends: "Ende des NICHTÖFFENTLICHEN Teils.",
		OwnTitle: "NICHTÖFFENTLICHER Titel.", PublicTitle: "Öffentlicher Titel: %s",
	}
}

func germanOrder() Order {
	return Order{
		Item: "TOP %s", Items: "TOP %s", Named: "%s (%s)", Quoted: "„%s“", Nameless: "ein Punkt ohne Titel",
		For: "zu %s", Of: "%s",
		Paper: "Vorlage: %s", ReportOf: "Bericht: %s", LedBy: "Federführung: %s", SponsoredBy: "Fürsprache: %s",
		Recommended: "Empfohlen wurde:", PaperAsked: "Die Vorlage fragte:",
		Late:  "Als dringlich behandelt: %s",
		Taken: Title{"Behandlung von %s", "Behandlung von %s"}, Before: " vor %s", Turn: " außerhalb der Reihenfolge",
		Together:  "gemeinsame Behandlung von %s",
		Until:     "bis %s",
		Submitted: "vorgelegt: %s",
		Minutes:   Title{"die Niederschrift über %s", "die Niederschriften über %s"},
		Meeting:   "die Sitzung vom %s", Meetings: "die Sitzungen vom %s",
		Next: "die nächste Sitzung ist %s", NextOn: "am %s", NextTag: "Nächste Sitzung",
		Thanks:         "Dank",
		Actions:        [4]string{"TOP", "Auftrag", "Wer", "Bis wann"},
		NoActions:      "es wurden keine Aufträge erteilt",
		PrivateActions: "NICHTÖFFENTLICH",

		Minute: "Punkt %s", MinuteOf: "%s der Niederschrift über %s", Corrected: "Berichtigung: %s", CorrectedTo: "%s, Berichtigung: %s",
		Unnamed: "die Niederschrift",
		Delete:  "„%s“ streichen", Insert: "„%s“ einfügen", Change: "„%s“ streichen, „%s“ einfügen",

		Condition: "Bedingung", Reasons: "Begründung", Alternatives: "Geprüfte und verworfene Alternativen", Decides: "damit entschieden: %s",
		Links: map[string]string{
			"amends": "damit geändert: %s", "supersedes": "damit ersetzt: %s", "rescinds": "damit aufgehoben: %s",
			"discharges": "damit erledigt: %s", "accepts": "damit angenommen: %s", "answers": "damit beantwortet: %s",
		},
		OtherLink: "Bezug (%s): %s", AnswersAsked: "damit beantwortet die Frage „%s“",
		Flows: []string{"wegen", "für", "zur", "zum", "aus", "mangels", "auf", "mit", "aufgrund"},
	}
}
