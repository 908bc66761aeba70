namespace Troupe.Sprints;

/// <summary>Where a patch stands that was held for a human.</summary>
public enum HeldStanding
{
    /// <summary>Nobody has answered.</summary>
    Waiting,

    /// <summary>The lead agreed; it has not been woven since.</summary>
    Acked,

    /// <summary>The lead agreed, and it landed.</summary>
    Landed,

    /// <summary>The lead did not agree.</summary>
    Rejected,

    /// <summary>It has another outcome by now, or its persona has run again.</summary>
    Settled,
}
