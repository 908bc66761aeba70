using System.CommandLine;
using Troupe.Core;
using Troupe.Interchange;
using Troupe.Mail;
using Troupe.MailCli;
using Troupe.Shell;

namespace Troupe.Cli.Mail;

/// <summary><c>import</c>: messages from files, ours or anybody's. All of them, or none.</summary>
internal static class ImportCommand
{
    public static Command Build(MailDesk desk)
    {
        var format = FormatOption.Create();
        var to = new Option<string?>("--to") { Description = "Everything goes to this mailbox alone", HelpName = "ID" };
        var map = new Option<string[]>("--map") { Description = "Who somebody is here: OLD=PERSONA, '*=PERSONA' for everybody who is unknown", HelpName = "OLD=ID" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Check everything and change nothing" };
        var skip = new Option<bool>("--skip-broken") { Description = "Leave out what cannot be imported (exit code 1), instead of importing nothing" };
        var path = new Argument<string>("PATH") { Description = "The file or folder to import" };
        var command = new ExampleCommand(
            "import",
            "Take messages from files into the log. What is here already stays once.",
            "jules-mail import --format maildir ~/team-mail --dry-run",
            "jules-mail import --format mbox list.mbox --to lead --map 'ann@example.org=curator' --map '*=lead'") { format, to, map, dryRun, skip, path };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var request = new ImportRequest(InterchangeFormats.Parse(arguments.GetValue(format)!), desk.PathOf(arguments.GetValue(path)!))
            {
                To = arguments.GetValue(to) is { } persona ? Mailbox(persona) : null,
                Map = arguments.GetValue(map) ?? [],
                DryRun = arguments.GetValue(dryRun),
                SkipBroken = arguments.GetValue(skip),
            };
            var outcome = await MailImporter.Open(desk.Home, desk.Context.Time)
                .RunAsync(request, new ProgressLine(desk.Terminal, desk.Context.Time), cancellationToken);
            return outcome switch
            {
                ImportOutcome.Done done => Report(desk, request, done, desk.WantsJson(arguments)),
                ImportOutcome.Refused refused => throw ImportRefusal.Of(refused),
                _ => throw new InvalidOperationException($"An import ended in an unknown way: {outcome.GetType()}."),
            };
        });
        return command;
    }

    private static PersonaId Mailbox(string text) => Address.Parse(text) is { IsGroup: false } address
        ? address.Name
        : throw new TroupeException(ErrorCode.InvalidArgument, $"'{Printable.Escape(text)}' is a group: --to takes one mailbox.");

    private static int Report(MailDesk desk, ImportRequest request, ImportOutcome.Done done, bool json)
    {
        foreach (var flaw in done.Skipped)
        {
            desk.Terminal.Say($"left out: {ImportRefusal.Line(flaw)}");
        }

        var output = new ImportOutput(request.Format.Name(), request.Path, request.DryRun, done.Found, done.Imported, done.Present, done.Skipped);
        desk.Terminal.Answer(json, output, InterchangeOutputJson.Default.ImportOutput, () => [Line(output)]);
        return done.Skipped.Count == 0 ? ExitCodes.Success : ExitCodes.Incomplete;
    }

    private static string Line(ImportOutput output)
    {
        var present = output.Present == 0 ? "" : $", {output.Present:N0} here before";
        var skipped = output.Skipped.Count == 0 ? "" : $", {output.Skipped.Count:N0} left out";
        return $"{Plural.Of(output.Imported, "message")} {(output.DryRun ? "would be imported" : "imported")} from {Printable.Escape(output.Path)}{present}{skipped}";
    }
}
