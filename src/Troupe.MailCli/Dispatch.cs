using System.CommandLine;
using Troupe.EventLog;
using Troupe.Mail;
using Troupe.Shell;

namespace Troupe.MailCli;

/// <summary>Sends a draft: into the log; where a session cannot write that, into the outbox, which the engine posts later.</summary>
internal static class Dispatch
{
    /// <param name="attached">Files and links that go with it; a letter in the outbox can have none.</param>
    public static async Task<int> SendAsync(MailDesk desk, Draft draft, IReadOnlyList<string> attached, ParseResult arguments, CancellationToken cancellationToken)
    {
        var json = desk.WantsJson(arguments);
        var outgoing = attached.Count == 0 ? desk.Outgoing(arguments) : new OutgoingMail(outbox: null, desk.Context.Time);
        var written = await outgoing.SendAsync(draft, SendAsync, cancellationToken);
        switch (written)
        {
            case Written<SentMessage>.ToLog(var sent):
                Report(desk, sent, json);
                if (!sent.Duplicate)
                {
                    DeliveryStart.After(desk);
                }

                return ExitCodes.Success;
            case Written<SentMessage>.ToOutbox left:
                OutboxFallback.Say(desk, left, outgoing.Claimed);
                Report(desk, new SendOutput(left.Id.ToString(), Duplicate: false, [left.Id.ToString()], left.File), json);
                return ExitCodes.Success;
            default:
                throw new InvalidOperationException($"Mail went an unknown way: {written.GetType()}.");
        }

        async Task<SentMessage> SendAsync(RecordId id)
        {
            var whole = await Attaching.ApplyAsync(desk, attached, draft, cancellationToken);
            return await desk.Office.Postmaster.SendAsync(whole, id, cancellationToken);
        }
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
