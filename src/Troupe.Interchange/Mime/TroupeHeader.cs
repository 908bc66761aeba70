namespace Troupe.Interchange;

/// <summary>The headers that hold what a message here has and mail elsewhere has not. Names are only ever added.</summary>
internal static class TroupeHeader
{
    /// <summary>The first of them; without it the others are not believed.</summary>
    public const string Version = "X-Troupe-Version";
    public const string CurrentVersion = "1";

    public const string Type = "X-Troupe-Type";
    public const string Priority = "X-Troupe-Priority";
    public const string AckRequired = "X-Troupe-Ack-Required";
    public const string Tags = "X-Troupe-Tags";
    public const string Recipients = "X-Troupe-Recipients";
    public const string Thread = "X-Troupe-Thread";
    public const string Hops = "X-Troupe-Hops";
    public const string SentAt = "X-Troupe-Sent-At";
    public const string DedupKey = "X-Troupe-Dedup-Key";
    public const string Supersedes = "X-Troupe-Supersedes";
    public const string Attested = "X-Troupe-Attested";

    /// <summary>Who sent it before it was imported, where that was nobody of the team.</summary>
    public const string ImportedSender = "X-Troupe-Imported-Sender";

    /// <summary>Where the message stood in the log that it was exported from.</summary>
    public const string Position = "X-Troupe-Position";

    /// <summary>The subject, where the usual header would not give it back exactly.</summary>
    public const string Subject = "X-Troupe-Subject";

    /// <summary>One for each mailbox: its owner, then what became of the message there.</summary>
    public const string State = "X-Troupe-State";

    /// <summary>In a part: the attachment's media type, where that of the part is not the same.</summary>
    public const string MediaType = "X-Troupe-Media-Type";

    /// <summary>In a part: the attachment's name, where the usual parameter would not give it back exactly.</summary>
    public const string Name = "X-Troupe-Name";
}
