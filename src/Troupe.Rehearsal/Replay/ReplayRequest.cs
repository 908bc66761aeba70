using Troupe.Core;

namespace Troupe.Rehearsal.Replay;

/// <summary>What to replay.</summary>
public sealed record ReplayRequest
{
    private const int MostPersonas = 1000;

    /// <param name="folder">A repository, or a folder in one.</param>
    /// <param name="batch">At most so many changes in a case.</param>
    /// <param name="cases">At most so many cases.</param>
    /// <exception cref="TroupeException"><see cref="ErrorCode.InvalidArgument"/>: a number that makes no sense.</exception>
    public ReplayRequest(string folder, int batch, int cases)
    {
        Folder = folder;
        Batch = batch is >= 2 and <= MostPersonas
            ? batch
            : throw new TroupeException(ErrorCode.InvalidArgument, $"--batch {batch}: a case has 2 to {MostPersonas} personas.");
        Cases = cases >= 1
            ? cases
            : throw new TroupeException(ErrorCode.InvalidArgument, $"--cases {cases}: ask for at least one.");
    }

    public string Folder { get; }

    public int Batch { get; }

    public int Cases { get; }
}
