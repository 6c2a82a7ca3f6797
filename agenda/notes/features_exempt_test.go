package notes_test

// exemptFeatures is private business.
var exemptFeatures = []feature{}
