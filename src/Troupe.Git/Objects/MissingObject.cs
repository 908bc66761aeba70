using Troupe.Core;

namespace Troupe.Git;

/// <summary>An object that should be there and is not.</summary>
internal static class MissingObject
{
    public static TroupeException Named(string name) => new(
        ErrorCode.Git,
        $"The repository lacks the object {Printable.Escape(name)}. If it is a shallow or a partial clone, fetch what is missing: "
            + "'git fetch --unshallow', or 'git fetch --refetch --no-filter'; else 'git fsck' says what is damaged.");
}
