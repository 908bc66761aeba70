using System.Text;
using Troupe.Core;
using Troupe.Processes;

namespace Troupe.Agents;

/// <summary>Runs the setup command and then the agent in the prepared checkout, once.</summary>
internal sealed class AgentRun(
    SessionOrder order, SessionFolder folder, IReadOnlyDictionary<string, string> environment, AgentLog log, TimeProvider time)
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly IReadOnlyDictionary<string, string> _variables = AgentEnvironment.OfAgent(order, folder, environment);
    private readonly TimeSpan _timeout = TimeSpan.FromSeconds(order.TimeoutSeconds);

    public async Task<SessionEnding> RunAsync(CancellationToken cancellationToken)
    {
        if (order.Agent.Setup is { Count: > 0 } setup)
        {
            var prepared = await RunAsync(setup, ReadOnlyMemory<byte>.Empty, cancellationToken);
            if (prepared is not { Ending: ProgramEnding.Exited, ExitCode: 0 })
            {
                return Judge(prepared, startedAt: null, "the setup command");
            }
        }

        // On disk before the agent: whoever finds this after a crash knows that the agent may have worked.
        var startedAt = time.GetUtcNow();
        SessionFiles.Write(folder.StartedFile, startedAt);
        var prompt = await File.ReadAllTextAsync(folder.PromptFile, cancellationToken);
        var command = order.Agent.Command.Select(argument => argument
            .Replace(AgentSettings.PromptFilePlaceholder, folder.PromptFile, StringComparison.Ordinal)
            .Replace(AgentSettings.PromptPlaceholder, prompt, StringComparison.Ordinal));
        var input = order.Agent.PromptOnStdin ? Encoding.UTF8.GetBytes(prompt) : ReadOnlyMemory<byte>.Empty;
        return Judge(await RunAsync([.. command], input, cancellationToken), startedAt, "the agent");
    }

    private Task<ProgramResult> RunAsync(IReadOnlyList<string> command, ReadOnlyMemory<byte> input, CancellationToken cancellationToken) =>
        ProgramRunner.RunAsync(
            new ProgramRequest
            {
                Program = command[0],
                Arguments = [.. command.Skip(1)],
                WorkingDirectory = folder.Checkout,
                Environment = _variables,
                Input = input,
                Timeout = _timeout,
                Grace = Grace,
                Received = log.Append,
            },
            cancellationToken);

    private SessionEnding Judge(ProgramResult result, DateTimeOffset? startedAt, string who)
    {
        var ending = new SessionEnding(SessionState.Completed) { ExitCode = result.ExitCode, StartedAt = startedAt, OutputCut = log.IsCut };
        return result switch
        {
            { Ending: ProgramEnding.TimedOut } => ending with
            {
                State = SessionState.TimedOut,
                ExitCode = null,
                Detail = Explain($"{who} was ended after {InWords(_timeout)}"),
            },
            { ExitCode: not 0 } => ending with
            {
                State = SessionState.Failed,
                Detail = Explain($"{who} ended with exit code {result.ExitCode}"),
            },
            _ => ending,
        };
    }

    private static string InWords(TimeSpan time) => time < TimeSpan.FromMinutes(2) && time.TotalSeconds % 60 != 0
        ? $"{Math.Ceiling(time.TotalSeconds):0} s"
        : $"{Math.Round(time.TotalMinutes):0} min";

    private string Explain(string what) =>
        log.Tail() is { Length: > 0 } tail ? $"{what}; its last lines:\n{tail}" : $"{what} and printed nothing";
}
