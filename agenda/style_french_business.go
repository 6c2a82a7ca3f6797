package agenda

func frenchMotions() Motions {
	return Motions{
		Moved: map[string]Moving{
			MainMotion: {"Motion présentée par %s, appuyée par %s", "Motion présentée par %s", "Motion appuyée par %s", "Motion présentée"},
			Amendment: {"Amendement présenté par %s, appuyé par %s", "Amendement présenté par %s", "Amendement appuyé par %s",
				"Amendement présenté"},
			FurtherAmendment: {"Sous-amendement présenté par %s, appuyé par %s", "Sous-amendement présenté par %s",
				"Sous-amendement appuyé par %s", "Sous-amendement présenté"},
			Substantive: {"Motion modifiée présentée par %s, appuyée par %s", "Motion modifiée présentée par %s",
				"Motion modifiée appuyée par %s", "Motion modifiée"},
			Procedure: {"Motion de procédure présentée par %s, appuyée par %s", "Motion de procédure présentée par %s",
				"Motion de procédure appuyée par %s", "Motion de procédure"},
		},
		Deciding: "%s sur %s", Words: "%s\u00a0: %s",
		The: map[string]string{
			MainMotion: "la motion", Amendment: "l’amendement", FurtherAmendment: "le sous-amendement",
			Substantive: "la motion modifiée", Procedure: "la motion de procédure",
		},
		Nth: map[string]string{
			MainMotion: "la motion n°\u00a0%s", Amendment: "l’amendement n°\u00a0%s", FurtherAmendment: "le sous-amendement n°\u00a0%s",
			Substantive: "la motion modifiée n°\u00a0%s", Procedure: "la motion de procédure n°\u00a0%s",
		},
		Ordinal:   "%s",
		Elsewhere: "%s sous %s",
		Was:       "%s est %s", Did: "%s %s", Became: "%s, résultat\u00a0: %s",
		WasWords: []string{"adopté", "adoptée", "approuvé", "approuvée", "accepté", "acceptée", "rejeté", "rejetée", "refusé", "refusée",
			"repoussé", "repoussée", "retiré", "retirée", "reporté", "reportée", "renvoyé", "renvoyée", "remplacé", "remplacée",
			"modifié", "modifiée", "ajourné", "ajournée"},
		OwnWords:  []string{"échoue", "tombe", "passe"},
		TakenBack: "le vote sur %s est annulé", VoteTakenBack: "le vote est annulé",
		BallotBack: "la voix donnée par %s sur %s est annulée", BallotAlone: "la voix donnée par %s est annulée",
	}
}

func frenchVotes() Votes {
	return Votes{
		It: "la motion", Put: "mise aux voix\u00a0: %s",
		Behind: map[string]string{
			"all": ", tous pour", "unanimous": " à l’unanimité", "without objection": " sans opposition",
			"ballot": " au scrutin secret", "weighted": " par vote pondéré", "without a vote": " sans vote",
			"general consent": " par consentement général", "show of hands": " à main levée", "by name": " par appel nominal",
		},
		Alone: map[string]string{
			"all": "tous sont pour %s", "unanimous": "le vote sur %s est unanime", "without objection": "%s ne rencontre pas d’opposition",
			"ballot": "%s est mis au scrutin secret", "weighted": "vote pondéré sur %s", "equal": "partage des voix sur %s",
			"without a vote": "pas de vote sur %s", "general consent": "consentement général sur %s",
			"show of hands": "vote à main levée sur %s", "by name": "appel nominal sur %s", "": "vote sur %s",
		},
		Other: ", %s", OtherAlone: "vote sur %s",
		Says: map[string][]string{
			"all": {"tous pour", "unanim"}, "unanimous": {"unanim"}, "without objection": {"sans opposition"}, "ballot": {"scrutin", "secret"},
			"general consent": {"consentement"}, "show of hands": {"main levée"}, "without a vote": {"sans vote"},
		},
		Sentences: []string{"motion", "la", "le", "amendement", "résolution", "vote", "aucun", "aucune", "tous"},
		NotPut:    councilVotes().NotPut,
		Equal:     "equal",
		Choices: map[string]string{
			For: "pour", Against: "contre", Abstained: "abstention", NoVote: "sans voter", Away: "hors de la salle",
			NotThere: "non présent", Conflict: "sans voter en raison d’un intérêt",
		},
		Group: "%s (%s)", Line: "%s\u00a0: %s", Long: 13, Silent: "voix non précisée", Unknown: "%s non précisé",
		Casting: map[string]string{
			For: "voix prépondérante\u00a0: %s, pour %s", Against: "voix prépondérante\u00a0: %s, contre %s",
			Abstained: "%s renonce à la voix prépondérante", "": "voix prépondérante\u00a0: %s",
		},
		CastingOther: "voix prépondérante\u00a0: %s (%s)",
		Asked: map[string]Title{
			For:       {"sur demande, il est consigné\u00a0: %s vote pour %s", "sur demande, il est consigné\u00a0: %s votent pour %s"},
			Against:   {"sur demande, il est consigné\u00a0: %s vote contre %s", "sur demande, il est consigné\u00a0: %s votent contre %s"},
			Abstained: {"sur demande, il est consigné\u00a0: %s s’abstient", "sur demande, il est consigné\u00a0: %s s’abstiennent"},
			"":        {"sur demande, le vote est consigné\u00a0: %s", "sur demande, les votes sont consignés\u00a0: %s"},
		},
		AskedOther: Title{"sur demande, il est consigné\u00a0: %s, %s", "sur demande, il est consigné\u00a0: %s, %s"},
		Held:       "mode de scrutin\u00a0: %s",
		CastingBy:  "voix prépondérante\u00a0: %s", AskedBy: "consigné sur demande\u00a0: %s", HeldBy: "mode de scrutin\u00a0: %s",
	}
}

