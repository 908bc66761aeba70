using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>
/// The board as it was at a bookmark, so that nobody folds a long log for it: <c>{"v":1,"at","id","held":[…]}</c>. Derived: it can be
/// deleted, and is not trusted where the log does not have that record at that place.
/// </summary>
internal sealed record ReservationCheckpoint(LogBookmark Bookmark, ReservationBoard Board)
{
    private const int Version = 1;

    public static ReservationCheckpoint? Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var (version, at, id, held) = (0L, (Position?)null, (RecordId?)null, (IReadOnlyList<Reservation>)[]);
            var members = RecordMembers.Of(bytes);
            while (members.MoveNext())
            {
                switch (members.Name)
                {
                    case var name when name.SequenceEqual("v"u8): version = RecordValue.Number(members.Value); break;
                    case var name when name.SequenceEqual("at"u8): at = Position.Parse(RecordValue.Text(members.Value)); break;
                    case var name when name.SequenceEqual("id"u8): id = RecordValue.Id(members.Value); break;
                    case var name when name.SequenceEqual("held"u8): held = PayloadReader.List(members.Value, Read); break;
                }
            }

            return version == Version && at is { } place && id is { } record
                ? new ReservationCheckpoint(new LogBookmark(place, record), ReservationBoard.Of(held))
                : null;
        }
        catch (Exception nonsense) when (nonsense is FormatException or TroupeException)
        {
            return null;
        }
    }

    public ReadOnlyMemory<byte> ToBytes() => new PayloadWriter()
        .Number("v"u8, Version)
        .Text("at"u8, Bookmark.At.ToString())
        .Text("id"u8, Bookmark.Id.ToString())
        .Objects("held"u8, Board.All.Select(Write))
        .Finish();

    private static ReadOnlyMemory<byte> Write(Reservation one) => new PayloadWriter()
        .Text("persona"u8, one.Persona.Value)
        .Text("path"u8, one.Pattern.Text)
        .Text("from"u8, UtcText.Write(one.From))
        .Text("until"u8, UtcText.Write(one.Until))
        .Text("reason"u8, one.Reason)
        .Finish();

    private static Reservation Read(ReadOnlySpan<byte> value)
    {
        var (persona, path, from, until, reason) = ("", "", "", "", (string?)null);
        var members = RecordMembers.Of(value);
        while (members.MoveNext())
        {
            var text = RecordValue.Text(members.Value);
            switch (members.Name)
            {
                case var name when name.SequenceEqual("persona"u8): persona = text; break;
                case var name when name.SequenceEqual("path"u8): path = text; break;
                case var name when name.SequenceEqual("from"u8): from = text; break;
                case var name when name.SequenceEqual("until"u8): until = text; break;
                case var name when name.SequenceEqual("reason"u8): reason = text; break;
            }
        }

        return new Reservation(PersonaId.Parse(persona), PathPattern.Parse(path), UtcText.Parse(from), UtcText.Parse(until), reason);
    }
}
