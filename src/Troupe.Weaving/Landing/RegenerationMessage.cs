using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>The message of the commit that holds lock files which were made anew. Pure.</summary>
internal static class RegenerationMessage
{
    public static string Compose(IReadOnlyList<LockFile> made, int? sprint)
    {
        var subject = made is [var only] ? $"Regenerate {Printable.Escape(only.Path)}" : $"Regenerate {made.Count} lock files";
        var commands = made.Select(file => Printable.Escape(string.Join(' ', file.Command))).Distinct(StringComparer.Ordinal);
        var trailers = made.Select(file => $"Troupe-Regenerated: {Printable.Escape(file.Path)}");
        return $"{subject}\n\nSeveral patches changed what it is made from. Made from all that landed by:\n"
            + $"{string.Join('\n', commands.Select(command => $"    {command}"))}\n\n"
            + $"{string.Join('\n', sprint is { } number ? trailers.Prepend($"Troupe-Sprint: {number}") : trailers)}\n";
    }
}
