using Microsoft.Win32.SafeHandles;
using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>
/// The checkpoint files beside a mail log. They are derived: whatever is wrong with them, they are as good as absent, and nobody is
/// stopped by them.
/// </summary>
internal sealed class CheckpointFolder(string folder)
{
    public const string BaseName = "mailboxes.base";
    public const string RecentName = "mailboxes.recent";
    private const string DraftName = "mailboxes.draft";

    public string PathOf(string name) => Path.Combine(folder, name);

    /// <summary>What there is and fits the log, whose damage before it has been met again.</summary>
    public async ValueTask<Checkpoint> OpenAsync(IEventLog log, CancellationToken cancellationToken)
    {
        try
        {
            var fitting = await FittingAsync(log, cancellationToken);
            await RecallDamageAsync(fitting.Layers, log, cancellationToken);
            return fitting;
        }
        catch (CheckpointMisfitException)
        {
            return Checkpoint.None;
        }
    }

    /// <summary>Writes a checkpoint under another name and gives it its own when it is durable.</summary>
    public void Replace(string name, Action<Stream> write)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, BufferSize = 128 * 1024 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var draft = new FileStream(PathOf(DraftName), options))
        {
            write(draft);
            draft.Flush(flushToDisk: true);
        }

        File.Move(PathOf(DraftName), PathOf(name), overwrite: true);
    }

    public void Delete(string name) => File.Delete(PathOf(name));

    private async ValueTask<Checkpoint> FittingAsync(IEventLog log, CancellationToken cancellationToken)
    {
        // A publisher may have put a new base under a recent checkpoint that was just opened, or the other way round.
        var found = OpenFiles() is { Recent: not null } whole ? whole : OpenFiles();
        if (found.Recent is not null && await FitsAsync(found.Recent.Stretch, log, cancellationToken))
        {
            return found;
        }

        return found.Base is not null && await FitsAsync(found.Base.Stretch, log, cancellationToken)
            ? new Checkpoint(found.Base, Recent: null)
            : Checkpoint.None;
    }

    /// <summary>
    /// Damage that lies before a checkpoint is told like all other: it is read again, since a repair may have taken it away.
    /// </summary>
    private static async ValueTask RecallDamageAsync(MailLayers stored, IEventLog log, CancellationToken cancellationToken)
    {
        foreach (var place in stored.Layers.OfType<StoredLayer>().SelectMany(layer => layer.Damaged))
        {
            await foreach (var _ in log.ReadAsync(place, cancellationToken))
            {
                break;
            }
        }
    }

    private Checkpoint OpenFiles()
    {
        var oldest = TryOpen(BaseName, beneath: null);
        var recent = TryOpen(RecentName, oldest);
        return new Checkpoint(oldest, recent?.Stretch.LiesOn(oldest?.Stretch ?? Stretch.Empty) == true ? recent : null);
    }

    private StoredLayer? TryOpen(string name, StoredLayer? beneath)
    {
        SafeFileHandle? file = null;
        try
        {
            // Looked for first, since an exception costs a cold command more than all the rest of this.
            if (!File.Exists(PathOf(name)))
            {
                return null;
            }

            file = File.OpenHandle(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.RandomAccess);
            var pages = new PageReader(file);
            return new StoredLayer(pages, CheckpointHeader.Read(pages), beneath);
        }
        catch (Exception unfit) when (unfit is IOException or UnauthorizedAccessException or CheckpointMisfitException)
        {
            file?.Dispose();
            return null;
        }
    }

    /// <summary>Whether a stretch is of this log: its last record stands where it stood, and carries on the same chain.</summary>
    private static async ValueTask<bool> FitsAsync(Stretch stretch, IEventLog log, CancellationToken cancellationToken)
    {
        if (stretch.Last is not { } last)
        {
            return false;
        }

        try
        {
            var records = await log.ReadAtAsync([last], cancellationToken);
            return records[0]?.NextChain().AsSpan().SequenceEqual(stretch.Chain.Span) == true;
        }
        catch (TroupeException)
        {
            return false;
        }
    }
}
