namespace Troupe.Weaving;

/// <summary>Runs the commands that make lock files anew. The weave only says on which tree, and takes what comes of it.</summary>
public interface IRegenerator
{
    /// <summary>The same key has the same answer, also after a crash: an answer is kept before it is given.</summary>
    Task<RegenerationResult> RunAsync(RegenerationRequest request, CancellationToken cancellationToken);
}
