# make check  everything .ci/run checks, with nothing installed
# make test   the tests
# make bench  the benchmarks
# make fuzz   every fuzz target, FUZZTIME each
# make day    a ten-hour day of 500,000 keys, scripted; then in a real terminal
# make faults the long versions of the tests that kill the program, cut its power and
#             damage books: about half an hour, with root also on disks of their own

FUZZTIME ?= 30s
KILLS ?= 1000

.PHONY: check test bench fuzz faults day

check:
	.ci/run --no-install

test:
	go test ./...

bench:
	go test -run '^$$' -bench . -benchmem ./...

fuzz:
	@for pkg in $$(go list ./...); do \
		for target in $$(go test -list '^Fuzz' $$pkg | grep '^Fuzz'); do \
			echo "$$pkg $$target"; \
			go test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) $$pkg || exit 1; \
		done; \
	done

faults:
	MINUTEBOOK_TEXTS=100000 go test -run 'NoFieldForges|HostileText' -count 1 -timeout 60m ./exports
	MINUTEBOOK_KILLS=$(KILLS) MINUTEBOOK_FAULTS=1 MINUTEBOOK_CUTS=0 MINUTEBOOK_DAMAGES=60 go test -run 'Kill|Fault|Crash|Salvage|FailedSyncs|PowerCut|FullDisk|ReadOnlyBook|Panic' -count 1 -timeout 150m ./...

day:
	MINUTEBOOK_DAY=500000 go test -run 'ScriptedDay|LongDay' -count 1 -v -timeout 120m -p 1 ./tui ./cmd/minutebook
