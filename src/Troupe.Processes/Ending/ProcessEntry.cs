using System.Runtime.InteropServices;
using System.Text;

namespace Troupe.Processes.Ending;

/// <summary>One line of the process table.</summary>
internal readonly record struct ProcessEntry(int Id, int Parent, int Group, int Session, bool IsZombie)
{
    // Longer than the kernel takes on a busy machine. Some programs are started without any environment, and keep none.
    private static readonly TimeSpan StartOfAProgram = TimeSpan.FromMilliseconds(20);

    /// <returns>Null when the process is gone.</returns>
    public static ProcessEntry? Read(int id)
    {
        try
        {
            // "12 (any name, even with ) in it) S 1 12 12 …": the name ends at the last parenthesis.
            var line = File.ReadAllText($"/proc/{id}/stat");
            var fields = line[(line.LastIndexOf(')') + 2)..].Split(' ', 5);
            return new ProcessEntry(id, int.Parse(fields[1]), int.Parse(fields[2]), int.Parse(fields[3]), fields[0] is "Z" or "X");
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>
    /// When it was started, in the kernel's own count: the same number is given again to later processes, and this tells them apart.
    /// Null when the process is gone or has ended.
    /// </summary>
    public static string? StartOf(int id)
    {
        try
        {
            var line = File.ReadAllText($"/proc/{id}/stat");
            var fields = line[(line.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] is "Z" or "X" ? null : fields[19];
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>
    /// Whether its environment holds the text. A zombie has no environment any more. A process that starts its program shows none for an
    /// instant: one that could be left to us, because we are its parent, is asked again until it shows one.
    /// </summary>
    public bool EnvironmentHolds(ReadOnlySpan<byte> text)
    {
        var environment = ReadEnvironment();
        if (environment is [] && Parent == Environment.ProcessId)
        {
            var self = this;
            SpinWait.SpinUntil(() => (environment = self.ReadEnvironment()) is not [], StartOfAProgram);
        }

        return environment.AsSpan().IndexOf(text) >= 0;
    }

    // Null: it is gone, or not ours to look at.
    private byte[]? ReadEnvironment()
    {
        try
        {
            return File.ReadAllBytes($"/proc/{Id}/environ");
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
