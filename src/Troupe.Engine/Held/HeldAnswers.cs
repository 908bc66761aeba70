using Troupe.Core;
using Troupe.Sprints;

namespace Troupe.Engine;

/// <summary>
/// The lead's answers to held patches. Like <see cref="LeadOrders"/> they are events, from any process: a sprint that runs sees them at
/// its next look, one that does not when it goes on.
/// </summary>
public sealed class HeldAnswers(Workplace workplace, SprintLedger ledger)
{
    /// <summary>The patch takes part in the next weave of its sprint; only this one, not what its persona makes of it later.</summary>
    /// <returns>False: that was said already.</returns>
    /// <exception cref="TroupeException"><see cref="ErrorCode.InvalidArgument"/>: it does not wait for an answer.</exception>
    public async Task<bool> AckAsync(HeldChoice choice, string by, string? reason, CancellationToken cancellationToken)
    {
        if (choice.Standing is HeldStanding.Acked or HeldStanding.Landed)
        {
            return false;
        }

        RequireWaiting(choice);
        await ledger.AppendAsync(
            [new PatchAcked { Sprint = choice.Sprint.Number, At = Now, Session = choice.Held.Event.Session, Patch = choice.Held.Patch, By = Fit(by), Reason = reason is null ? null : Fit(reason) }],
            cancellationToken);
        return true;
    }

    /// <summary>Its persona gets mail with the reason, and runs again while attempts are left and the sprint goes on.</summary>
    /// <returns>False: that was said already.</returns>
    /// <exception cref="TroupeException"><see cref="ErrorCode.InvalidArgument"/>: it does not wait for an answer.</exception>
    public async Task<bool> RejectAsync(HeldChoice choice, string by, string reason, CancellationToken cancellationToken)
    {
        var isNew = choice.Standing != HeldStanding.Rejected;
        var declined = isNew ? Declined(choice, by, reason) : (PatchDeclined)choice.Held.Answer!;
        if (isNew)
        {
            RequireWaiting(choice);
            await ledger.AppendAsync([declined], cancellationToken);
        }

        if (!choice.SprintGoesOn)
        {
            await TellAsync(choice, declined, cancellationToken);
        }

        return isNew;
    }

    private DateTimeOffset Now => workplace.Time.GetUtcNow();

    private PatchDeclined Declined(HeldChoice choice, string by, string reason) => new()
    {
        Sprint = choice.Sprint.Number, At = Now, Session = choice.Held.Event.Session, Patch = choice.Held.Patch, By = Fit(by), Reason = Fit(reason),
    };

    private static string Fit(string text) => EventBounds.Fit(text);

    /// <summary>Nobody runs that sprint any more who could; the letter is one, however often it is posted.</summary>
    private async Task TellAsync(HeldChoice choice, PatchDeclined declined, CancellationToken cancellationToken)
    {
        var report = new SendReport
        {
            Key = $"report:{declined.Session.Persona}:{declined.Patch}:declined",
            Session = declined.Session,
            About = declined.AsRejection(),
            AttemptsLeft = 0,
        };
        if (!ledger.Require(choice.Sprint.Number).Done.Contains(report.Key))
        {
            await ledger.AppendAsync(await new ReportSender(workplace).PerformAsync(choice.Sprint, report, cancellationToken), cancellationToken);
        }
    }

    private static void RequireWaiting(HeldChoice choice)
    {
        if (choice.Standing != HeldStanding.Waiting)
        {
            throw new TroupeException(
                ErrorCode.InvalidArgument,
                $"The patch {choice.Held.Patch.Value[..HeldReport.ShortId]} of {choice.Held.Event.Session.Persona} does not wait for an answer: {Why(choice)}.");
        }
    }

    private static string Why(HeldChoice choice) => (choice.Standing, choice.Held.Answer) switch
    {
        (_, PatchDeclined declined) => $"{Printable.Escape(declined.By)} rejected it ({Printable.Escape(declined.Reason)})",
        (HeldStanding.Landed, _) => "it has landed",
        (_, PatchAcked acked) => $"{Printable.Escape(acked.By)} agreed to it",
        _ => $"its persona has run again since, see 'troupe sprint show {choice.Sprint.Number}'",
    };
}
