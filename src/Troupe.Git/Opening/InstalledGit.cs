using System.Collections.Concurrent;
using Troupe.Core;

namespace Troupe.Git;

/// <summary>The git program that the PATH leads to; asked once per PATH and process.</summary>
internal static class InstalledGit
{
    private static readonly ConcurrentDictionary<string, GitVersion> Known = new(StringComparer.Ordinal);

    /// <exception cref="TroupeException"><see cref="ErrorCode.Git"/>: there is none, or it is too old.</exception>
    public static async Task<GitVersion> RequireAsync(IReadOnlyDictionary<string, string> environment, CancellationToken cancellationToken)
    {
        var path = environment.GetValueOrDefault("PATH", "");
        if (Known.TryGetValue(path, out var known))
        {
            return known;
        }

        var variables = GitEnvironment.Scrub(environment, ConfigurationScope.DirectoryOnly);
        var result = await GitProgram.RunAsync(["version"], GitCall.Plain, "/", variables, cancellationToken);
        return Known[path] = Require(result.OutputText.Trim());
    }

    internal static GitVersion Require(string words)
    {
        if (!GitVersion.TryParse(words, out var version))
        {
            throw new TroupeException(
                ErrorCode.Git, $"'git version' answered '{Printable.Escape(words)}', which names no version. Is the git on the PATH a real one?");
        }

        return version >= GitVersion.Minimum
            ? version
            : throw new TroupeException(
                ErrorCode.Git,
                $"git {version} is too old: {GitVersion.Minimum.Major}.{GitVersion.Minimum.Minor} or later is needed.");
    }
}
