using System.Collections.Immutable;
using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>
/// The memory in a file: <c>{"v":1,"at","id","woken":[{"persona","at"}]}</c>. Where it is missing or makes no sense everything that is
/// unread counts as new.
/// </summary>
internal sealed class WakeMemoryFile(string path)
{
    private const int Version = 1;

    public WakeMemory Read() => PublishedFile.TryRead(path) is { } bytes ? Parse(bytes) : WakeMemory.Empty;

    public void Write(WakeMemory memory) => PublishedFile.Write(path, new PayloadWriter()
        .Number("v"u8, Version)
        .Text("at"u8, memory.Bookmark?.At.ToString())
        .Text("id"u8, memory.Bookmark?.Id.ToString())
        .Objects("woken"u8, memory.Wakes.Select(wake => new PayloadWriter()
            .Text("persona"u8, wake.Persona.Value).Text("at"u8, ReservationCodec.Time(wake.At)).Finish()))
        .Finish().Span);

    private static WakeMemory Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var (version, at, id, wakes) = (0L, (Position?)null, (RecordId?)null, (IReadOnlyList<(PersonaId, DateTimeOffset)>)[]);
            var members = RecordMembers.Of(bytes);
            while (members.MoveNext())
            {
                switch (members.Name)
                {
                    case var name when name.SequenceEqual("v"u8): version = RecordValue.Number(members.Value); break;
                    case var name when name.SequenceEqual("at"u8): at = Position.Parse(RecordValue.Text(members.Value)); break;
                    case var name when name.SequenceEqual("id"u8): id = RecordValue.Id(members.Value); break;
                    case var name when name.SequenceEqual("woken"u8): wakes = PayloadReader.List(members.Value, Woken); break;
                }
            }

            return version != Version ? WakeMemory.Empty
                : new WakeMemory(at is { } place && id is { } record ? new LogBookmark(place, record) : null, [.. wakes]);
        }
        catch (Exception nonsense) when (nonsense is FormatException or TroupeException)
        {
            return WakeMemory.Empty;
        }
    }

    private static (PersonaId Persona, DateTimeOffset At) Woken(ReadOnlySpan<byte> value)
    {
        var (persona, at) = ("", "");
        var members = RecordMembers.Of(value);
        while (members.MoveNext())
        {
            (persona, at) = members.Name.SequenceEqual("persona"u8) ? (RecordValue.Text(members.Value), at) : (persona, RecordValue.Text(members.Value));
        }

        return (PersonaId.Parse(persona), ReservationCodec.ParseTime(at));
    }
}
