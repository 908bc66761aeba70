using System.Globalization;
using System.Text.RegularExpressions;

namespace Troupe.Rehearsal.Replay;

/// <summary>What the subject of a commit on the mainline gives away, in the words of GitHub, GitLab, Bitbucket and git itself.</summary>
internal static partial class LandingSubject
{
    /// <summary>The pull request that a merge took in.</summary>
    public static int? MergedPullRequest(string subject) => Number(MergeForm().Match(subject)) ?? SquashedPullRequest(subject);

    /// <summary>The pull request that a commit stands for: its subject ends in <c>(#n)</c>.</summary>
    public static int? SquashedPullRequest(string subject) => Number(SquashForm().Match(subject));

    /// <summary>Whether a merge took the shared branch into somebody's own line, such as <c>git pull</c> does.</summary>
    public static bool IsSync(string subject) => SyncForm().IsMatch(subject);

    private static int? Number(Match match) =>
        match.Success && int.TryParse(match.Groups["n"].ValueSpan, NumberStyles.None, null, out var number) ? number : null;

    [GeneratedRegex(@"^Merge (pull|merge) request [#!](?<n>\d+)\b|\(pull request #(?<n>\d+)\)\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MergeForm();

    [GeneratedRegex(@"\(#(?<n>\d+)\)\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SquashForm();

    [GeneratedRegex(
        @"^Merge (remote(-tracking)? )?branch '((origin|upstream)/)?(main|master|trunk|develop|dev|HEAD)'|^Merge branch '[^']*' of ",
        RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex SyncForm();
}
