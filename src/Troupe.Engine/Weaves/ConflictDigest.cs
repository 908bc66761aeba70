using System.Text;
using Troupe.Weaving;

namespace Troupe.Engine;

/// <summary>
/// The same when the same content collides in the same way: where, how, and what the two sides are. The base is left out,
/// because a rework starts from another one.
/// </summary>
internal static class ConflictDigest
{
    public static string Of(PatchResult result)
    {
        var text = new StringBuilder();
        foreach (var conflict in result.Conflicts.OrderBy(conflict => conflict.Path, StringComparer.Ordinal).ThenBy(conflict => conflict.Kind))
        {
            text.Append(conflict.Kind.Name()).Append('\0').Append(conflict.Path).Append('\0')
                .Append(conflict.Ours?.Blob.Value).Append('\0').Append(conflict.Theirs?.Blob.Value).Append('\n');
        }

        return FailureDigest.Of(text.ToString());
    }
}
