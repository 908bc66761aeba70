using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>Where something went that was to be written to the log. Closed.</summary>
/// <typeparam name="T">What the log makes of it.</typeparam>
public abstract record Written<T>
{
    private Written()
    {
    }

    public sealed record ToLog(T Outcome) : Written<T>;

    /// <summary>The log could not be written; the engine posts this when the session has ended.</summary>
    /// <param name="Id">The message that it will be, or the name of the file where it is none.</param>
    /// <param name="Obstacle">Why it lies there.</param>
    public sealed record ToOutbox(RecordId Id, string File, TroupeException Obstacle) : Written<T>;
}
