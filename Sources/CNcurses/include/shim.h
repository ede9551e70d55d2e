#pragma once

#include <stdbool.h>
#include <stddef.h>

// What Swift cannot reach by itself: ncurses's knowledge of terminals (its functions are variadic
// or are macros over shared variables), and signal handlers, which may call almost nothing.

// ---- What kind of terminal ----

/// Loads ncurses's entry for a terminal. False when it has none; never ends the process, as
/// initscr would.
bool terminfo_open(const char *_Nullable name, int descriptor);

/// Gives the entry back.
void terminfo_close(void);

/// A capability that is text, such as "smcup"; NULL where the terminal lacks it.
const char *_Nullable terminfo_text(const char *_Nonnull capability);

/// A capability that is a number, such as "colors"; -1 where the terminal lacks it.
int terminfo_number(const char *_Nonnull capability);

/// The bytes that move the cursor to a row and a column counted from zero; NULL where the terminal
/// cannot. Valid until the next call.
const char *_Nullable terminfo_move(int row, int column);

// ---- Putting the terminal back, whatever happens ----

/// What the guard's pipe says, one byte each.
enum {
    GUARD_RESIZED = 'W',
    GUARD_STOP_ASKED = 'Z',
    GUARD_CONTINUED = 'C',
    GUARD_WOKEN = 'K',
};

/// A pipe for the guard that never makes anybody wait: [0] to read, [1] to write.
bool guard_pipe(int *_Nonnull ends);

/// Watches over a terminal: once armed, every signal that ends the process first writes `reset`
/// and restores the modes the terminal has now, then goes its usual way. Resizing, stopping and
/// continuing are told through `pipe_end`. One terminal at a time: false when another is already
/// guarded.
bool guard_begin(int input, int output, int pipe_end, const char *_Nonnull reset, size_t length);

/// Replaces the text that is written when the process ends.
void guard_reset_text(const char *_Nonnull reset, size_t length);

/// Whether there is anything to put back: not while the shell has the terminal.
void guard_arm(bool armed);

/// Puts every signal back as it was before.
void guard_end(void);

/// Stops the process group as Ctrl-Z does, and comes back when it is continued.
void guard_stop(void);
