package agenda

// French is the house style of a French-speaking body. What happened is told in
// the present, so that no participle has to agree with a name.
func French() Style {
	s := frenchTalk()
	s.Head, s.Room, s.Short = frenchHeading(), frenchRoom(), frenchShort()
	s.Motions, s.Votes = frenchMotions(), frenchVotes()
	s.Elections, s.Interests = frenchElections(), frenchInterests()
	s.Private, s.Order = frenchPrivate(), frenchOrder()
	return s
}

// frenchTalk is the style of what is said and done.
func frenchTalk() Style {
	return Style{
		Name: "french", Rendering: Bullets,
		Titles: map[string]Title{
			"M.": {"M.", "MM."}, "Mme": {"Mme", "Mmes"}, "Mlle": {"Mlle", "Mlles"}, "Me": {"Me", "Mes"},
			"Conseiller": {"Conseiller", "Conseillers"}, "Conseillère": {"Conseillère", "Conseillères"},
		},
		WithFirst: []string{"Sœur", "Frère"},
		Chairs: []string{"Président", "Présidente", "Présidence", "Président de séance", "Présidente de séance", "Maire", "Mairesse",
			"Chair", "Mayor", "President"},
		Quiet: []string{"Membre", "Suppléant", "Suppléante", "Invité", "Invitée", "Member", "Substitute", "In attendance"},

		LeadIn:       "%s ont posé des questions et formulé des observations, notamment\u00a0:",
		LeadInReport: "%s ont posé des questions et formulé des observations sur le rapport, notamment\u00a0:",
		Members:      "Les membres",
		Question:     Wording{"", "Il a été ", "Question"},
		Response:     Wording{"Il a été répondu\u00a0: ", "En réponse, il a été ", "Réponse"},
		Comment:      Wording{"Il a été observé\u00a0: ", "Il a été ", "Observation"},
		Further:      Wording{"Il a été ajouté\u00a0: ", "Il a en outre été ", "Complément"},
		Asked:        Wording{"%s demande\u00a0: ", "%s ", "Question"},
		Answered:     Wording{"%s répond\u00a0: ", "%s ", "Réponse"},
		Commented:    Wording{"%s observe\u00a0: ", "%s ", "Observation"},
		Added:        Wording{"%s ajoute\u00a0: ", "%s ", "Complément"},

		Resolved:  "DÉCISION",
		Verbs:     []string{"adopté", "approuvé", "recommandé", "reçu", "accepté", "mandaté", "reporté", "renvoyé", "rejeté"},
		ActionTag: "À faire",
		Colon:     "\u00a0: ",
		DueOn:     "pour le %s", Due: "échéance\u00a0: %s",
		NoteTag: "Note du secrétariat",

		Next: Agenda{
			Kind: "Séance ordinaire", Minutes: "%s (%s)", Deferred: "report", Actions: "Suites des séances précédentes",
			Approve: "Le procès-verbal de la séance du %s est approuvé.",
		},
		Results: Results{
			Carried: []string{"adopté", "adoptée", "adoptés", "adoptées", "approuvé", "approuvée", "accepté", "acceptée", "voté", "votée"},
			Lost: []string{"rejeté", "rejetée", "refusé", "refusée", "repoussé", "repoussée", "non adopté", "non adoptée", "pas adopté", "pas adoptée",
				"non approuvé", "non approuvée", "échoue"},
			Assent: councilResults().Assent,
		},
		Dates:   frenchDates(),
		Offered: frenchOffered(),
		Phrases: frenchPhrases,
		Openers: frenchOpeners,
	}
}

func frenchHeading() Heading {
	return Heading{
		Alone:      map[string]string{Substitutes: "en suppléance", Proxy: "par procuration"},
		Draft:      "PROJET de procès-verbal (version %d, sous réserve d’approbation)",
		Unnumbered: "PROJET de procès-verbal (sous réserve d’approbation)",
		Full:       "VERSION INTÉGRALE avec le huis clos et les notes du secrétariat, à ne pas publier.",
		Of:         "Séance", OfKind: "Séance (%s)", OfSitting: "%s",
		Sittings: []string{"séance", "réunion", "assemblée", "session", "ordinaire", "extraordinaire", "générale"},
		On:       "du %s", At: "à %s", InThe: "(%s)", InPlace: "(%s)", AtPlace: "(%s)",
		Present: "Présents", Attending: "Assistent aussi", Apologies: "Excusés", Absent: "Absents sans excuse", Quorum: "Nombre requis",
		InTheChair: "%s (présidence)",
		Substitute: "suppléance\u00a0: %s", Proxy: "procuration\u00a0: %s",
		Remotely: "à distance",
		Public:   Title{"personne dans le public", "personnes dans le public"},
		NoPublic: "Public",
		Numbers: []string{"aucune", "une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix",
			"onze", "douze"},
		And:           "et",
		ApologiesFrom: "Se sont fait excuser\u00a0: %s.",
		Sign:          "Présidence …………………………  Date ……………",
	}
}

