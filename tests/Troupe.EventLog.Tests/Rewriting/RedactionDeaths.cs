using Microsoft.Extensions.Time.Testing;

namespace Troupe.EventLog.Tests;

/// <summary>Redactions by a process that dies.</summary>
internal static class RedactionDeaths
{
    /// <summary>Redacts the record with a dedup key, as a process that dies before its system call number <paramref name="step"/>.</summary>
    /// <returns>False: it came to its end.</returns>
    public static async Task<bool> DiesAsync(string folder, string key, int step)
    {
        var at = (await SmallLog.ReadAsync(new FileEventLog(folder, new FakeTimeProvider()))).Single(record => record.DedupKey == key).Position;
        var calls = new FaultyCalls();
        calls.Instead = (_, _) => calls.Made > step ? throw new DeadException() : null;
        try
        {
            new Redaction(folder, calls).Redact(at);
            return false;
        }
        catch (DeadException)
        {
            return true;
        }
    }

    private sealed class DeadException : Exception;
}
