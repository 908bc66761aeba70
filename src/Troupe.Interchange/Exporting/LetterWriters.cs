namespace Troupe.Interchange;

/// <summary>The writer of each format.</summary>
internal static class LetterWriters
{
    public static ILetterWriter Create(InterchangeFormat format, string folder) => format switch
    {
        InterchangeFormat.Maildir => new MaildirWriter(folder),
        InterchangeFormat.Mbox => new MboxWriter(folder),
        InterchangeFormat.Eml => new EmlWriter(folder),
        InterchangeFormat.Jsonl => new JsonlWriter(folder),
        InterchangeFormat.V0 => new V0Writer(folder),
        _ => throw new InvalidOperationException($"A format without a writer: {format}."),
    };
}
