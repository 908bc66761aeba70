using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>Folds a mail log from its beginning and says which of its checkpoints are not what that gives.</summary>
public sealed class CheckpointCheck(string folder, IEventLog log)
{
    private readonly CheckpointFolder _folder = new(folder);

    public async Task<IReadOnlyList<LogFinding>> RunAsync(CancellationToken cancellationToken)
    {
        List<LogFinding> findings = [];
        var found = await _folder.OpenAsync(log, cancellationToken);
        foreach (var (name, stored, beneath) in new[] { (CheckpointFolder.BaseName, found.Base, null), (CheckpointFolder.RecentName, found.Recent, found.Base) })
        {
            if (stored is null && File.Exists(_folder.PathOf(name)))
            {
                findings.Add(Drift(name, "is of another log or another version, or damaged; it is not used"));
            }
            else if (stored is not null && !await IsRightAsync(name, stored, beneath, cancellationToken))
            {
                findings.Add(Drift(name, "is not what folding the log gives"));
            }
        }

        return findings;
    }

    private async Task<bool> IsRightAsync(string name, StoredLayer stored, StoredLayer? beneath, CancellationToken cancellationToken)
    {
        try
        {
            var anew = await CheckpointFold.RunAsync(log, beneath, older: null, stored.Stretch.Boundary, cancellationToken);
            using var written = new MemoryStream();
            new CheckpointWriter(anew.Layer, beneath).Write(anew.Stretch, anew.Damaged, written);
            var there = await File.ReadAllBytesAsync(_folder.PathOf(name), cancellationToken);
            return there.AsSpan().SequenceEqual(written.GetBuffer().AsSpan(0, (int)written.Length));
        }
        catch (CheckpointMisfitException)
        {
            return false;
        }
    }

    private LogFinding Drift(string name, string what) => new(
        LogFindingKind.CheckpointDrift, _folder.PathOf(name), null, 0, $"The checkpoint {what}. Delete it: it is made anew.");
}
