using Troupe.Git;

namespace Troupe.Cli.Doctor;

/// <summary>Whether git rewrites line endings on the way into and out of checkouts.</summary>
internal static class LineEndingsCheck
{
    private const string Name = "line-endings";

    public static async Task RunAsync(GitRepository repository, List<Finding> findings, CancellationToken cancellationToken)
    {
        var result = await repository.Git.TryRunAsync(["config", "--get", "core.autocrlf"], GitCall.Plain, cancellationToken);
        var value = result.OutputText.Trim();
        findings.Add(value is "" or "false" or "input"
            ? Finding.Fine(Name, "line endings are kept as they are")
            : Finding.Warn(
                Name,
                "core.autocrlf is on: a checkout here differs from what sessions and the Weaver see, which keep the repository's bytes.",
                "Say it in the repository instead: '* text=auto' in .gitattributes, and 'git config core.autocrlf false'."));
    }
}
