using System.CommandLine;
using Troupe.EventLog;

namespace Troupe.Cli.Logs;

/// <summary>Which of a team's logs a command is about.</summary>
/// <param name="Program">How users call the commands that it stands under.</param>
/// <param name="Name"><c>mail</c> or <c>sprints</c>.</param>
/// <param name="Folder">Finds its folder; throws outside a team.</param>
/// <param name="WantsJson">Whether the answer is for programs.</param>
internal sealed record LogPlace(string Program, string Name, Func<string> Folder, Func<ParseResult, bool> WantsJson)
{
    /// <summary>Checks what lies beside the log in a folder: blobs that it names, and what was made from it.</summary>
    public Func<string, CancellationToken, Task<IReadOnlyList<LogFinding>>> CheckBesides { get; init; } =
        (_, _) => Task.FromResult<IReadOnlyList<LogFinding>>([]);
}
