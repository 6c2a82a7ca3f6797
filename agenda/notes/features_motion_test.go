package notes_test

// motionFeatures is motions and votes.
var motionFeatures = []feature{}
