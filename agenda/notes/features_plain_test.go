package notes_test

// plainFeatures is headings, numbers, tables, talk.
var plainFeatures = []feature{}
