using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>Paths that no patch of a sprint may bring along: what sessions and tools leave behind, and what is another persona's. Pure.</summary>
internal static class RefusedPaths
{
    private static readonly string[] SessionFolders = [".troupe", ".team/mail", ".team/sprints", ".team/outbox"];

    // A diff may be somebody's content, where there are others of its kind.
    private static readonly string[] LeftoverEndings = [".rej", ".orig", ".patch"];

    /// <summary>Whether it is a file of a session or of the running system, which is never part of a change.</summary>
    public static bool IsOfSession(string path) => SessionFolders.Any(folder => IsIn(path, folder));

    /// <summary>The ending by which it seems to be what a tool left behind; null: it is not.</summary>
    public static string? LeftoverEnding(string path) =>
        Array.Find(LeftoverEndings, ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether it is in the journal of somebody else. Whose patch nobody knows, has no journal and is no one's else.</summary>
    public static bool IsForeignJournal(string path, PersonaId? persona) =>
        persona is { } owner
        && path.Split('/') is [var team, var personas, var id, var journals, _, ..]
        && Same(team, ".team") && Same(personas, "personas") && Same(journals, "journals")
        && !Same(id, owner.Value);

    private static bool IsIn(string path, string folder) =>
        path.StartsWith(folder, StringComparison.OrdinalIgnoreCase) && (path.Length == folder.Length || path[folder.Length] == '/');

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
