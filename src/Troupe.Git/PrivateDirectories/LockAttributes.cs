using System.Globalization;

namespace Troupe.Git;

/// <summary>The attributes by which a private git directory tells which regeneration rule a path belongs to: its patterns are git's own.</summary>
public static class LockAttributes
{
    /// <summary>The value is the number of the rule that makes the file.</summary>
    public const string Rule = "troupe-regenerate";

    /// <summary>Set on the files that the rule's lock files are made from.</summary>
    public static string InputOf(int rule) => string.Create(CultureInfo.InvariantCulture, $"troupe-input-{rule}");
}
