namespace Troupe.Interchange;

/// <summary>The writer of each format.</summary>
internal static class LetterWriters
{
    public static ILetterWriter Create(InterchangeFormat format, string folder) => format switch
    {
        InterchangeFormat.Maildir => new MaildirWriter(folder),
        InterchangeFormat.Mbox => new MboxWriter(folder),
        InterchangeFormat.Eml => new EmlWriter(folder),
        InterchangeFormat.Jsonl => new LinesWriter(folder, JsonLetter.FileName, JsonLetter.Sign, letter => [JsonLetterCodec.Encode(letter)]),
        InterchangeFormat.V0 => new LinesWriter(folder, V0Event.FileName, V0Event.Sign, V0Events.Lines),
        _ => throw new InvalidOperationException($"A format without a writer: {format}."),
    };
}
