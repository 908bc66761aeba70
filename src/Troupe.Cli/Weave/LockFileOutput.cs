using Troupe.Weaving;

namespace Troupe.Cli.Weave;

/// <summary>A lock file that several changes meet in, in the JSON of a weave.</summary>
/// <param name="State"><c>regenerated</c>, <c>planned</c> or <c>failed</c>.</param>
/// <param name="Patches">The arguments whose own version of it is left out.</param>
/// <param name="Blob">What the command made; null: nothing.</param>
/// <param name="Reason">Why it failed; null: it did not.</param>
internal sealed record LockFileOutput(
    string Path, string State, IReadOnlyList<string> Command, IReadOnlyList<string> Patches, string? Blob, string? Reason)
{
    public static LockFileOutput Of(LockFile file, Weaving.Weave weave) => new(
        file.Path,
        file.State switch
        {
            LockFileState.Regenerated => "regenerated",
            LockFileState.Planned => "planned",
            LockFileState.Failed => "failed",
            _ => throw new ArgumentOutOfRangeException(nameof(file), file.State, null),
        },
        file.Command,
        [.. file.Patches.Select(index => weave.Results[index].Patch.Label)],
        file.Blob?.Value,
        file.Reason);
}
