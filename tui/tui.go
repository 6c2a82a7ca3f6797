package tui

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"reflect"
	"runtime"
	"strings"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"

	"minutebook/agenda"
)

// Options is what the interface works on.
type Options struct {
	Store   agenda.Store
	Book    string            // the name of the book's file, shown at home
	Now     func() time.Time  // the clock; nil: the computer's
	Zone    func() string     // the name of the clock's zone; nil: the computer's
	NewKey  func() agenda.Key // makes keys of bodies and meetings
	Journal agenda.Journal    // takes what is being typed; nil: nothing does
	Told    string            // of the book and the journal, to be said at the start
	Rescue  string            // a folder for copies of what the book does not take; empty: none
	Copies  []Copy            // what such a folder holds from earlier runs, where the book lacks some of it
	Newer   func() string     // the newest snapshot that says what the book lacks; empty, nil: none is known
	Meeting agenda.Key        // to open at once; empty: home
	Theme   string            // one of Themes; empty: as the terminal is
	ASCII   bool              // no glyph but those of ASCII

	Example func() (agenda.Store, error)      // an example book, kept nowhere
	Import  func(path string) (string, error) // takes a file in and says what came
	// Saving runs work that makes a file with the permissions the person gives to
	// new files; a full copy is its owner's alone. nil: work as it is.
	Saving func(full bool, work func() error) error
	In     io.Reader // nil: standard input
	Out    io.Writer // nil: standard output
}

// ErrUnsaved says that the program was left with changes that the book did not take.
var ErrUnsaved = errors.New("not all of a meeting is saved in the book")

// SignalError is why Run ended where a signal asked for it.
type SignalError struct{ Signal syscall.Signal }

func (e *SignalError) Error() string { return "ended by a signal: " + e.Signal.String() }

// Run shows the interface until it is left. By then the terminal is as it was
// and all that was accepted is in the book, whatever ended it; the error says
// what was not. It is a *SignalError where a signal did.
func Run(ctx context.Context, o Options) (err error) {
	a := newApp(o)
	a.after = func(d time.Duration, msg tea.Msg) tea.Cmd {
		return tea.Tick(d, func(time.Time) tea.Msg { return msg })
	}
	r := &root{a: a, getenv: os.Getenv}
	r.utf8Too, r.glyphs = unicodeFrom(r.getenv)
	r.glyphs = r.glyphs && !o.ASCII
	var ended leaver
	in := o.In
	if in == nil {
		in = os.Stdin
	}
	if f, ok := in.(*os.File); ok {
		in = &terminal{File: f, gone: func() { ended.by(syscall.SIGHUP) }, pastes: &a.pastes}
	}
	p := tea.NewProgram(r, options(in, o.Out, r)...)
	ended.send = func() { p.Send(leaveMsg{}) }
	r.quit = func() { spawn(p.Quit) }
	defer mistakes.to(func(err error) { spawn(func() { p.Send(brokenMsg{err}) }) })()
	r.stop = newStopping(p)
	defer r.stop.end()
	stop := ended.watch(ctx)
	defer stop()
	defer func() {
		if v := recover(); v != nil { // in the framework: it was told not to print the value
			p.Kill()
			err = errors.Join(broken(), a.settle())
		}
	}()
	if o.Told != "" {
		a.say(o.Told)
	}
	_, err = p.Run()
	settled := a.settle()
	switch sig := ended.signal(); {
	case r.fault != nil:
		err = r.fault
	case sig != 0:
		err = &SignalError{sig}
	case ctx.Err() != nil:
		err = ctx.Err()
	case err != nil:
		err = fmt.Errorf("the terminal failed: %w", err)
	case a.forced && !a.guards().Clean():
		err = ErrUnsaved
	}
	return errors.Join(err, settled)
}

func options(in io.Reader, out io.Writer, r *root) []tea.ProgramOption {
	list := []tea.ProgramOption{
		tea.WithFPS(120), tea.WithInput(in),
		// Both are ours: a signal must wait for a running save, and the value
		// of a panic may hold what somebody typed.
		tea.WithoutSignalHandler(), tea.WithoutCatchPanics(),
		tea.WithFilter(r.filter),
	}
	if out != nil {
		list = append(list, tea.WithOutput(out))
	}
	return list
}

