namespace Troupe.Mail;

/// <summary>What a message is for. Closed; persisted by the names in <see cref="MessageTypes"/>, which never change.</summary>
public enum MessageType
{
    Note,
    Question,

    /// <summary>The Weaver's report that a patch collides with what has landed.</summary>
    Conflict,

    /// <summary>The patch was malformed, broke a rule or made verification fail.</summary>
    Rejection,

    /// <summary>A request to do the work again on a newer tip.</summary>
    Rework,

    Feedback,
    Coordination,
    System,
}
