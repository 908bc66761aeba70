namespace Troupe.Weaving;

/// <summary>
/// How the lines of a file end on each side, where it collides because a side changed that: every line differs then, and the real
/// collisions, if there are any, are lost among them. Pure.
/// </summary>
/// <param name="Base">Null: the file was not there.</param>
/// <param name="LandedChangedNothingElse">With line endings ignored, what has landed is as the patch found it.</param>
/// <param name="PatchChangedNothingElse">With line endings ignored, the patch left the file as it found it.</param>
internal sealed record LineEndings(string? Base, string Ours, string Theirs, bool LandedChangedNothingElse, bool PatchChangedNothingElse)
{
    public const string Crlf = "CR LF";
    public const string Lf = "LF";
    public const string Mixed = "mixed line endings";

    /// <summary>The conflict with the hunks that remain where line endings are ignored; null: line endings are not the reason.</summary>
    /// <param name="conflict">One of files that have lines.</param>
    /// <param name="base">Null: the file was not there.</param>
    public static Conflict? TryExplain(Conflict conflict, string? @base, string ours, string theirs)
    {
        if (conflict.Kind is not (ConflictKind.Content or ConflictKind.AddAdd) || !HasCarriageReturn(@base ?? "", ours, theirs))
        {
            return null;
        }

        var (found, mine, other) = (@base is null ? null : Plain(@base), Plain(ours), Plain(theirs));
        var remaining = CollidingLines.Of(found, mine, other);
        var disagree = found is not null && Of(ours) is var one && Of(theirs) is var two && one != Mixed && two != Mixed && one != two;
        return remaining.Hunks.Count > 0 && !disagree ? null : conflict with
        {
            Kind = ConflictKind.LineEndings,
            Hunks = remaining.Hunks,
            HunksAreCut = remaining.IsCut,
            Endings = new LineEndings(@base is null ? null : Of(@base), Of(ours), Of(theirs), mine == found, other == found),
        };
    }

    private static bool HasCarriageReturn(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            if (text.Contains("\r\n", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static string Plain(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);

    // How nearly all lines end.
    private static string Of(string text)
    {
        const int Nearly = 10;
        var (all, crlf) = (0, 0);
        for (var end = text.IndexOf('\n'); end >= 0; end = text.IndexOf('\n', end + 1))
        {
            all++;
            crlf += end > 0 && text[end - 1] == '\r' ? 1 : 0;
        }

        return all == 0 ? Mixed : crlf * Nearly >= all * (Nearly - 1) ? Crlf : (all - crlf) * Nearly >= all * (Nearly - 1) ? Lf : Mixed;
    }
}
