namespace Troupe.Analytics;

/// <summary>What of a touch a search can be narrowed by before any mailbox is folded.</summary>
internal enum TouchKind
{
    Other,

    /// <summary>It gives the message the tag that is looked for.</summary>
    Tags,

    Trashes,
}
