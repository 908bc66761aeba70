using System.CommandLine;
using Troupe.Core;
using Troupe.Mail;
using Troupe.Shell;

namespace Troupe.MailCli;

/// <summary>
/// <c>check</c>: one line for each unread message and for what others have reserved, for hooks and prompts; nothing at all when there
/// is neither. <c>--inject</c> says it in a form that is safe to put before a model.
/// </summary>
internal static class CheckCommand
{
    public static Command Build(MailDesk desk)
    {
        var inject = new Option<bool>("--inject") { Description = "For a model to read: id, sender and subject, escaped, within a fence that cannot be foreseen" };
        var hook = new Option<string?>("--hook") { Description = "With --inject, in the form that the hooks of this agent take: claude, codex or gemini: what the conversation that it names on standard input was not told yet. Never fails", HelpName = "AGENT" };
        var command = new ExampleCommand(
            "check", "One line for each unread message and for what others have reserved; silent when there is neither.", "jules-mail check --persona curator", "jules-mail check --inject --hook claude") { inject, hook };
        command.Validators.Add(result =>
        {
            if (result.GetValue(hook) is not null && !result.GetValue(inject))
            {
                result.AddError("--hook belongs to --inject.");
            }
        });
        command.SetAction((arguments, cancellationToken) => arguments.GetValue(hook) is { } agent
            ? HookCheck.RunAsync(desk, arguments, AgentHook.Parse(agent), cancellationToken)
            : RunAsync(desk, arguments, arguments.GetValue(inject), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(MailDesk desk, ParseResult arguments, bool inject, CancellationToken cancellationToken)
    {
        var news = await MailNews.ReadAsync(desk, arguments, cancellationToken);
        if (inject)
        {
            if (!news.IsEmpty)
            {
                desk.Terminal.Data(news.Injected());
            }
        }
        else if (desk.WantsJson(arguments))
        {
            desk.Terminal.Json(
                new CheckOutput(
                    news.Persona.Value, [.. news.Unread.Select(entry => MessageOutput.Of(entry))], desk.DamagedPlaces,
                    news.Held.Count == 0 ? null : [.. news.Held.Select(ReservationOutput.Of)]),
                MailOutputJson.Default.CheckOutput);
        }
        else if (!news.IsEmpty)
        {
            var ids = new ShortIds(news.Mailboxes);
            desk.Terminal.Data(string.Join('\n', [.. news.Unread.Select(entry => Line(entry.Message, ids)), .. news.Held.Select(one => $"reserved by {ReservationOutput.Words(one)}")]));
        }

        return ExitCodes.Success;
    }

    private static string Line(Message message, ShortIds ids) =>
        $"{ids.Of(message)} {message.Type.Name()} from {message.From}: {Printable.Escape(message.Subject)}";
}
