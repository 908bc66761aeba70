using Troupe.Core;

namespace Troupe.Mail;

/// <summary>
/// Who is in which group, as the personas' front matter says. Read only where somebody writes to a group: this is the one
/// address that costs more than a look at a folder's name.
/// </summary>
internal sealed class GroupMembers(string personasFolder)
{
    private const string PromptFile = "prompt.md";

    // Front matter is a page at most.
    private const int LongestFrontMatter = 64 * 1024;

    /// <summary>Groups by name, members in the order of their names.</summary>
    /// <exception cref="TroupeException"><see cref="ErrorCode.InvalidSettings"/>: the groups of a persona cannot be told.</exception>
    public IReadOnlyDictionary<string, IReadOnlyList<PersonaId>> Read(IEnumerable<PersonaId> personas)
    {
        var groups = new Dictionary<string, IReadOnlyList<PersonaId>>(StringComparer.Ordinal);
        foreach (var persona in personas)
        {
            foreach (var group in GroupsOf(persona))
            {
                groups[group] = [.. groups.GetValueOrDefault(group, []), persona];
            }
        }

        return groups;
    }

    private IReadOnlyList<string> GroupsOf(PersonaId persona)
    {
        var file = Path.Combine(personasFolder, persona.Value, PromptFile);
        try
        {
            return File.Exists(file) ? GroupsKey.Read(Beginning(file)) : [];
        }
        catch (FormatException reason)
        {
            throw new TroupeException(
                ErrorCode.InvalidSettings,
                $"{Printable.Escape(file)}: {reason.Message} Write 'groups: [a, b]'; 'troupe persona validate' says more.",
                reason);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new TroupeException(
                ErrorCode.InvalidSettings, $"The groups of '{persona}' cannot be read: {Printable.Escape(failure.Message)}", failure);
        }
    }

    private static string Beginning(string file)
    {
        using var reader = new StreamReader(file);
        var text = new char[LongestFrontMatter];
        return new string(text, 0, reader.ReadBlock(text));
    }
}
