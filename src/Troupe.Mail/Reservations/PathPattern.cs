using Troupe.Core;

namespace Troupe.Mail;

/// <summary>
/// A pattern of paths below the repository's top: <c>src/**/*.cs</c>, <c>docs</c>. <c>*</c> stands for any characters within a name and
/// <c>?</c> for one; <c>**</c> as a whole name for any number of folders; everything else for itself. What it names it covers with all
/// that lies below.
/// </summary>
public sealed record PathPattern
{
    /// <summary>In characters.</summary>
    public const int Longest = 500;

    internal const string AnyFolders = "**";

    private PathPattern(string text, IReadOnlyList<string> names)
    {
        Text = text;
        Names = names;
    }

    /// <summary>As it is recorded: without <c>./</c> before it and <c>/</c> after it.</summary>
    public string Text { get; }

    internal IReadOnlyList<string> Names { get; }

    public bool Equals(PathPattern? other) => other is not null && Text == other.Text;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <exception cref="TroupeException"><see cref="ErrorCode.InvalidArgument"/>: the text says what is wrong.</exception>
    public static PathPattern Parse(string text)
    {
        var flaw = text.Length == 0 ? "it is empty"
            : text.Length > Longest ? $"it has more than {Longest} characters"
            : text.StartsWith('/') ? "paths begin at the repository's top, without a '/'"
            : text.Contains('\\', StringComparison.Ordinal) ? "folders are parted by '/'"
            : text.Split('/').Contains("..") ? "'..' leads out of the repository"
            : text.EnumerateRunes().Any(rune => !Printable.IsSafe(rune) || rune.Value == 0xFFFD) ? "it has characters that cannot be seen"
            : null;
        if (flaw is not null)
        {
            throw new TroupeException(ErrorCode.InvalidArgument, $"'{Printable.Escape(text)}' is no pattern of paths: {flaw}. Write for example 'src/parser' or 'docs/**/*.md'.");
        }

        // Several '**' in a row are one, and '.' names the folder that one is in.
        var names = new List<string>();
        foreach (var name in text.Split('/').Where(name => name is not ("" or ".")))
        {
            if (name != AnyFolders || names.Count == 0 || names[^1] != AnyFolders)
            {
                names.Add(name);
            }
        }

        return names.Count == 0 ? new PathPattern(AnyFolders, [AnyFolders]) : new PathPattern(string.Join('/', names), names);
    }

    /// <summary>Whether there can be a path that both cover.</summary>
    public bool Overlaps(PathPattern other) => PatternOverlap.Of(this, other);

    /// <summary>Whether it covers this path.</summary>
    public bool Covers(string path) => PatternOverlap.Covers(this, path.Split('/'));

    public override string ToString() => Text;
}
