# peers.py FOLDER COUNT: medians, in milliseconds, of what other mailboxes take inside a running process, without its start, in a mailbox
# of COUNT messages: to deliver one more durably, and to list the newest hundred with sender, subject and whether they were read.
import mailbox, os, sqlite3, statistics, sys, time

folder, count = sys.argv[1], int(sys.argv[2])
text = "the patch of this module renames a parser and its tests\n" * 16


def message(number):
    return f"From: persona-{number % 21}\nTo: bolt\nSubject: Message {number}\nMessage-ID: <{number}@team>\n\n{text}"


def median(action, rounds=15):
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        action()
        times.append((time.perf_counter() - start) * 1e3)
    return statistics.median(times)


def report(name, send, inbox, rounds=15):
    print(f"{name:28} send {median(send, rounds):9.2f} ms   inbox {median(inbox, rounds):9.2f} ms", flush=True)


def mh():
    path = os.path.join(folder, "mh")
    mailbox.MH(path)
    for number in range(1, count + 1):
        with open(os.path.join(path, str(number)), "w") as file:
            file.write(message(number))

    def inbox():
        box = mailbox.MH(path)
        unseen = set(box.get_sequences().get("unseen", []))
        newest = [(key in unseen, box[key]) for key in sorted(box.keys())[-100:]]
        return [(one["From"], one["Subject"], new) for new, one in newest]

    # It lists the whole folder for each message, so three rounds must do.
    report("Python mailbox.MH", lambda: mailbox.MH(path).add(message(0)), inbox, rounds=3)


def maildir():
    path = os.path.join(folder, "maildir")
    mailbox.Maildir(path)
    for number in range(count):
        with open(os.path.join(path, "cur", f"{1768000000 + number}.M1P1.team:2,S"), "w") as file:
            file.write(message(number))

    def inbox():
        box = mailbox.Maildir(path)
        newest = [box[key] for key in sorted(box.keys())[-100:]]
        return [(one["From"], one["Subject"], "S" in one.get_flags()) for one in newest]

    report("Python mailbox.Maildir", lambda: mailbox.Maildir(path).add(message(0)), inbox)


def sqlite():
    path = os.path.join(folder, "mail.sqlite")

    def connect():
        connection = sqlite3.connect(path)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        return connection

    connection = connect()
    connection.execute("CREATE TABLE mail (id INTEGER PRIMARY KEY, owner TEXT, sender TEXT, subject TEXT, body TEXT, read INTEGER)")
    connection.execute("CREATE INDEX owners ON mail (owner, id)")
    rows = (("bolt", f"persona-{n % 21}", f"Message {n}", text, 1) for n in range(count))
    connection.executemany("INSERT INTO mail (owner, sender, subject, body, read) VALUES (?, ?, ?, ?, ?)", rows)
    connection.commit()
    connection.close()

    def send():
        with connect() as one:
            one.execute("INSERT INTO mail (owner, sender, subject, body, read) VALUES ('bolt', 'curator', 'Test', 'Hello', 0)")

    def inbox():
        return connect().execute("SELECT sender, subject, read FROM mail WHERE owner = 'bolt' ORDER BY id DESC LIMIT 100").fetchall()

    report("SQLite (WAL, FULL)", send, inbox)


mh()
maildir()
sqlite()
