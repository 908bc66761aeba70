namespace Troupe.Weaving;

/// <summary>What came of making lock files anew.</summary>
public abstract record RegenerationResult
{
    private RegenerationResult()
    {
    }

    /// <param name="Files">The content of each file of the request, by its path.</param>
    public sealed record Made(IReadOnlyDictionary<string, byte[]> Files) : RegenerationResult;

    /// <param name="Reason">What the command did, as the rest of a sentence.</param>
    public sealed record Failed(string Reason) : RegenerationResult;
}
