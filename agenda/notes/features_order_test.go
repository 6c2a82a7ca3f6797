package notes_test

// orderFeatures is the room and the order of business.
var orderFeatures = []feature{}
