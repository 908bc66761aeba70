using System.CommandLine;
using System.Security.Cryptography;
using Troupe.Cli.Shell;
using Troupe.Core;
using Troupe.Mail;

namespace Troupe.Cli.Mail;

/// <summary>
/// <c>check</c>: one line for each unread message and for what others have reserved, for hooks and prompts; nothing at all when there
/// is neither. <c>--inject</c> says it in a form that is safe to put before a model.
/// </summary>
internal static class CheckCommand
{
    private const int NonceLength = 8;

    public static Command Build(MailDesk desk)
    {
        var inject = new Option<bool>("--inject") { Description = "For a model to read: id, sender and subject, escaped, within a fence that cannot be foreseen" };
        var hook = new Option<string?>("--hook") { Description = "With --inject, in the form that the hooks of this agent take: claude, codex or gemini. Never fails", HelpName = "AGENT" };
        var command = new ExampleCommand(
            "check", "One line for each unread message and for what others have reserved; silent when there is neither.", "jules-mail check --persona curator", "jules-mail check --inject --hook claude") { inject, hook };
        command.Validators.Add(result =>
        {
            if (result.GetValue(hook) is not null && !result.GetValue(inject))
            {
                result.AddError("--hook belongs to --inject.");
            }
        });
        command.SetAction(async (arguments, cancellationToken) =>
        {
            if (arguments.GetValue(hook) is not { } agent)
            {
                return await RunAsync(desk, arguments, arguments.GetValue(inject), hook: null, cancellationToken);
            }

            var known = AgentHook.Parse(agent);
            try
            {
                return await RunAsync(desk, arguments, inject: true, known, cancellationToken);
            }
            catch (TroupeException failure)
            {
                // An agent whose hook fails may refuse its user's prompt: mail is never worth that.
                desk.Terminal.Error(failure.Message);
                return ExitCodes.Success;
            }
        });
        return command;
    }

    private static async Task<int> RunAsync(MailDesk desk, ParseResult arguments, bool inject, AgentHook? hook, CancellationToken cancellationToken)
    {
        var persona = desk.Persona(arguments);
        var mailboxes = await desk.FoldAsync(persona, cancellationToken);
        var unread = mailboxes.Of(persona).Unread.ToList();
        var others = (await desk.Office.Reservations.HeldAsync(cancellationToken)).Where(one => one.Persona != persona).ToList();
        var isSilent = unread.Count == 0 && others.Count == 0;
        if (inject)
        {
            if (!isSilent)
            {
                Inject(desk, Injected(persona, unread, mailboxes, others), hook);
            }
        }
        else if (desk.WantsJson(arguments))
        {
            desk.Terminal.Json(
                new CheckOutput(
                    persona.Value, [.. unread.Select(entry => MessageOutput.Of(entry))], desk.DamagedPlaces,
                    others.Count == 0 ? null : [.. others.Select(ReservationOutput.Of)]),
                MailOutputJson.Default.CheckOutput);
        }
        else if (!isSilent)
        {
            var ids = new ShortIds(mailboxes);
            desk.Terminal.Data(string.Join('\n', [.. unread.Select(entry => Line(entry.Message, ids)), .. others.Select(one => $"reserved by {ReservationOutput.Words(one)}")]));
        }

        return ExitCodes.Success;
    }

    private static string Injected(PersonaId persona, List<MailboxEntry> unread, Mailboxes mailboxes, List<Reservation> others)
    {
        var ids = new ShortIds(mailboxes);
        return Injection.Text(
            persona, [.. unread.Select(entry => entry.Message)], ids.Of, others, RandomNumberGenerator.GetHexString(2 * NonceLength, lowercase: true));
    }

    private static void Inject(MailDesk desk, string text, AgentHook? hook)
    {
        if (hook is null)
        {
            desk.Terminal.Data(text);
        }
        else
        {
            desk.Terminal.Json(new HookOutput(new HookOutput.Addition(hook.Event, text)), MailOutputJson.Default.HookOutput);
        }
    }

    private static string Line(Message message, ShortIds ids) =>
        $"{ids.Of(message)} {message.Type.Name()} from {message.From}: {Printable.Escape(message.Subject)}";
}
