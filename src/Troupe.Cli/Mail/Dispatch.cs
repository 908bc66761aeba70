using Troupe.Cli.Shell;
using Troupe.Core;
using Troupe.EventLog;
using Troupe.Mail;

namespace Troupe.Cli.Mail;

/// <summary>Sends a draft: into the log; where a session cannot write that, into the outbox, which the engine posts later.</summary>
internal static class Dispatch
{
    /// <param name="attached">Files and links that go with it; a letter in the outbox can have none.</param>
    public static async Task<int> SendAsync(MailDesk desk, Draft draft, IReadOnlyList<string> attached, bool json, CancellationToken cancellationToken)
    {
        // The id is made here, so that a message that reached the log before its failure was noticed is not posted twice.
        var id = RecordId.New(desk.Context.Time);
        try
        {
            var whole = await Attaching.ApplyAsync(desk, attached, draft, cancellationToken);
            var sent = await desk.Office.Postmaster.SendAsync(whole, id, cancellationToken);
            Report(desk, sent, json);
            if (!sent.Duplicate)
            {
                DeliveryStart.After(desk);
            }
        }
        catch (TroupeException failure) when (attached.Count == 0 && OutboxFallback.Applies(failure, desk, out var outbox))
        {
            DraftRules.Require(draft);
            SecretRule.Apply(draft);
            var file = await OutboxFallback.LeaveAsync(desk, outbox, id, OutboxWriter.Write(draft, id), failure, cancellationToken);
            Report(desk, new SendOutput(id.ToString(), Duplicate: false, [id.ToString()], file), json);
        }

        return ExitCodes.Success;
    }

    private static void Report(MailDesk desk, SentMessage sent, bool json)
    {
        if (sent.Duplicate)
        {
            desk.Terminal.Say($"sent before as {sent.Id}; nothing was sent now");
        }

        Report(desk, new SendOutput(sent.Id.ToString(), sent.Duplicate, [.. sent.Copies.Select(copy => copy.ToString())], Outbox: null), json);
    }

    private static void Report(MailDesk desk, SendOutput output, bool json)
    {
        if (json)
        {
            desk.Terminal.Json(output, MailOutputJson.Default.SendOutput);
        }
        else
        {
            desk.Terminal.Data(output.Id);
        }
    }
}
