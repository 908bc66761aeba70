using Troupe.Core;

namespace Troupe.Interchange;

/// <summary>Finds the letters of a format at a path: a file of it, or a folder that holds such.</summary>
internal static class LetterSources
{
    /// <exception cref="TroupeException"><see cref="ErrorCode.NotFound"/>: nothing of that format is there.</exception>
    public static ILetterSource Open(InterchangeFormat format, string path)
    {
        if (MissingPath.Is(path))
        {
            throw MissingPath.Of(path);
        }

        return format switch
        {
            InterchangeFormat.Maildir => MaildirSource.Find(path) ?? throw Missing(path, "Maildir (a folder with 'cur' and 'new')"),
            InterchangeFormat.Mbox => new MboxSource(Files(path, MboxWriter.Extension)),
            InterchangeFormat.Eml => new EmlSource(Files(path, EmlWriter.Extension)),
            InterchangeFormat.Jsonl => new JsonlSource(File.Exists(path) ? path : Named(path, JsonLetter.FileName)),
            InterchangeFormat.V0 => new V0Source(File.Exists(path) ? path : Named(path, V0Event.FileName)),
            _ => throw new InvalidOperationException($"A format without a source: {format}."),
        };
    }

    private static IReadOnlyList<string> Files(string path, string extension)
    {
        if (File.Exists(path))
        {
            return [path];
        }

        string[] files = [.. Directory.EnumerateFiles(path, "*" + extension).Order(StringComparer.Ordinal)];
        return files.Length > 0 ? files : throw Missing(path, $"file '*{extension}'");
    }

    private static string Named(string folder, string name) =>
        File.Exists(Path.Combine(folder, name)) ? Path.Combine(folder, name) : throw Missing(folder, $"file '{name}'");

    private static TroupeException Missing(string path, string what) => new(
        ErrorCode.NotFound, $"There is no {what} in '{Printable.Escape(path)}': name another path, or another --format.");
}
