using System.Text;
using Troupe.Core;

namespace Troupe.Git;

/// <summary>One <c>update-ref --stdin</c>: git locks every ref, compares, and moves all or none.</summary>
internal sealed class RefTransaction(GitExecutor git, RepositoryRefs refs)
{
    public async Task RunAsync(IReadOnlyList<RefUpdate> updates, CancellationToken cancellationToken)
    {
        string[] arguments = ["update-ref", "--no-deref", "--stdin", "-z"];
        var call = new GitCall { Input = GitPath.Encode(Script(updates)) };
        var result = await git.TryRunAsync(arguments, call, cancellationToken);
        if (result.ExitCode == 0)
        {
            return;
        }

        throw await FindMovedAsync(updates, cancellationToken) ?? git.Failure(arguments, call, result);
    }

    internal static string Script(IReadOnlyList<RefUpdate> updates)
    {
        var script = new StringBuilder();
        foreach (var update in updates)
        {
            var expected = update.ExpectedOld?.Value ?? "";
            script.Append(update.New is { } to
                ? $"update {Require(update.Name)}\0{to}\0{expected}\0"
                : $"delete {Require(update.Name)}\0{expected}\0");
        }

        return script.ToString();
    }

    private static string Require(string name) =>
        name.StartsWith("refs/", StringComparison.Ordinal) && !name.Contains('\0', StringComparison.Ordinal)
            ? name
            : throw new TroupeException(ErrorCode.InvalidArgument, $"'{Printable.Escape(name)}' is not the full name of a ref.");

    // Git's own message names only the first ref, and in words that changed over its versions: look instead.
    private async Task<TroupeException?> FindMovedAsync(IReadOnlyList<RefUpdate> updates, CancellationToken cancellationToken)
    {
        foreach (var update in updates)
        {
            if (update.ExpectedOld is not { } expected)
            {
                continue;
            }

            var found = await refs.FindAsync(update.Name, cancellationToken);
            var absent = expected.Value.AsSpan().IndexOfAnyExcept('0') < 0;
            if (absent ? found is not null : found != expected)
            {
                return new TroupeException(
                    ErrorCode.RefMoved,
                    $"{Printable.Escape(update.Name)} was moved by somebody else: "
                    + $"expected {(absent ? "no such ref" : expected)}, found {found?.ToString() ?? "no such ref"}. "
                    + "Look at what is there now, then try again.");
            }
        }

        return null;
    }
}