func frenchElections() Elections {
	again := func(words string) Title { return Title{words, words} }
	return Elections{
		Nominated: again("candidature\u00a0: %s"), Elected: again("élection\u00a0: %s"),
		Become: map[string]Title{"co-opted": again("cooptation\u00a0: %s"), "appointed": again("nomination\u00a0: %s"), "re-elected": again("réélection\u00a0: %s")},
		As:     " (%s)",
		By:     ", sur proposition faite par %s", Seconded: ", avec l’appui donné par %s", Both: ", sur proposition faite par %s, appuyée par %s",
		How:      map[string]string{"declined": "\u00a0; candidature refusée", "withdrawn": "\u00a0; candidature retirée", "unopposed": ", sans autre candidature"},
		OtherHow: ", %s",
		Nobody:   "personne",
		Ballot:   "scrutin", BallotFor: "scrutin (%s)", Round: "tour de scrutin n°\u00a0%s", RoundFor: "tour de scrutin n°\u00a0%s (%s)",
		Figures: "%s, voix\u00a0: %s", Stood: "%s, candidatures\u00a0: %s", Figure: "%s %s", Unknown: "%s (voix non précisées)",
		Long: 5, Heads: [3]string{"Nom", "Voix", "Résultat"}, Won: "élection",
	}
}

func frenchInterests() Interests {
	return Interests{
		None:     "aucun intérêt n’est déclaré",
		Declared: Title{"%s déclare un intérêt", "%s déclarent un intérêt"}, Kind: " (%s)", In: " concernant %s",
		Effect: map[string]Title{
			"stayed": {"reste dans la salle", "restent dans la salle"}, "spoke": {"prend la parole", "prennent la parole"},
			"left": {"quitte la salle", "quittent la salle"}, "took no part": {"ne participe pas", "ne participent pas"},
		},
		And: " et %s", Whose: "%s %s",
		Other: "\u00a0; %s", Nature: "\u00a0: %s",
	}
}

func frenchPrivate() Private {
	return Private{
		Exempt: "Huis clos", Under: "Huis clos, motif\u00a0: %s", Paragraph: Title{"paragraphe %s", "paragraphes %s"},
		Title:  "Point à huis clos",
		Begins: "HUIS CLOS, à ne pas publier.", Ends: "Fin du HUIS CLOS.",
		OwnTitle: "Titre à HUIS CLOS.", PublicTitle: "Titre publié\u00a0: %s",
	}
}

func frenchOrder() Order {
	return Order{
		Item: "le point %s", Items: "les points %s", Named: "%s (%s)", Quoted: "«\u00a0%s\u00a0»", Nameless: "un point sans titre",
		For: "pour %s", Of: "%s",
		Paper: "Document\u00a0: %s", ReportOf: "rapport présenté par %s", LedBy: "responsable\u00a0: %s", SponsoredBy: "parrainage\u00a0: %s",
		Recommended: "Il est recommandé\u00a0:", PaperAsked: "Le document pose ces questions\u00a0:",
		Late:  "Traité en urgence\u00a0: %s",
		Taken: Title{"%s est traité", "%s sont traités"}, Before: " avant %s", Turn: " hors de son rang",
		Together:  "%s sont traités ensemble",
		Until:     "– reprise\u00a0: %s",
		Submitted: "documents soumis\u00a0: %s",
		Minutes:   Title{"procès-verbal, %s", "procès-verbaux, %s"},
		Meeting:   "séance du %s", Meetings: "séances du %s",
		Next: "la prochaine séance aura lieu %s", NextOn: "le %s", NextTag: "Prochaine séance",
		Thanks:         "Remerciements",
		Actions:        [4]string{"Point", "À faire", "Qui", "Délai"},
		NoActions:      "aucune suite n’est à donner",
		PrivateActions: "HUIS CLOS",

		Minute: "point %s", MinuteOf: "%s du procès-verbal, %s", Corrected: "rectification\u00a0: %s", CorrectedTo: "%s, rectification\u00a0: %s",
		Unnamed: "le procès-verbal",
		Delete:  "supprimer «\u00a0%s\u00a0»", Insert: "insérer «\u00a0%s\u00a0»", Change: "remplacer «\u00a0%s\u00a0» par «\u00a0%s\u00a0»",

		Condition: "Sous réserve", Reasons: "Motifs", Alternatives: "Solutions étudiées et écartées", Decides: "ceci règle %s",
		Links: map[string]string{
			"amends": "ceci modifie\u00a0: %s", "supersedes": "ceci remplace\u00a0: %s", "rescinds": "ceci abroge\u00a0: %s",
			"discharges": "ceci clôt\u00a0: %s", "accepts": "ceci accepte\u00a0: %s", "answers": "ceci répond à\u00a0: %s",
		},
		OtherLink: "lien (%s)\u00a0: %s", AnswersAsked: "ceci répond à la question «\u00a0%s\u00a0»",
		Flows: []string{"afin", "pour", "parce", "car", "faute", "en raison", "à cause", "sur", "dans"},
	}
}
