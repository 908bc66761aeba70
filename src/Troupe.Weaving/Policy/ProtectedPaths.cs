using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>
/// The paths by which patches are judged and automation is steered: a patch that changes one of them waits for a human, so that
/// nothing changes its own judge. Pure.
/// </summary>
public static class ProtectedPaths
{
    private const int Shown = 3;

    private static readonly string[] Folders = [".team", ".github"];
    private static readonly string[] Names = [".gitattributes", ".gitmodules"];

    /// <param name="persona">Whose patch it is: a persona may write its own journal. Null: nobody's.</param>
    public static bool Holds(string path, PersonaId? persona) =>
        IsProtected(path) && !(persona is { } owner && path.StartsWith($".team/personas/{owner}/journals/", StringComparison.Ordinal));

    /// <summary>Why a patch that changes these paths waits, in one sentence; null: it need not.</summary>
    public static string? Objection(IEnumerable<string> paths, PersonaId? persona)
    {
        var held = paths.Where(path => Holds(path, persona)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return held.Count == 0
            ? null
            : $"A human has to agree, because it changes {string.Join(", ", held.Take(Shown).Select(path => $"'{Printable.Escape(path)}'"))}"
                + (held.Count > Shown ? $" and {held.Count - Shown} more" : "")
                + ": no patch changes by itself what patches are judged by.";
    }

    // Some file systems know a file by its name in any case, so that '.GitHub' may well be '.github' there. The folder's own
    // name counts too: it may become a file or a link.
    private static bool IsProtected(string path)
    {
        var top = path.Split('/', 2)[0];
        var name = path[(path.LastIndexOf('/') + 1)..];
        return Folders.Contains(top, StringComparer.OrdinalIgnoreCase) || Names.Contains(name, StringComparer.OrdinalIgnoreCase);
    }
}
