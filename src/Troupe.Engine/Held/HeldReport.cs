using System.Text;
using Troupe.Core;
using Troupe.Sprints;

namespace Troupe.Engine;

/// <summary>What the lead needs to answer a held patch: why it waits, how to look at it, and the two commands.</summary>
public static class HeldReport
{
    private const int ShownPaths = 20;

    /// <summary>How much of an id is printed; every command takes it.</summary>
    public const int ShortId = 12;

    public static string Of(PatchHeld held, CommitId? commit)
    {
        var id = held.Patch.Value[..ShortId];
        var text = new StringBuilder(held.Reason).AppendLine().AppendLine();
        text.AppendLine($"- patch: `{held.Patch}` of session `{held.Session}`");
        if (commit is { } kept)
        {
            text.AppendLine($"- look at it: `git show {kept}`");
        }

        text.AppendLine($"- agree, and it takes part in the next weave: `troupe weave ack {id}`");
        text.AppendLine($"- do not agree, and its persona is told why: `troupe weave reject {id} --reason TEXT`");
        text.AppendLine().AppendLine("It changes:").AppendLine();
        foreach (var path in held.Paths.Take(ShownPaths))
        {
            text.AppendLine($"- `{Printable.Escape(path)}`");
        }

        return (held.Paths.Count > ShownPaths ? text.AppendLine($"- and {held.Paths.Count - ShownPaths} more") : text).ToString();
    }
}
