namespace Troupe.Verification;

/// <summary>What a command that makes lock files left.</summary>
public abstract record LockCommandResult
{
    private LockCommandResult()
    {
    }

    /// <param name="Files">The content of each file that was asked for.</param>
    public sealed record Made(IReadOnlyDictionary<string, byte[]> Files) : LockCommandResult;

    /// <param name="Reason">As the rest of a sentence; safe to print.</param>
    public sealed record Failed(string Reason) : LockCommandResult;
}
