"""The other peer: SQLite in WAL mode with synchronous=FULL, one transaction per record, for SECONDS; prints how often.
sqlite.py FILE SECONDS"""
import sqlite3
import sys
import time

database = sqlite3.connect(sys.argv[1], timeout=60, isolation_level=None)
database.execute("PRAGMA journal_mode=WAL")
database.execute("PRAGMA synchronous=FULL")
database.execute("CREATE TABLE IF NOT EXISTS records (place INTEGER PRIMARY KEY, line TEXT)")
end = time.monotonic() + float(sys.argv[2])
count = 0
while time.monotonic() < end:
    database.execute("INSERT INTO records (line) VALUES (?)", ("x" * (353 + count % 7 * 400),))
    count += 1
print(count)
