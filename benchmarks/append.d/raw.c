// The peer: lock, write one record, unlock, fdatasync, for SECONDS; prints how often. raw FILE LOCKFILE SECONDS
// Its records are as long as those of the test writer that is measured beside it.
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec / 1e9;
}

int main(int argc, char **argv) {
  static char record[4096];
  if (argc < 4) return 2;
  int log = open(argv[1], O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  int lock = open(argv[2], O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (log < 0 || lock < 0) return 1;
  double end = now() + atof(argv[3]);
  int count = 0;
  for (; now() < end; count++) {
    int length = 354 + count % 7 * 400;
    memset(record, 'x', length);
    record[length - 1] = '\n';
    if (flock(lock, LOCK_EX) || write(log, record, length) != length || flock(lock, LOCK_UN) || fdatasync(log)) return 1;
  }
  printf("%d\n", count);
  return 0;
}
