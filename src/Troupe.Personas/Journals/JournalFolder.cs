using Troupe.Core;

namespace Troupe.Personas;

/// <summary>A persona's journal: one file per entry, named by its time, so that two sessions never write the same file.</summary>
public static class JournalFolder
{
    /// <summary>The newest entries, oldest first. What cannot be read as text is passed over: a journal is no reason to fail.</summary>
    public static IReadOnlyList<JournalEntry> Latest(TeamHome home, PersonaId persona, int count)
    {
        var folder = Path.Combine(home.PersonasFolder, persona.Value, "journals");
        if (!Directory.Exists(folder))
        {
            return [];
        }

        return
        [
            .. Directory.EnumerateFiles(folder, "*.md")
                .Where(file => new FileInfo(file).LinkTarget is null)
                .OrderByDescending(file => Path.GetFileName(file), StringComparer.Ordinal)
                .Select(Read)
                .OfType<JournalEntry>()
                .Take(count)
                .Reverse(),
        ];
    }

    private static JournalEntry? Read(string file)
    {
        try
        {
            return SettingsFile.Read(file) is { } text ? new JournalEntry(Path.GetFileName(file), text) : null;
        }
        catch (TroupeException)
        {
            return null;
        }
    }
}