// settle sees the last changes into the book once no message arrives any more.
func (a *app) settle() (err error) {
	defer func() {
		if recover() != nil {
			err = broken()
		}
	}()
	if a.forced {
		return nil
	}
	err = a.guards().Settle()
	a.draft()
	for _, s := range a.sessions {
		if s.Clean() && s.rescue.path != "" {
			err = errors.Join(err, os.Remove(s.rescue.path)) // the book has all of it
		}
	}
	return err
}

// root is the model the framework drives: the app, and around it a net that
// catches what should not happen.
type root struct {
	a               *app
	fault           error
	quit            func()
	stop            *stopping // nil: in tests
	getenv          func(string) string
	utf8Too, glyphs bool
}

// brokenMsg answers a command that panicked.
type brokenMsg struct{ err error }

func (r *root) Init() tea.Cmd {
	return r.safely(tea.Batch(tea.RequestBackgroundColor, r.a.start(), r.a.tick(), r.a.keepDaily()))
}

func (r *root) Update(msg tea.Msg) (m tea.Model, cmd tea.Cmd) {
	defer func() {
		if recover() != nil {
			r.fault = broken()
			m, cmd = r, tea.Quit
		}
	}()
	if b, ok := msg.(brokenMsg); ok {
		r.fault = b.err
	}
	if r.fault != nil {
		return r, tea.Quit
	}
	return r, r.safely(r.a.update(msg))
}

func (r *root) View() (v tea.View) {
	defer func() {
		if recover() != nil {
			r.fault = broken()
			r.quit()
			v = tea.View{AltScreen: true}
		}
	}()
	content, cursor, title := r.a.frame()
	if !r.glyphs {
		content, title = plainly(content, r.utf8Too), plainly(title, r.utf8Too)
	}
	v = tea.NewView(gated(content))
	v.AltScreen = true
	v.MouseMode = tea.MouseModeCellMotion
	v.WindowTitle = shown(title)
	v.Cursor = cursor
	return v
}

// filter keeps the program from ending before all is in the book.
func (r *root) filter(_ tea.Model, msg tea.Msg) tea.Msg {
	switch msg.(type) {
	case tea.QuitMsg, tea.InterruptMsg:
		if r.fault != nil || r.a.mayQuit() {
			return tea.QuitMsg{}
		}
		return leaveMsg{}
	case tea.SuspendMsg:
		return r.stop.instead(msg)
	}
	return msg
}

// safely is a command, and all it starts, that answers a panic with a message.
func (r *root) safely(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer func() {
			if recover() != nil {
				msg = brokenMsg{broken()}
			}
		}()
		msg = cmd()
		// A batch and a sequence are slices of commands; the type of a sequence
		// has no name outside the framework.
		if list := reflect.ValueOf(msg); msg != nil && list.Kind() == reflect.Slice && list.Type().Elem() == reflect.TypeFor[tea.Cmd]() {
			for i := range list.Len() {
				list.Index(i).Set(reflect.ValueOf(r.safely(list.Index(i).Interface().(tea.Cmd))))
			}
		}
		return msg
	}
}

// broken is what a panic is called to the person at the terminal: where it
// was, never with what value, which may be text from closed minutes. It is to
// be called by the function that recovers.
func broken() error {
	calls := make([]uintptr, 32)
	frames := runtime.CallersFrames(calls[:runtime.Callers(2, calls)])
	panicked, where := false, "unknown"
	for {
		f, more := frames.Next()
		if panicked && strings.Contains(f.Function, "minutebook/") {
			where = fmt.Sprintf("%s, %s:%d", path.Base(f.Function), path.Base(f.File), f.Line)
			break
		}
		panicked = panicked || f.Function == "runtime.gopanic"
		if !more {
			break
		}
	}
	return fmt.Errorf("a mistake in Minutebook stopped it (%s); what was kept is in the book", where)
}
