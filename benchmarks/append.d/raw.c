// The peer: lock, write one record, unlock, fdatasync, COUNT times. raw FILE LOCKFILE COUNT
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

int main(int argc, char **argv) {
  char record[420];
  if (argc < 4) return 2;
  int log = open(argv[1], O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  int lock = open(argv[2], O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (log < 0 || lock < 0) return 1;
  memset(record, 'x', sizeof record);
  record[sizeof record - 1] = '\n';
  for (int i = atoi(argv[3]); i > 0; i--) {
    if (flock(lock, LOCK_EX) || write(log, record, sizeof record) != sizeof record || flock(lock, LOCK_UN) || fdatasync(log)) return 1;
  }
  return 0;
}
