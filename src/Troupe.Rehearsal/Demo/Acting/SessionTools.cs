using System.Text.Json;
using Troupe.Core;
using Troupe.Processes;

namespace Troupe.Rehearsal.Demo;

/// <summary>The programs that a demo persona uses, found on its PATH as every agent finds them.</summary>
internal sealed class SessionTools(string checkout, IReadOnlyDictionary<string, string> environment)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>The ids of the persona's unread messages, as they are listed.</summary>
    public async Task<IReadOnlyList<string>> UnreadAsync(CancellationToken cancellationToken)
    {
        using var answer = await MailAsync(["inbox", "--unread", "--json"], cancellationToken);
        return [.. Messages(answer).Select(message => Text(message, "id"))];
    }

    public async Task<DemoMail> ReadAsync(string id, CancellationToken cancellationToken)
    {
        using var answer = await MailAsync(["read", id, "--json"], cancellationToken);
        var message = Messages(answer).FirstOrDefault();
        return message.ValueKind == JsonValueKind.Object
            ? new DemoMail(Text(message, "from"), Text(message, "subject"), Text(message, "body"))
            : throw new TroupeException(ErrorCode.NotFound, $"jules-mail listed message {id} as unread and does not show it.");
    }

    /// <summary>A second run of the same session sends nothing more: the key is the session's.</summary>
    public async Task WriteToLeadAsync(DemoRole role, string note, CancellationToken cancellationToken)
    {
        var key = $"demo-note-{environment.GetValueOrDefault("TROUPE_SPRINT", "1")}-{role.Persona}";
        using var answer = await MailAsync(
            ["send", "--to", PersonaId.Lead.Value, "--subject", role.Task, "--body", note, "--dedup-key", key, "--json"], cancellationToken);
    }

    public async Task CommitAsync(string message, CancellationToken cancellationToken)
    {
        await RunAsync("git", ["add", "--all"], cancellationToken);
        await RunAsync("git", ["commit", "--quiet", $"--message={message}"], cancellationToken);
    }

    private async Task<JsonDocument> MailAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken) =>
        JsonDocument.Parse((await RunAsync(DemoPrograms.Mail, arguments, cancellationToken)).Output);

    private async Task<ProgramResult> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var result = await ProgramRunner.RunAsync(
            new ProgramRequest
            {
                Program = program,
                Arguments = arguments,
                WorkingDirectory = checkout,
                Environment = environment,
                Timeout = Patience,
            },
            cancellationToken);
        return result is { Ending: ProgramEnding.Exited, ExitCode: 0 }
            ? result
            : throw new TroupeException(
                ErrorCode.Process,
                $"{program} {arguments[0]} ended with exit code {result.ExitCode}: {Printable.Escape(result.ErrorText.Trim())}");
    }

    private static JsonElement.ArrayEnumerator Messages(JsonDocument answer) => answer.RootElement.GetProperty("messages").EnumerateArray();

    private static string Text(JsonElement message, string member) =>
        message.TryGetProperty(member, out var value) ? value.GetString() ?? "" : "";
}
