using System.Diagnostics;

namespace Troupe.EndToEnd;

/// <summary>The program running beside a test, to be killed without a word.</summary>
internal sealed class BackgroundRun(int id)
{
    public int Id => id;

    public bool IsOver => !Directory.Exists($"/proc/{id}");

    public async Task KillAsync()
    {
        Kill(id);
        await Until.TrueAsync(() => IsOver);
    }

    /// <summary>SIGKILL to this process alone.</summary>
    public static void Kill(int process)
    {
        try
        {
            using var victim = Process.GetProcessById(process);
            victim.Kill();
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            // It ended by itself in this moment.
        }
    }
}
