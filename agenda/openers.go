package agenda

// openers are words that begin what people say and are no verb of a house:
// typed directly behind a mark they are text in haste, not ">acknowledged".
var openers = []string{
	"a", "an", "the", "this", "these", "that", "those", "it", "its", "he", "she", "they", "we", "i", "you", "his", "her", "their", "our",
	"there", "here", "yes", "no", "none", "not", "all", "some", "both", "each", "every", "any", "many", "most", "one", "two", "three",
	"in", "on", "at", "by", "for", "to", "of", "from", "with", "as", "if", "and", "but", "or", "so", "because", "since", "until",
	"who", "whom", "whose", "what", "which", "why", "when", "where", "how", "whether",
	"is", "are", "was", "were", "be", "been", "do", "does", "did", "has", "have", "had",
	"can", "could", "may", "might", "must", "shall", "should", "will", "would",
}
