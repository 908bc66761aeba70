namespace Troupe.Mail;

/// <summary>What becomes of a text that looks as if it held a secret.</summary>
public enum SecretHandling
{
    /// <summary>It is not sent, and its sender is told where the secret is.</summary>
    Refuse,

    /// <summary>It is sent without the secret. For the engine's own reports, which quote what others wrote and must arrive.</summary>
    Redact,

    /// <summary>It is sent as it is: somebody has looked at it.</summary>
    Allow,
}
