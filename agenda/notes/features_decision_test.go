package notes_test

// decisionFeatures is interests, elections, resolutions and actions.
var decisionFeatures = []feature{}
