using System.Globalization;
using System.Text;
using Troupe.EventLog;

// MailLog FOLDER MESSAGES: a mail log of so many messages, always the same, with a mark for every third. Words are drawn like words are:
// the first of the list often, the last rarely. One message in 100,000 holds "quokka".
var (folder, messages) = (args[0], int.Parse(args[1], CultureInfo.InvariantCulture));
string[] personas = ["bolt", "curator", "lead", "sapper", "scribe", "sentinel", "weaver"];
string[] types = ["note", "note", "note", "question", "conflict", "feedback", "coordination"];
var words = Enumerable.Range(0, 4000).Select(i => "mergetreepatchtestfoldolácafébranchlineshardfile"[(i % 43)..((i % 43) + 2 + (i % 5))] + (char)('a' + (i % 26)) + (i > 400 ? $"{i:x}" : "")).ToArray();
var random = new Random(20260111);
var log = new FileEventLog(folder, TimeProvider.System);
var batch = new List<NewRecord>();
var id = new byte[16];
for (var i = 0; i < messages; i++)
{
    var sent = Id();
    var (from, to) = (Pick(personas), Pick(personas));
    batch.Add(new NewRecord
    {
        Id = sent,
        Kind = "sent",
        Actor = from,
        Payload = Encoding.UTF8.GetBytes($$"""{"from":"{{from}}","to":["{{to}}"],"recipients":["{{to}}"],"subject":"{{Text(5)}} {{i}}","type":"{{Pick(types)}}","priority":"normal"}"""),
        Body = Text(15 + random.Next(40)) + (i % 100_000 == 54_321 ? " a Quokka waits" : ""),
    });
    if (i % 3 == 0)
    {
        var mark = i % 30 == 0 ? "trashed" : "read";
        batch.Add(new NewRecord { Id = Id(), Kind = mark, Actor = to, Payload = Encoding.UTF8.GetBytes($$"""{"message":"{{sent}}","persona":"{{to}}"}""") });
    }

    if (batch.Count > 2000 || i == messages - 1)
    {
        await log.AppendAsync(batch, null, CancellationToken.None);
        batch.Clear();
    }
}

RecordId Id()
{
    random.NextBytes(id);
    (id[6], id[8]) = ((byte)((id[6] & 0x0f) | 0x70), (byte)((id[8] & 0x3f) | 0x80));
    return new RecordId(new Guid(id, bigEndian: true));
}

string Pick(string[] from) => from[random.Next(from.Length)];

string Text(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => words[(int)(words.Length * Math.Pow(random.NextDouble(), 3))]));
