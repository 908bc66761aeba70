using Troupe.Core;
using Troupe.Verification;
using Troupe.Weaving;

namespace Troupe.Engine;

/// <summary>
/// Makes lock files anew by their commands. What a command made is kept in the state folder before the weave goes on: package
/// registries change, and a weave that a crash cut short has to come to the same commits when it is done again.
/// </summary>
public sealed class LockRegenerator(StateHome state, IReadOnlyDictionary<string, string> environment) : IRegenerator
{
    private readonly LockMemory _memory = new(Path.Combine(state.WeavesFolder, "regenerated"));

    public async Task<RegenerationResult> RunAsync(RegenerationRequest request, CancellationToken cancellationToken)
    {
        if (_memory.Find(request.Key) is { } known)
        {
            return known;
        }

        var answer = await LockCommand.RunAsync(
            new LockCommandRequest
            {
                GitDirectory = request.GitDirectory,
                Tree = request.Tree,
                Rule = request.Rule,
                Files = request.Files,
                LogFolder = Path.Combine(state.WeavesFolder, "logs", $"regenerate-{request.Key[..12]}"),
                ScratchFolder = state.CheckoutsFolder,
                Environment = environment,
            },
            cancellationToken);
        RegenerationResult result = answer switch
        {
            LockCommandResult.Made made => new RegenerationResult.Made(made.Files),
            LockCommandResult.Failed failed => new RegenerationResult.Failed(failed.Reason),
            _ => throw new InvalidOperationException($"A command cannot end as {answer}."),
        };
        _memory.Keep(request.Key, result);
        return result;
    }
}
