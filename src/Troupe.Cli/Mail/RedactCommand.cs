using System.CommandLine;
using Troupe.Core;
using Troupe.Mail;
using Troupe.MailCli;
using Troupe.Shell;

namespace Troupe.Cli.Mail;

/// <summary><c>redact ID</c>: takes the text and the attachments of a message away for good.</summary>
internal static class RedactCommand
{
    public static Command Build(MailDesk desk)
    {
        var reference = MessageArguments.One();
        var reason = new Option<string>("--reason") { Description = "Why; it is kept in the log", HelpName = "TEXT", Required = true };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would be done, and change nothing" };
        var command = new ExampleCommand(
            "redact",
            "Make the text and the attachments of a message unreadable for good; its subject and addresses stay.",
            "jules-mail redact 8c2e4b --reason \"held a password\" --dry-run",
            "jules-mail redact 8c2e4b --reason \"held a password\"") { reference, reason, dryRun };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var by = desk.Persona(arguments);
            var why = arguments.GetValue(reason)!;
            MailRedaction.RequireReason(why);
            var mailboxes = await desk.FoldAsync(cancellationToken);
            var message = MessageLookup.RequireAny(mailboxes, arguments.GetValue(reference)!);
            var redaction = new MailRedaction(TeamHome.Find(desk.Context.WorkingDirectory, desk.Context.Environment), desk.Context.Time);
            var plan = RedactionPlanning.Of(message, mailboxes.Messages, await redaction.RedactedAsync(cancellationToken));
            if (!arguments.GetValue(dryRun))
            {
                plan = await redaction.ApplyAsync(plan, by, why, cancellationToken);
            }

            Report(desk, plan, desk.WantsJson(arguments), arguments.GetValue(dryRun));
            return ExitCodes.Success;
        });
        return command;
    }

    private static void Report(MailDesk desk, RedactionPlan plan, bool json, bool dryRun)
    {
        if (json)
        {
            desk.Terminal.Json(RedactOutput.Of(plan, applied: !dryRun), KeepingOutputJson.Default.RedactOutput);
            return;
        }

        desk.Terminal.Data($"{(dryRun ? "would redact" : "redacted")} {plan.Message.Id}  {Printable.Escape(plan.Message.Subject)}");
        desk.Terminal.Data(plan.Body ? "its text, which is in the log" : "its text, which is a blob");
        foreach (var blob in plan.Deleted)
        {
            desk.Terminal.Data($"{(dryRun ? "would delete" : "deleted")} blob {blob}");
        }

        foreach (var blob in plan.Kept)
        {
            desk.Terminal.Data($"kept blob {blob.Id}: {Plural.Of(blob.Others.Count, "other message")} named it too, redact {string.Join(", ", blob.Others)}");
        }
    }
}
