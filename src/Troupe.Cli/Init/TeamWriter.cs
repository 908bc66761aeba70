using Troupe.Core;
using Troupe.Personas;

namespace Troupe.Cli.Init;

/// <summary>Writes what a new team begins with, each file whole or not at all.</summary>
internal static class TeamWriter
{
    private const string PersonasPrefix = "personas/";

    /// <exception cref="TroupeException"><see cref="ErrorCode.Storage"/>: the folder cannot be written.</exception>
    public static InitOutput Write(TeamHome home)
    {
        // Who runs it again for a missing file does not want back the personas that were let go.
        var hasPersonas = Directory.Exists(home.PersonasFolder) && Directory.EnumerateDirectories(home.PersonasFolder).Any();
        List<string> written = [];
        List<string> kept = [];
        List<string> leftOut = [];
        foreach (var file in StarterTeam.Files)
        {
            var path = Path.Combine(home.TeamFolder, file.Path);
            if (Path.Exists(path) || new FileInfo(path).LinkTarget is not null)
            {
                kept.Add(file.Path);
            }
            else if (hasPersonas && file.Path.StartsWith(PersonasPrefix, StringComparison.Ordinal))
            {
                leftOut.Add(file.Path);
            }
            else
            {
                WriteNew(path, file.Text);
                written.Add(file.Path);
            }
        }

        return new InitOutput(1, home.TeamFolder, written, kept, leftOut, []);
    }

    private static void WriteNew(string path, string text)
    {
        var draft = $"{path}.new";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(draft, text);
            File.Move(draft, path, overwrite: false);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new TroupeException(
                ErrorCode.Storage,
                $"Cannot write '{Printable.Escape(path)}': {Printable.Escape(failure.Message)} Mend that and run 'troupe init' again; it goes on where it stopped.",
                failure);
        }
    }
}
