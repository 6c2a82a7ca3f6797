package agenda

// Private is the words for private business.
type Private struct {
	Exempt    string // with no ground
	Under     string // %s is the ground
	Paragraph Title  // of a ground that is numbers alone; %s is the numbers
	Title     string // of an item whose public title is not known

	// In a full copy, which holds the business itself.
	Begins, Ends string
	OwnTitle     string // of an item that is public but for its own title
	PublicTitle  string // %s is the title that the public sees
}

func councilPrivate() Private {
	return Private{
		Exempt: "Exempt", Under: "Exempt under %s", Paragraph: Title{"paragraph %s", "paragraphs %s"},
		Title:  "Exempt item",
		Begins: "PRIVATE, not for publication.", Ends: "End of the PRIVATE business.",
		OwnTitle: "PRIVATE title.", PublicTitle: "Public title: %s",
	}
}
