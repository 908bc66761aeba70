using Troupe.Core;
using Troupe.Git;

namespace Troupe.Cli.Weave;

/// <summary>Who answers, for the record: git's author where one is configured, else the user of this machine.</summary>
internal static class LeadName
{
    public static async Task<string> ReadAsync(GitRepository repository, CancellationToken cancellationToken)
    {
        var result = await repository.Git.TryRunAsync(["var", "GIT_AUTHOR_IDENT"], GitCall.Plain, cancellationToken);
        var end = result.OutputText.LastIndexOf('>');
        return result.ExitCode == 0 && end > 0 ? result.OutputText[..(end + 1)] : Environment.UserName;
    }
}
