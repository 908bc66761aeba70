using Troupe.Core;

namespace Troupe.EventLog;

/// <summary>
/// The writers of a log share their syncs: whoever's records were written before a sync of somebody else began need not sync
/// them once more. Two syncs may be under way at once, since the disk works on the second while the first one's journal is
/// committed; who comes later sleeps until one ends. Nobody relies on anybody: whoever waits too long syncs by himself.
/// </summary>
internal sealed class SyncGroup : IDisposable
{
    public const string FileName = "events.sync";

    private const int AtOnce = 2;

    /// <summary>Much longer than a sync takes; so long a writer waits once, where another was killed in the middle of one.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

    private readonly StorageFile _file;
    private readonly SyncPage _page;

    private SyncGroup(StorageFile file, SyncPage page) => (_file, _page) = (file, page);

    /// <summary>
    /// Joins the writers of a log, under its lock, after its active segment was opened. Tickets from here on are for that file,
    /// and whoever has one opened the file before any of them was written: a failure to store them is reported to him.
    /// </summary>
    /// <returns>Null: this machine cannot share syncs.</returns>
    public static SyncGroup? TryJoin(StorageFolder folder, Guid boot)
    {
        if (folder.Calls is not ISharedMemory memory)
        {
            return null;
        }

        StorageFile? file = null;
        try
        {
            file = OpenPage(folder, boot);
            if (SyncPage.TryMap(memory, file) is { } page)
            {
                page.First = page.Written + 1;
                return new SyncGroup(file, page);
            }
        }
        catch (TroupeException)
        {
            // Sharing syncs is a matter of speed only. Where the page cannot be made, everybody syncs for himself.
        }

        file?.Dispose();
        return null;
    }

    /// <summary>Notes, under the log's lock, that records were written; the ticket stands for them.</summary>
    public long TakeTicket() => ++_page.Written;

    /// <summary>Makes the records of a ticket durable.</summary>
    /// <param name="log">The file that they were written to, as this writer opened it.</param>
    /// <param name="ticket">See <see cref="TakeTicket"/>.</param>
    /// <exception cref="TroupeException">They may be lost: see <see cref="StorageFile.Sync"/>.</exception>
    public void Sync(StorageFile log, long ticket)
    {
        var isNext = false;
        while (true)
        {
            // Both before it is looked how far the group is: a sync that ends after that lets nobody sleep.
            var (ended, begun) = (_page.Ended, _page.Begun);
            var isSynced = _page.Synced >= ticket;
            if (_page.First > ticket)
            {
                // Another file is active, or somebody joined who need not have heard of an earlier failure.
                log.Sync();
                return;
            }

            if (isSynced)
            {
                PassOn(isNext);
                return;
            }

            isNext = _page.Reach(begun) < ticket;
            if (isNext && TryTakeTurn() is { } turn)
            {
                if (TryLead(log, ticket, turn))
                {
                    return;
                }
            }
            else if (!_page.Sleep(isNext ? begun + 1 : begun, ended, Patience))
            {
                log.Sync();
                return;
            }
        }
    }

    public void Dispose()
    {
        _page.Dispose();
        _file.Dispose();
    }

    /// <summary>
    /// The page that the name stands for, if it is of this boot; otherwise a new one takes the name. One in use is never cleared:
    /// who has mapped a page that lost its name shares syncs with the others who have.
    /// </summary>
    private static StorageFile OpenPage(StorageFolder folder, Guid boot)
    {
        var present = folder.Open(FileName, OpenMode.ReadWrite);
        var content = new byte[SyncPage.Length];
        if (SyncPage.IsValid(content.AsSpan(0, present.Read(content, 0)), boot))
        {
            return present;
        }

        present.Dispose();
        const string draft = FileName + SegmentNames.Draft;
        folder.Delete(draft);
        using (var fresh = folder.Open(draft, OpenMode.CreateNew))
        {
            fresh.WriteAt(SyncPage.Empty(boot), 0);
        }

        folder.Rename(draft, FileName);
        return folder.Open(FileName, OpenMode.ReadWrite);
    }

    /// <summary>Who was woken to begin the next sync, and need not, wakes another.</summary>
    private void PassOn(bool isNext)
    {
        if (isNext)
        {
            _page.WakeNext();
        }
    }

    private int? TryTakeTurn()
    {
        for (var turn = 0; turn < AtOnce; turn++)
        {
            if (_file.TryTake(turn))
            {
                return turn;
            }
        }

        return null;
    }

    /// <summary>
    /// Syncs for all who have written. What was written is looked at before the sync begins. False: another sync has
    /// reached the ticket while the turn was taken.
    /// </summary>
    private bool TryLead(StorageFile log, long ticket, int turn)
    {
        if (_page.Synced >= ticket)
        {
            _file.GiveBack(turn);
            return false;
        }

        var (number, reach) = _page.Begin();
        try
        {
            log.Sync();
            if (_page.First <= ticket)
            {
                _page.Publish(reach);
            }

            return true;
        }
        finally
        {
            _file.GiveBack(turn);
            _page.End(number);
        }
    }
}
