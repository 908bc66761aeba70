using Troupe.Core;

namespace Troupe.Personas;

/// <summary>Reads <c>.team/personas/ID/prompt.md</c> of everybody.</summary>
internal static class PersonaFolders
{
    public const string PromptFileName = "prompt.md";
    private const string TemplateSuffix = ".j2";

    public static IEnumerable<Persona> Read(TeamHome home, List<RosterProblem> problems)
    {
        if (!Directory.Exists(home.PersonasFolder))
        {
            return [];
        }

        List<Persona> personas = [];
        var inside = RealPath.Of(home.TeamFolder) + Path.DirectorySeparatorChar;
        foreach (var folder in Directory.EnumerateDirectories(home.PersonasFolder).Order(StringComparer.Ordinal))
        {
            if (!Path.GetFileName(folder).StartsWith('.') && ReadOne(folder, home, inside, problems) is { } persona)
            {
                personas.Add(persona);
            }
        }

        return personas;
    }

    private static Persona? ReadOne(string folder, TeamHome home, string inside, List<RosterProblem> problems)
    {
        var path = Path.Combine(folder, PromptFileName);
        var file = Path.GetRelativePath(home.RepositoryFolder, path);
        if (!PersonaId.TryParse(Path.GetFileName(folder), out var id))
        {
            problems.Add(new RosterProblem(
                file, 1, "the folder's name is no persona id: use a lower-case letter, then at most 63 of a-z, 0-9, '_' and '-'."));
            return null;
        }

        // A link out of the folder would put any file of the machine into a prompt, and so before a stranger's model.
        if (!RealPath.Of(path).StartsWith(inside, StringComparison.Ordinal))
        {
            problems.Add(new RosterProblem(file, 1, "this is a symbolic link that leads out of .team: put the file itself here."));
            return null;
        }

        try
        {
            if (SettingsFile.Read(path) is { } text)
            {
                return PersonaReader.Read(id, text, file, problems);
            }

            problems.Add(new RosterProblem(file, 1, File.Exists(path + TemplateSuffix)
                ? $"there is no such file, and {PromptFileName}{TemplateSuffix} beside it is a template in a language that is not read yet: write {PromptFileName}."
                : "there is no such file: write one, or remove the folder."));
        }
        catch (TroupeException failure)
        {
            problems.Add(new RosterProblem(file, 1, failure.Message));
        }

        return null;
    }
}