func frenchRoom() Room {
	again := func(words string) Title { return Title{words, words} }
	return Room{
		Public: "le public",
		Happened: map[string]Title{
			Present:     {"%s est dans la salle", "%s sont dans la salle"},
			Remote:      {"%s participe à distance", "%s participent à distance"},
			Apologies:   {"%s se fait excuser", "%s se font excuser"},
			Absent:      {"%s manque à l’appel", "%s manquent à l’appel"},
			Substitutes: {"%s remplace %s", "%s remplacent %s"},
			Proxy:       {"%s agit par procuration pour %s", "%s agissent par procuration pour %s"},
			Attending:   {"%s assiste à la séance", "%s assistent à la séance"},
			Arrived:     {"%s arrive", "%s arrivent"},
			Left:        {"%s quitte la séance", "%s quittent la séance"},
			Returned:    {"%s rejoint la séance", "%s rejoignent la séance"},
			Presides:    {"%s prend la présidence", "%s prennent la présidence"},
			Opened:      again("La séance s’ouvre"), ClosedUp: again("La séance est levée"),
			Adjourned: again("La séance est suspendue"), Resumed: again("La séance reprend"),
			Quorum: {}, Thanked: {}, Exempted: {}, Reopened: {}, ActionList: {},
		},
		Aloud: []string{Opened, ClosedUp, Adjourned, Resumed, NextMeeting, MinutesOf},
		On:    "le %s", At: "à %s",
		Interest: "en raison de l’intérêt déclaré",
	}
}

func frenchShort() Short {
	return Short{
		Proposed: "présentée par %s",
		Seconded: "appuyée par %s",
		Methods: map[string]string{
			"all": "tous pour", "unanimous": "à l’unanimité", "without objection": "sans opposition",
			"ballot": "au scrutin secret", "weighted": "par vote pondéré",
		},
	}
}

// frenchPhrases is what French minutes say again and again.
var frenchPhrases = []Phrase{
	{"ouverture", "La présidence constate que l’assemblée peut délibérer et ouvre la séance."},
	{"ordre-du-jour", "! L’ordre du jour est adopté."},
	{"proces-verbal", "! Le procès-verbal de la séance du ‹date› est approuvé."},
	{"prend-acte", "! Il est pris acte du rapport."},
	{"approbation", "! ‹Quoi› est approuvé."},
	{"mandat", "! ‹Fonction› reçoit mandat de ‹faire›."},
	{"report", "! Le point est reporté à ‹séance›."},
	{"renvoi", "! L’affaire est renvoyée à ‹instance›."},
	{"huis-clos", "! Le huis clos est prononcé pour le point suivant, parce que ‹motif›."},
	{"remerciements", "La présidence remercie ‹nom› pour ‹quoi›."},
	{"aucune-question", "Aucune question n’est posée."},
	{"prochaine-seance", "La prochaine séance aura lieu le ‹date› à ‹lieu›."},
}

// frenchOpeners are words that begin what people say and are no verb of a house.
var frenchOpeners = []string{
	"le", "la", "les", "l’", "un", "une", "des", "du", "de", "ce", "cette", "ces", "il", "elle", "ils", "elles", "on", "nous", "je", "vous",
	"oui", "non", "pas", "aucun", "aucune", "tous", "toutes", "quelques", "chaque", "en", "à", "au", "aux", "dans", "sur", "pour", "par", "avec",
	"si", "et", "mais", "ou", "car", "que", "qui", "quoi", "quel", "quelle", "pourquoi", "quand", "où", "comment", "combien",
	"est", "sont", "était", "étaient", "a", "ont", "avait", "peut", "pourrait", "doit", "sera", "serait",
}

func frenchDates() Dates {
	return Dates{
		Long: "Monday 2 January 2006", Short: "2 January 2006", Time: "15 h 04", Noon: "midi", Midnight: "minuit", First: "1er",
		Days: []string{"dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"},
		Months: []string{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
			"novembre", "décembre"},
	}
}

func frenchOffered() Offered {
	return Offered{
		Results:   []string{"adoptée", "rejetée", "adoptée à l’unanimité", "partage des voix"},
		Outcomes:  []string{"reporté", "retiré", "renvoyé à ", "devenu sans objet", "adopté tel que modifié"},
		Effects:   []string{"left", "stayed", "spoke", "took no part"},
		Interests: []string{"intérêt financier", "intérêt personnel"},
		Elected:   []string{"unopposed", "declined", "co-opted"},
	}
}
