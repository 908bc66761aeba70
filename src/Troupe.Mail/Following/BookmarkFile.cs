using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>
/// A bookmark in a file of its own: <c>{"v":1,"at":"0:1234","id":"…"}</c>. It is derived: where it is missing or makes no sense,
/// its reader begins anew.
/// </summary>
internal sealed class BookmarkFile(string path)
{
    private const int Version = 1;

    public LogBookmark? Read() => PublishedFile.TryRead(path) is { } bytes ? Parse(bytes) : null;

    public void Write(LogBookmark bookmark) => PublishedFile.Write(
        path, new PayloadWriter().Number("v"u8, Version).Text("at"u8, bookmark.At.ToString()).Text("id"u8, bookmark.Id.ToString()).Finish().Span);

    private static LogBookmark? Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var (version, at, id) = (0L, (Position?)null, (RecordId?)null);
            var members = RecordMembers.Of(bytes);
            while (members.MoveNext())
            {
                switch (members.Name)
                {
                    case var name when name.SequenceEqual("v"u8): version = RecordValue.Number(members.Value); break;
                    case var name when name.SequenceEqual("at"u8): at = Position.Parse(RecordValue.Text(members.Value)); break;
                    case var name when name.SequenceEqual("id"u8): id = RecordValue.Id(members.Value); break;
                }
            }

            return version == Version && at is { } place && id is { } record ? new LogBookmark(place, record) : null;
        }
        catch (Exception nonsense) when (nonsense is FormatException or Core.TroupeException)
        {
            return null;
        }
    }
}
