namespace Troupe.Interchange;

/// <summary>What became of an import. Closed: it was done, or refused whole.</summary>
public abstract record ImportOutcome
{
    private ImportOutcome()
    {
    }

    /// <param name="Found">How many messages the source holds, each once.</param>
    /// <param name="Imported">How many are new; in a dry run, how many would be.</param>
    /// <param name="Present">How many were here before.</param>
    /// <param name="Skipped">What was left out, as asked.</param>
    public sealed record Done(int Found, int Imported, int Present, IReadOnlyList<ImportFlaw> Skipped) : ImportOutcome;

    /// <summary>Nothing was imported.</summary>
    /// <param name="Flaws">What cannot be imported.</param>
    /// <param name="Unknown">Who is nobody here, and how often each is named.</param>
    public sealed record Refused(IReadOnlyList<ImportFlaw> Flaws, IReadOnlyDictionary<string, int> Unknown) : ImportOutcome;
}
