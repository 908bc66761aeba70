using System.Text;

namespace Troupe.EventLog.Tests;

/// <summary>Keeps of every swept record what tests compare with the reader's.</summary>
internal sealed class SweptIds : ISweeper
{
    public List<(RecordId Id, Position At, string Kind, string Payload, bool HasBody, bool IsRedacted)> Records { get; } = [];

    public static List<(RecordId Id, Position At, string Kind, string Payload, bool HasBody, bool IsRedacted)> Of(LogSweep sweep)
    {
        var swept = new SweptIds();
        for (var segment = 0; segment < sweep.Segments; segment++)
        {
            sweep.Sweep(segment, swept);
        }

        return swept.Records;
    }

    public void Take(in SweptRecord record) => Records.Add((
        record.Id, record.Position, Encoding.UTF8.GetString(record.KindUtf8), Encoding.UTF8.GetString(record.Open().PayloadUtf8),
        !record.Open().EscapedBody.IsEmpty, record.Open().IsRedacted));
}
