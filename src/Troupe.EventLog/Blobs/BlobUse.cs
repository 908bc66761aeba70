using Troupe.Core;

namespace Troupe.EventLog;

/// <summary>
/// When a blob was last put, which is what its file's time says. A blob is put before the record that names it is appended, so one
/// that no record names may be wanted all the same. Putting and deleting take no lock: whoever deletes first takes the blob's
/// name away and then looks, so that whoever puts it meanwhile either finds no blob and writes one, or has left his time.
/// </summary>
internal readonly struct BlobUse(string path)
{
    /// <summary>Somebody puts the blob.</summary>
    /// <returns>False: there is none.</returns>
    public bool Renew()
    {
        try
        {
            // Files' times are by the machine's clock, whatever clock the mail goes by.
            File.SetLastWriteTimeUtc(path, TimeProvider.System.GetUtcNow().UtcDateTime);
            return true;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TroupeException(ErrorCode.Storage, $"The blob '{Printable.Escape(path)}' cannot be used: {Printable.Escape(e.Message)}", e);
        }
    }

    /// <summary>Deletes the blob if nobody has put it for a while.</summary>
    /// <param name="aside">A name that no blob has.</param>
    /// <param name="unusedSince">Since when.</param>
    /// <returns>False: it stays.</returns>
    public bool TryEnd(string aside, DateTimeOffset unusedSince)
    {
        try
        {
            if (File.GetLastWriteTimeUtc(path) >= unusedSince.UtcDateTime)
            {
                return false;
            }

            File.Move(path, aside, overwrite: true);
            var isUnused = File.GetLastWriteTimeUtc(aside) < unusedSince.UtcDateTime;
            if (isUnused)
            {
                File.Delete(aside);
            }
            else
            {
                File.Move(aside, path, overwrite: true);
            }

            return isUnused;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TroupeException(ErrorCode.Storage, $"Could not delete the blob '{Printable.Escape(path)}': {Printable.Escape(e.Message)}", e);
        }
    }
}
