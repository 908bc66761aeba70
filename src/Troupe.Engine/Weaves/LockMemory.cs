using System.Text.Json;
using Troupe.Core;
using Troupe.Weaving;

namespace Troupe.Engine;

/// <summary>What commands made of lock files, failures included, one file for each key; the oldest go.</summary>
/// <param name="folder">Made when there is something to keep.</param>
internal sealed class LockMemory(string folder)
{
    private const int MostKept = 64;

    /// <summary>Null: it was never asked, or so long ago that it is forgotten.</summary>
    public RegenerationResult? Find(string key)
    {
        var path = PathOf(key);
        var kept = File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllBytes(path), KeptLocksJson.Default.KeptLocks) : null;
        return kept switch
        {
            null => null,
            { Failure: { } reason } => new RegenerationResult.Failed(reason),
            _ => new RegenerationResult.Made(kept.Files),
        };
    }

    /// <summary>On disk when this returns.</summary>
    /// <exception cref="TroupeException"><see cref="ErrorCode.Storage"/>: it cannot be written.</exception>
    public void Keep(string key, RegenerationResult result)
    {
        var kept = result is RegenerationResult.Made made
            ? new KeptLocks { Files = made.Files.ToDictionary(StringComparer.Ordinal) }
            : new KeptLocks { Failure = ((RegenerationResult.Failed)result).Reason };
        try
        {
            Directory.CreateDirectory(folder);
            var draft = $"{PathOf(key)}.{Environment.ProcessId}";
            using (var file = new FileStream(draft, FileMode.Create, FileAccess.Write))
            {
                JsonSerializer.Serialize(file, kept, KeptLocksJson.Default.KeptLocks);
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, PathOf(key), overwrite: true);
            foreach (var old in new DirectoryInfo(folder).EnumerateFiles().OrderByDescending(file => file.LastWriteTimeUtc).Skip(MostKept).ToList())
            {
                old.Delete();
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new TroupeException(
                ErrorCode.Storage, $"What was made of lock files cannot be kept in '{Printable.Escape(folder)}': {Printable.Escape(failure.Message)}", failure);
        }
    }

    private string PathOf(string key) => Path.Combine(folder, $"{key}.json");
}
