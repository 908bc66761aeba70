namespace Troupe.Mail;

/// <summary>Where a follower began.</summary>
public enum FollowStart
{
    /// <summary>There was no cursor: with what is unread, or with what comes from now on.</summary>
    Begun,

    /// <summary>Where it stopped.</summary>
    Resumed,

    /// <summary>The log does not hold the place of its cursor any more (it was replaced or pruned): with what is unread.</summary>
    CursorLost,
}
