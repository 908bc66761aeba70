using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Troupe.Git;

/// <summary>The version of the git program, as <c>git version</c> says it.</summary>
public readonly record struct GitVersion(int Major, int Minor, int Patch) : IComparable<GitVersion>
{
    /// <summary>The oldest git that everything here is tested with: <c>merge-tree --write-tree --stdin</c> came with it.</summary>
    public static GitVersion Minimum { get; } = new(2, 39, 0);

    public static bool operator <(GitVersion left, GitVersion right) => left.CompareTo(right) < 0;

    public static bool operator >(GitVersion left, GitVersion right) => left.CompareTo(right) > 0;

    public static bool operator <=(GitVersion left, GitVersion right) => left.CompareTo(right) <= 0;

    public static bool operator >=(GitVersion left, GitVersion right) => left.CompareTo(right) >= 0;

    /// <summary>Reads <c>git version 2.39.5 (Apple Git-154)</c>, <c>git version 2.50.0.rc1</c> and their like.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out GitVersion version)
    {
        version = default;
        const string Prefix = "git version ";
        if (text is null || !text.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        var numbers = text[Prefix.Length..].Split(' ', '\n')[0].Split('.');
        if (numbers.Length < 2 || !TryNumber(numbers[0], out var major) || !TryNumber(numbers[1], out var minor))
        {
            return false;
        }

        var patch = numbers.Length > 2 && TryNumber(numbers[2], out var third) ? third : 0;
        version = new GitVersion(major, minor, patch);
        return true;
    }

    public int CompareTo(GitVersion other) =>
        (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));

    public override string ToString() => $"{Major}.{Minor}.{Patch}";

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
