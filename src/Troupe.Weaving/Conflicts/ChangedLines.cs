namespace Troupe.Weaving;

/// <summary>Where one side is gone, the lines that the other side changed: before and after. Pure.</summary>
internal static class ChangedLines
{
    /// <summary>The conflict with these lines as its hunks; their numbers are those of the base.</summary>
    public static Conflict AddTo(Conflict conflict, string @base, string ours, string theirs)
    {
        var deletedByPatch = conflict.Theirs is null;
        var texts = new TwoTexts(TextLines.Split(@base), TextLines.Split(deletedByPatch ? ours : theirs));
        var isCut = texts.Differences.Count > HunkText.MaxHunks;
        List<Hunk> hunks = [];
        foreach (var change in texts.Differences.Take(HunkText.MaxHunks))
        {
            var before = HunkText.Of(texts.Before.AsSpan(change.From..change.To));
            var after = HunkText.Of(texts.After.AsSpan(change.NewFrom..change.NewTo));
            isCut |= before.IsCut || after.IsCut;
            hunks.Add(new Hunk(change.From + 1, before.Text, deletedByPatch ? after.Text : "", deletedByPatch ? "" : after.Text));
        }

        return conflict with { Hunks = hunks, HunksAreCut = isCut };
    }
}
