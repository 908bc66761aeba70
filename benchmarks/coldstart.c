// coldstart ROUNDS FOLDER PROGRAM: medians, in milliseconds, of cold calls, taken in turn so that all see the same machine:
//   true      posix_spawn and wait of /bin/true
//   append    open, one write of a record's size, fdatasync, close; no process
//   send      PROGRAM send …
//   inbox     PROGRAM inbox …
// and what send and inbox cost above true + append. PROGRAM is called as jules-mail in the folder.
#define _GNU_SOURCE
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;
enum { TRUE, APPEND, SEND, INBOX, KINDS };
static const char *names[KINDS] = { "true", "append", "send", "inbox" };

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static void run(const char *program, char *const arguments[])
{
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    pid_t child;
    int status = 1;
    if (posix_spawn(&child, program, &actions, NULL, arguments, environ) != 0 || waitpid(child, &status, 0) != child || status != 0) {
        fprintf(stderr, "%s %s failed (%d)\n", program, arguments[1] ? arguments[1] : "", status);
        exit(1);
    }
    posix_spawn_file_actions_destroy(&actions);
}

static void append(const char *file)
{
    char record[400];
    memset(record, 'x', sizeof record);
    record[sizeof record - 1] = '\n';
    int log = open(file, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    if (log < 0 || write(log, record, sizeof record) != sizeof record || fdatasync(log) != 0) {
        perror(file);
        exit(1);
    }
    close(log);
}

static int ascending(const void *a, const void *b)
{
    double d = *(const double *)a - *(const double *)b;
    return d < 0 ? -1 : d > 0;
}

int main(int count, char **arguments)
{
    if (count != 4 || chdir(arguments[2]) != 0) {
        fprintf(stderr, "usage: coldstart ROUNDS FOLDER PROGRAM\n");
        return 2;
    }
    int rounds = atoi(arguments[1]);
    char *nothing[] = { "true", NULL };
    char *send[] = { "jules-mail", "send", "--to", "curator", "--subject", "Test", "--body", "Hello", NULL };
    char *inbox[] = { "jules-mail", "inbox", "--persona", "bolt", NULL };
    double *times[KINDS];
    double medians[KINDS];
    for (int kind = 0; kind < KINDS; kind++)
        times[kind] = malloc(rounds * sizeof(double));
    for (int round = -5; round < rounds; round++)
        for (int kind = 0; kind < KINDS; kind++) {
            double start = now();
            switch (kind) {
            case TRUE: run("/bin/true", nothing); break;
            case APPEND: append("raw.log"); break;
            case SEND: run(arguments[3], send); break;
            case INBOX: run(arguments[3], inbox); break;
            }
            if (round >= 0)
                times[kind][round] = now() - start;
        }
    for (int kind = 0; kind < KINDS; kind++) {
        qsort(times[kind], rounds, sizeof(double), ascending);
        medians[kind] = times[kind][rounds / 2];
        printf("%-7s %7.2f ms  (fastest %.2f, 90%% within %.2f)\n", names[kind], medians[kind], times[kind][0], times[kind][rounds * 9 / 10]);
    }
    for (int kind = SEND; kind <= INBOX; kind++)
        printf("%-7s %+7.2f ms above true + append (bar: +5.00)\n", names[kind], medians[kind] - medians[TRUE] - medians[APPEND]);
    return 0;
}
