using Troupe.Core;

namespace Troupe.Interchange;

/// <summary>What is wrong with a path at which there is nothing: a name that was mistyped, a folder above it that is missing, a link that leads nowhere.</summary>
internal static class MissingPath
{
    // A link that leads nowhere counts as a file that is there.
    public static bool Is(string path) => !Directory.Exists(path) && (!File.Exists(path) || File.ResolveLinkTarget(path, returnFinalTarget: true) is { Exists: false });

    public static TroupeException Of(string path) => new(
        ErrorCode.NotFound, Flaw(path) + " Name the file or folder to import; a relative path begins at the current folder.");

    private static string Flaw(string path)
    {
        if (new FileInfo(path).LinkTarget is { } target)
        {
            return $"'{Printable.Escape(path)}' is a link to '{Printable.Escape(target)}', which is not there.";
        }

        var (missing, folder) = (path, Path.GetDirectoryName(path));
        while (folder is not null && !Directory.Exists(folder))
        {
            (missing, folder) = (folder, Path.GetDirectoryName(folder));
        }

        var name = Path.GetFileName(missing);
        return folder is null || missing == path
            ? $"There is no file or folder '{Printable.Escape(path)}'{Suggestion.Hint(name, NamesIn(folder))}"
            : $"There is no file or folder '{Printable.Escape(path)}': '{Printable.Escape(folder)}' is there and has no '{Printable.Escape(name)}'.";
    }

    private static IEnumerable<string> NamesIn(string? folder)
    {
        try
        {
            return folder is null ? [] : [.. Directory.EnumerateFileSystemEntries(folder).Select(entry => Printable.Escape(Path.GetFileName(entry)))];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A folder that cannot be listed has nothing to suggest.
            return [];
        }
    }
}
