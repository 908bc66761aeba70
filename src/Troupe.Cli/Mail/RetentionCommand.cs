using System.CommandLine;
using System.Globalization;
using Troupe.Core;
using Troupe.Engine;
using Troupe.EventLog;
using Troupe.Mail;
using Troupe.MailCli;
using Troupe.Shell;

namespace Troupe.Cli.Mail;

/// <summary><c>retention</c>: drops the texts and attachments of old mail that everybody is done with.</summary>
internal static class RetentionCommand
{
    public static Command Build(MailDesk desk)
    {
        var olderThan = new Option<string?>("--older-than") { Description = "How old, in days. Default: [mail] retention", HelpName = "180d" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would be dropped, and change nothing: what it does without --apply" };
        var apply = new Option<bool>("--apply") { Description = "Drop it, for good" };
        var departed = new Option<bool>("--departed") { Description = "Drop also what only personas have not read who are not in the team any more" };
        var command = new ExampleCommand(
            "retention",
            "Drop the texts and attachments of old conversations that everybody has read and acknowledged; subjects stay.",
            "jules-mail retention --older-than 180d",
            "jules-mail retention --older-than 180d --departed",
            "jules-mail retention --older-than 180d --apply") { olderThan, departed, dryRun, apply };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var by = desk.Persona(arguments);
            if (arguments.GetValue(dryRun) && arguments.GetValue(apply))
            {
                throw new TroupeException(ErrorCode.InvalidArgument, "--dry-run changes nothing and --apply does: give one of them.");
            }

            var before = await LimitAsync(desk, AgeOf(desk, arguments.GetValue(olderThan)), cancellationToken);
            var retention = new MailRetention(desk.Home, desk.Context.Time) { DropsUnreadOfDeparted = arguments.GetValue(departed) };
            var applied = arguments.GetValue(apply);
            var plan = applied
                ? await retention.ApplyAsync(by, before, cancellationToken)
                : await retention.PlanAsync(before, cancellationToken);
            Report(desk, plan, desk.WantsJson(arguments), applied);
            if (!desk.WantsJson(arguments))
            {
                ReportDeparted(desk, plan, dropped: arguments.GetValue(departed));
            }

            return ExitCodes.Success;
        });
        return command;
    }

    private static TimeSpan AgeOf(MailDesk desk, string? given)
    {
        if (given is not null)
        {
            return SettingAge.TryParse(given, out var age)
                ? age
                : throw new TroupeException(ErrorCode.InvalidArgument, $"'{Printable.Escape(given)}' is no age: write a number of days, at least one, for example 180d.");
        }

        return desk.Office.Settings().Retention ?? throw new TroupeException(
            ErrorCode.InvalidArgument, "How old? Say so with --older-than 180d, or set retention in [mail] of .team/troupe.toml.");
    }

    /// <summary>What was sent in a sprint that has not ended is kept: its sessions may be shown it again.</summary>
    private static async Task<DateTimeOffset> LimitAsync(MailDesk desk, TimeSpan age, CancellationToken cancellationToken)
    {
        var before = desk.Context.Time.GetUtcNow() - age;
        var ledger = new SprintLedger(new FileEventLog(desk.Home.SprintsFolder, desk.Context.Time));
        await ledger.RefreshAsync(cancellationToken);
        return ledger.Latest is { Ended: null, Start.At: var began } && began < before ? began : before;
    }

    private static void ReportDeparted(MailDesk desk, RetentionPlan plan, bool dropped)
    {
        foreach (var (persona, messages) in plan.UnreadByDeparted)
        {
            desk.Terminal.Data($"{Plural.Of(messages, "message")} from before then: unread by {persona} alone, who is not in the team any more{(dropped ? "" : "; --departed drops that too")}");
        }
    }

    private static void Report(MailDesk desk, RetentionPlan plan, bool json, bool applied)
    {
        if (json)
        {
            desk.Terminal.Json(RetentionOutput.Of(plan, applied), KeepingOutputJson.Default.RetentionOutput);
            return;
        }

        var day = plan.Before.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
        desk.Terminal.Data(string.Create(
            CultureInfo.InvariantCulture,
            $"{(applied ? "dropped" : "would drop")} what {Plural.Of(plan.Messages, "message")} from before {day} said: {Plural.Of(plan.TextBytes, "byte")} of text in the log, {Plural.Of(plan.Blobs.Count, "blob")} of {Plural.Of(plan.BlobBytes, "byte")}"));
        desk.Terminal.Data($"kept {Plural.Of(plan.Kept, "message")} from before then: unread or unacknowledged by somebody, or in a conversation that has such a message or a younger one");
    }
}
