using System.CommandLine;
using System.Globalization;
using Troupe.Core;
using Troupe.Interchange;
using Troupe.Mail;
using Troupe.MailCli;
using Troupe.Shell;

namespace Troupe.Cli.Mail;

/// <summary><c>export</c>: messages as files that other programs read.</summary>
internal static class ExportCommand
{
    public static Command Build(MailDesk desk)
    {
        var format = FormatOption.Create();
        var since = new Option<string?>("--since") { Description = "Only what was sent then or later: a date such as 2026-01-11, or a time ago such as 90m, 12h, 7d", HelpName = "WHEN" };
        var thread = new Option<string?>("--thread") { Description = "Only the conversation that this message belongs to", HelpName = "ID" };
        var folder = new Argument<string>("DIR") { Description = "Where the files go. Exporting to it again brings it up to date" };
        var command = new ExampleCommand(
            "export",
            "Write messages to files that other programs read. Exit code 1: the content of an attachment is lost, or the log is damaged; the rest was written.",
            "jules-mail export --format maildir ~/team-mail",
            "jules-mail export --format jsonl backup --persona curator --since 7d") { format, since, thread, folder };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var request = new ExportRequest(InterchangeFormats.Parse(arguments.GetValue(format)!), desk.PathOf(arguments.GetValue(folder)!))
            {
                Persona = arguments.GetResult(desk.PersonaOption) is null ? null : desk.Persona(arguments),
                Since = arguments.GetValue(since) is { } when ? Moment(when, desk.Context.Time) : null,
                Thread = arguments.GetValue(thread),
            };
            var progress = new ProgressLine(desk.Terminal, desk.Context.Time);
            var report = await MailExport.Open(desk.Home, desk.Context.Time).RunAsync(request, progress, cancellationToken);
            foreach (var warning in report.Warnings)
            {
                desk.Terminal.Say($"warning: {Printable.Escape(warning)}");
            }

            var output = new ExportOutput(request.Format.Name(), request.Folder, report.Messages, report.Files, report.Unchanged, report.Warnings);
            desk.Terminal.Answer(desk.WantsJson(arguments), output, InterchangeOutputJson.Default.ExportOutput, () => [Line(output)]);
            return report.Warnings.Count == 0 ? ExitCodes.Success : ExitCodes.Incomplete;
        });
        return command;
    }

    private static string Line(ExportOutput output)
    {
        var unchanged = output.Unchanged == 0 ? "" : $", {Plural.Of(output.Unchanged, "file")} there before";
        return $"{Plural.Of(output.Messages, "message")} exported as {output.Format} to {Printable.Escape(output.Folder)}: {Plural.Of(output.Files, "file")} written{unchanged}";
    }

    private static DateTimeOffset Moment(string text, TimeProvider time)
    {
        if (text.Length > 1 && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && Unit(text[^1]) is { } unit && number * unit.TotalDays < 36_500)
        {
            return time.GetUtcNow() - (number * unit);
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : throw new TroupeException(
                ErrorCode.InvalidArgument, $"--since '{Printable.Escape(text)}' is no moment: write a date such as 2026-01-11 (UTC), or a time ago such as 90m, 12h, 7d.");
    }

    private static TimeSpan? Unit(char letter) => letter switch
    {
        'm' => TimeSpan.FromMinutes(1),
        'h' => TimeSpan.FromHours(1),
        'd' => TimeSpan.FromDays(1),
        'w' => TimeSpan.FromDays(7),
        _ => null,
    };
}
