using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>What became of one outbox file. Closed.</summary>
public abstract record OutboxOutcome
{
    private OutboxOutcome()
    {
    }

    public sealed record Posted(SentMessage Message) : OutboxOutcome;

    public sealed record Marked(MailMark Mark, IReadOnlyList<RecordId> Messages) : OutboxOutcome;

    /// <summary>It went back to its author as mail.</summary>
    public sealed record Returned(string Reason) : OutboxOutcome;
}
