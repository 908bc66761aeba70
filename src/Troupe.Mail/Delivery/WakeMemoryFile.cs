using System.Collections.Immutable;
using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>
/// The memory in a file: <c>{"v":1,"at","id","due":[{"persona","first"}],"woken":[{"persona","at"}]}</c>.
/// </summary>
internal sealed class WakeMemoryFile(string path)
{
    private const int Version = 1;

    /// <summary>Null where it is missing or makes no sense.</summary>
    public WakeMemory? TryRead() => PublishedFile.TryRead(path) is { } bytes ? Parse(bytes) : null;

    public void Write(WakeMemory memory) => PublishedFile.Write(path, new PayloadWriter()
        .Number("v"u8, Version)
        .Text("at"u8, memory.Bookmark?.At.ToString())
        .Text("id"u8, memory.Bookmark?.Id.ToString())
        .Objects("due"u8, memory.Due.Select(due => new PayloadWriter()
            .Text("persona"u8, due.Persona.Value).Text("first"u8, due.First.ToString()).Finish()))
        .Objects("woken"u8, memory.Wakes.Select(wake => new PayloadWriter()
            .Text("persona"u8, wake.Persona.Value).Text("at"u8, UtcText.Write(wake.At)).Finish()))
        .Finish().Span);

    private static WakeMemory? Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var (version, at, id) = (0L, (Position?)null, (RecordId?)null);
            var (due, wakes) = ((IReadOnlyList<DueMail>)[], (IReadOnlyList<(PersonaId, DateTimeOffset)>)[]);
            var members = RecordMembers.Of(bytes);
            while (members.MoveNext())
            {
                switch (members.Name)
                {
                    case var name when name.SequenceEqual("v"u8): version = RecordValue.Number(members.Value); break;
                    case var name when name.SequenceEqual("at"u8): at = Position.Parse(RecordValue.Text(members.Value)); break;
                    case var name when name.SequenceEqual("id"u8): id = RecordValue.Id(members.Value); break;
                    case var name when name.SequenceEqual("due"u8): due = PayloadReader.List(members.Value, Due); break;
                    case var name when name.SequenceEqual("woken"u8): wakes = PayloadReader.List(members.Value, Woken); break;
                }
            }

            return version != Version ? null
                : new WakeMemory(at is { } place && id is { } record ? new LogBookmark(place, record) : null, [.. due], [.. wakes]);
        }
        catch (Exception nonsense) when (nonsense is FormatException or TroupeException)
        {
            return null;
        }
    }

    private static DueMail Due(ReadOnlySpan<byte> value)
    {
        var (persona, first) = Pair(value);
        return new DueMail(PersonaId.Parse(persona), RecordId.Parse(first));
    }

    private static (PersonaId Persona, DateTimeOffset At) Woken(ReadOnlySpan<byte> value)
    {
        var (persona, at) = Pair(value);
        return (PersonaId.Parse(persona), UtcText.Parse(at));
    }

    /// <summary>The persona, and the one other member.</summary>
    private static (string Persona, string Other) Pair(ReadOnlySpan<byte> value)
    {
        var (persona, other) = ("", "");
        var members = RecordMembers.Of(value);
        while (members.MoveNext())
        {
            (persona, other) = members.Name.SequenceEqual("persona"u8) ? (RecordValue.Text(members.Value), other) : (persona, RecordValue.Text(members.Value));
        }

        return (persona, other);
    }
}
