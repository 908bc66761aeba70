using System.CommandLine;
using Troupe.Core;
using Troupe.Mail;
using Troupe.Shell;

namespace Troupe.MailCli;

/// <summary>
/// <c>check --inject --hook AGENT</c>: what a conversation has not been told yet, in the form that the agent's hooks print. An agent may
/// refuse its user's prompt where a hook fails, and mail is never worth that: whatever goes wrong is said and is no failure.
/// </summary>
internal sealed class HookCheck(MailDesk desk, AgentHook agent, HookInput input)
{
    private const string MemoryFolder = "told";

    /// <summary>Agents write at once and close. Who does neither, such as somebody at a terminal, is not waited for any longer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Less than the hook's own: an agent that ends the shell of a hook may still wait for what that has started.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(4);

    private bool IsBeforePrompt => input.Event is null || input.Event == agent.PromptEvent;

    public static async Task<int> RunAsync(MailDesk desk, ParseResult arguments, AgentHook agent, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Run(ListenAndTellAsync, cancellationToken).WaitAsync(Limit, cancellationToken);
        }
        catch (TroupeException failure)
        {
            desk.Terminal.Error(failure.Message);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            desk.Terminal.Error($"A file or folder cannot be used: {Printable.Escape(failure.Message)}");
        }
        catch (TimeoutException)
        {
            desk.Terminal.Error($"There was no looking for mail within {Limit.TotalSeconds:0} seconds.");
        }

        return ExitCodes.Success;

        async Task ListenAndTellAsync() => await new HookCheck(desk, agent, await ListenAsync(desk, cancellationToken)).TellAsync(arguments, cancellationToken);
    }

    private static async Task<HookInput> ListenAsync(MailDesk desk, CancellationToken cancellationToken)
    {
        try
        {
            return await HookInput.ReadAsync(desk.Context.OpenInput(), cancellationToken).WaitAsync(Patience, cancellationToken);
        }
        catch (Exception failure) when (failure is TimeoutException or IOException)
        {
            return HookInput.None;
        }
    }

    private async Task TellAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        if (input.IsOfHelper || await MailNews.ReadAsync(desk, arguments, cancellationToken) is not { IsEmpty: false } news)
        {
            return;
        }

        var name = $"{agent.Name}-{news.Persona}-{input.Session}";
        using var memory = input.Session is null
            ? null
            : await ToldMemory.TryOpenAsync(Path.Combine(desk.Home.MailFolder, MemoryFolder), name, desk.Context.Time.GetUtcNow(), cancellationToken);
        if (memory is null && !IsBeforePrompt)
        {
            // It would be told again after every tool.
            return;
        }

        var untold = news with
        {
            Unread = [.. news.Unread.Where(entry => !IsInPrompt(entry) && memory?.Knows(Key(entry)) != true)],
            Held = [.. news.Held.Where(one => memory?.Knows(Key(one)) != true)],
        };
        if (!untold.IsEmpty)
        {
            desk.Terminal.Json(
                new HookOutput(new HookOutput.Addition(input.Event ?? agent.PromptEvent, untold.Injected())), MailOutputJson.Default.HookOutput);
            memory?.Remember([.. untold.Unread.Select(Key), .. untold.Held.Select(Key)]);
        }
    }

    /// <summary>The engine put it whole into the prompt of the session that this agent works in.</summary>
    private bool IsInPrompt(MailboxEntry entry) =>
        SessionId.TryParse(desk.Context.Variable(OutboxFolder.SessionVariable), out var session) && entry.ShownIn.Contains(session);

    private static string Key(MailboxEntry entry) => entry.Message.Id.ToString();

    /// <summary>Renewing a lease is no news.</summary>
    private static string Key(Reservation one) => $"{one.Persona} {Printable.Escape(one.Pattern.Text)}";
}
