using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>
/// Tell a persona, by mail, why its patch did not land. Outcome: <see cref="MailPosted"/>. The mail log knows the key:
/// the message is sent once.
/// </summary>
public sealed record SendReport : SprintCommand
{
    public required SessionId Session { get; init; }

    /// <summary>What is to be reported: a <see cref="PatchConflicted"/> or a <see cref="PatchRejected"/>.</summary>
    public required SprintEvent About { get; init; }

    public required int AttemptsLeft { get; init; }

    public override string Name => CommandNames.SendMail;
}
