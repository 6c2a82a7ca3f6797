package journal

// spawn runs work in a goroutine. A panic in it would end the program with the
// terminal as it is and its value printed: it is handed over as a failure.
func spawn(work func(), failed func()) {
	go func() {
		defer func() {
			if recover() != nil {
				failed()
			}
		}()
		work()
	}()
}
