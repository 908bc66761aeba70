namespace Troupe.EventLog;

/// <summary>Payload and body of a record that a sweep passes.</summary>
public readonly ref struct SweptContent
{
    internal SweptContent(ReadOnlySpan<byte> json, int start)
    {
        var line = json[..^(RecordFormat.TrailerLength + RecordFormat.ChainMemberLength)];
        var member = RecordLayout.FindBody(line);
        PayloadUtf8 = line[start..(member is { } end ? end.Start.Value - RecordLayout.BodyHashLength : line.Length)];
        EscapedBody = member is { } body ? line[body][RecordFormat.BodyMember.Length..^1] : default;
    }

    /// <summary>The caller's own members as they stand in the record.</summary>
    public ReadOnlySpan<byte> PayloadUtf8 { get; }

    public RecordMembers Members => new(PayloadUtf8);

    /// <summary>The body as it stands in the record, still escaped; empty also where there is none.</summary>
    public ReadOnlySpan<byte> EscapedBody { get; }

    /// <summary>Whether somebody made the body unreadable for good.</summary>
    public bool IsRedacted => BlottedLine.IsBlot(EscapedBody);
}
