using Troupe.Core;

namespace Troupe.Engine;

/// <summary>What may surprise about a sprint that can run: nothing of it keeps it from beginning.</summary>
public static class SprintCautions
{
    /// <summary>One sentence each, for people.</summary>
    /// <param name="target">The branch that the work is meant for.</param>
    /// <param name="start">The commit that it starts from.</param>
    public static async Task<IReadOnlyList<string>> OfAsync(
        Workplace workplace, string target, CommitId start, CancellationToken cancellationToken)
    {
        var head = await workplace.Repository.Refs.FindAsync($"refs/heads/{target}", cancellationToken);
        var name = head == start ? Printable.Escape(target) : $"commit {start.Value[..10]}, which the sprint starts from";
        IReadOnlyList<string> drift = await TeamDrift.DescribeAsync(workplace, start, name, cancellationToken);
        return await HasChecksAsync(workplace, start, cancellationToken)
            ? drift
            : [.. drift, "there is no [[weaver.verify]], so what lands is not verified: name a check in .team/troupe.toml, and commit it."];
    }

    /// <summary>Whether what lands on the commit is verified.</summary>
    public static async Task<bool> HasChecksAsync(Workplace workplace, CommitId start, CancellationToken cancellationToken) =>
        (await TipSettings.ReadAsync(workplace, start, cancellationToken)).Weaver.Verify.Count > 0;
}
