using System.Text.Json.Serialization;

namespace Troupe.Sprints;

/// <summary>The branch that a sprint's work is meant for in the end.</summary>
/// <param name="Wanted">Whether the sprint was to move it: <c>land = "target"</c>.</param>
/// <param name="Moved">Whether it did.</param>
/// <param name="Reason">Why it did not, although it was to and something had landed; else null.</param>
/// <param name="Merge">The command that moves it, to be given where it is checked out; null: it was moved, or nothing landed.</param>
public sealed record ReportedTarget(string Branch, bool Wanted, bool Moved, string? Reason, string? Merge)
{
    /// <summary>Whether it should have been moved and was not.</summary>
    [JsonIgnore]
    public bool IsLeftBehind => Reason is not null;

    internal static ReportedTarget Of(SprintState state)
    {
        var key = Ending.ForwardKey(state);
        var moved = state.Done.Contains(key);
        return new ReportedTarget(
            state.Start.Target,
            state.Start.Land == LandingPlace.Target,
            moved,
            moved ? null : state.Failures.GetValueOrDefault(key)?.Error,
            moved || state.BranchHead is null ? null : $"git merge --ff-only {state.Start.Branch}");
    }
}
