#define _GNU_SOURCE
#include "shim.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#define NCURSES_NOMACROS 1
#include <curses.h>
#include <term.h>

// ---- What kind of terminal ----

bool terminfo_open(const char *name, int descriptor) {
    int found = 0;
    return setupterm(name, descriptor, &found) == OK && found == 1;
}

void terminfo_close(void) {
    if (cur_term) {
        del_curterm(cur_term);
    }
}

const char *terminfo_text(const char *capability) {
    const char *text = tigetstr(capability);
    return text == (const char *)-1 ? NULL : text;
}

int terminfo_number(const char *capability) {
    int number = tigetnum(capability);
    return number < 0 ? -1 : number;
}

const char *terminfo_move(int row, int column) {
    const char *cup = terminfo_text("cup");
    return cup ? tiparm(cup, row, column) : NULL;
}

// ---- Putting the terminal back, whatever happens ----

enum { RESET_LIMIT = 512, STACK_SIZE = 64 * 1024 };

// A signal handler has no parameters of ours, so what it needs lies here, ready before it is
// installed.
static struct {
    int input;
    int output;
    int pipe_end;
    struct termios shell;
    char reset[RESET_LIMIT];
    size_t length;
} guarded;

static atomic_bool in_use;
static atomic_bool armed;
static stack_t old_stack;

static const int fatal[] = {SIGHUP,  SIGINT, SIGQUIT, SIGTERM, SIGSEGV,
                            SIGBUS,  SIGILL, SIGTRAP, SIGABRT, SIGFPE};
static const int told[] = {SIGWINCH, SIGTSTP, SIGCONT};
enum { FATAL = sizeof fatal / sizeof *fatal, TOLD = sizeof told / sizeof *told };

static struct sigaction old_fatal[FATAL];
static struct sigaction old_told[TOLD];

/// Only calls that POSIX allows in a handler: fcntl, write, tcflush, tcsetattr, sigaction, raise.
static void give_back(void) {
    if (!atomic_exchange(&armed, false)) {
        return;
    }
    // A terminal that takes nothing more (Ctrl-S, a dead connection) must not keep us alive: what
    // still waits there is thrown away, it is pictures.
    int flags = fcntl(guarded.output, F_GETFL);
    fcntl(guarded.output, F_SETFL, flags | O_NONBLOCK);
    size_t done = 0;
    bool flushed = false;
    while (done < guarded.length) {
        ssize_t count = write(guarded.output, guarded.reset + done, guarded.length - done);
        if (count > 0) {
            done += (size_t)count;
        } else if (count < 0 && errno == EAGAIN && !flushed) {
            tcflush(guarded.output, TCOFLUSH);
            flushed = true;
        } else if (count == 0 || errno != EINTR) {
            break;
        }
    }
    // Others share these flags, the shell for one.
    fcntl(guarded.output, F_SETFL, flags);
    tcsetattr(guarded.input, TCSANOW, &guarded.shell);
}

static void ends(int signal, siginfo_t *info, void *context) {
    (void)context;
    int saved = errno;
    give_back();
    for (int i = 0; i < FATAL; i++) {
        if (fatal[i] == signal) {
            sigaction(signal, &old_fatal[i], NULL);
        }
    }
    // A fault of our own happens again when the handler returns, with its registers untouched;
    // a signal that was sent has to be sent again.
    if (info->si_code <= 0) {
        raise(signal);
    }
    errno = saved;
}

static void tells(int signal) {
    int saved = errno;
    char word = signal == SIGWINCH  ? GUARD_RESIZED
                : signal == SIGTSTP ? GUARD_STOP_ASKED
                                    : GUARD_CONTINUED;
    (void)!write(guarded.pipe_end, &word, 1);
    errno = saved;
}

bool guard_pipe(int *ends) {
    return pipe2(ends, O_NONBLOCK | O_CLOEXEC) == 0;
}

bool guard_begin(int input, int output, int pipe_end, const char *reset, size_t length) {
    if (atomic_exchange(&in_use, true)) {
        return false;
    }
    guarded.input = input;
    guarded.output = output;
    guarded.pipe_end = pipe_end;
    if (tcgetattr(input, &guarded.shell) != 0) {
        atomic_store(&in_use, false);
        return false;
    }
    guard_reset_text(reset, length);

    // A stack of its own, for the handler must run when the stack itself overflowed.
    stack_t stack = {.ss_sp = malloc(STACK_SIZE), .ss_size = STACK_SIZE};
    sigaltstack(&stack, &old_stack);

    struct sigaction end = {.sa_sigaction = ends, .sa_flags = SA_SIGINFO | SA_ONSTACK};
    sigfillset(&end.sa_mask);
    for (int i = 0; i < FATAL; i++) {
        sigaction(fatal[i], NULL, &old_fatal[i]);
        // nohup and its like ask for a signal to be ignored: so it stays.
        if (old_fatal[i].sa_handler != SIG_IGN) {
            sigaction(fatal[i], &end, NULL);
        }
    }
    struct sigaction tell = {.sa_handler = tells, .sa_flags = SA_RESTART | SA_ONSTACK};
    sigfillset(&tell.sa_mask);
    for (int i = 0; i < TOLD; i++) {
        sigaction(told[i], &tell, &old_told[i]);
    }
    // Whoever started us may have blocked signals for itself, and that is inherited.
    sigset_t heard;
    sigemptyset(&heard);
    for (int i = 0; i < FATAL; i++) {
        sigaddset(&heard, fatal[i]);
    }
    for (int i = 0; i < TOLD; i++) {
        sigaddset(&heard, told[i]);
    }
    pthread_sigmask(SIG_UNBLOCK, &heard, NULL);
    return true;
}

void guard_reset_text(const char *reset, size_t length) {
    bool was = atomic_exchange(&armed, false);
    guarded.length = length < RESET_LIMIT ? length : RESET_LIMIT;
    memcpy(guarded.reset, reset, guarded.length);
    atomic_store(&armed, was);
}

void guard_arm(bool on) {
    atomic_store(&armed, on);
}

void guard_end(void) {
    atomic_store(&armed, false);
    for (int i = 0; i < FATAL; i++) {
        sigaction(fatal[i], &old_fatal[i], NULL);
    }
    for (int i = 0; i < TOLD; i++) {
        sigaction(told[i], &old_told[i], NULL);
    }
    stack_t mine;
    sigaltstack(NULL, &mine);
    if (old_stack.ss_sp == NULL) {
        old_stack.ss_flags = SS_DISABLE;
    }
    sigaltstack(&old_stack, NULL);
    if (!(mine.ss_flags & SS_DISABLE)) {
        free(mine.ss_sp);
    }
    atomic_store(&in_use, false);
}

void guard_stop(void) {
    struct sigaction usual = {.sa_handler = SIG_DFL};
    struct sigaction ours;
    sigaction(SIGTSTP, &usual, &ours);
    // The whole group, so that the shell also sees a `make` around us stop.
    kill(0, SIGTSTP);
    sigaction(SIGTSTP, &ours, NULL);
}
