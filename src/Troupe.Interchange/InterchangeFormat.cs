namespace Troupe.Interchange;

/// <summary>The forms in which mail leaves and enters (docs/specs/mail-interchange.md).</summary>
public enum InterchangeFormat
{
    Maildir,
    Mbox,
    Eml,

    /// <summary>One JSON object for each message: the one form that holds everything.</summary>
    Jsonl,

    /// <summary>The older vocabulary: one JSON object for each event.</summary>
    V0,
}
