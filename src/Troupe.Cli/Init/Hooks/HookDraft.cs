using System.Globalization;

namespace Troupe.Cli.Init;

/// <summary>
/// What becomes a file when it is whole: <c>NAME.PROCESS.new</c> beside it, so that each program has its own. One that a killed program
/// left is swept by the next.
/// </summary>
internal static class HookDraft
{
    private const string Extension = ".new";

    /// <summary>Never readable for anybody who may not read what it becomes.</summary>
    /// <param name="target">What it becomes, or replaces.</param>
    /// <param name="extra">What a new file may be besides what all new files are.</param>
    public static void Publish(string target, byte[] content, UnixFileMode extra)
    {
        var draft = $"{target}.{Environment.ProcessId}{Extension}";
        try
        {
            File.Delete(draft);
            using (var file = new FileStream(draft, FileMode.CreateNew, FileAccess.Write))
            {
                if (!OperatingSystem.IsWindows())
                {
                    File.SetUnixFileMode(file.SafeFileHandle, File.Exists(target) ? File.GetUnixFileMode(target) | extra : File.GetUnixFileMode(file.SafeFileHandle) | extra);
                }

                file.Write(content);
            }

            File.Move(draft, target, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            TryDelete(draft);
            throw;
        }
    }

    /// <summary>Removes what programs left that do not live any more. What a running one writes now stays.</summary>
    public static void Sweep(string target)
    {
        var folder = Path.GetDirectoryName(target)!;
        if (Directory.Exists(folder))
        {
            Directory.EnumerateFiles(folder, Path.GetFileName(target) + ".*" + Extension).Where(file => IsLeft(file, target)).ToList().ForEach(TryDelete);
        }
    }

    private static bool IsLeft(string file, string target)
    {
        var between = file.AsSpan(target.Length + 1, Math.Max(0, file.Length - target.Length - 1 - Extension.Length));
        return int.TryParse(between, NumberStyles.None, CultureInfo.InvariantCulture, out var process)
            && (process == Environment.ProcessId || !Directory.Exists($"/proc/{process}"));
    }

    private static void TryDelete(string draft)
    {
        try
        {
            File.Delete(draft);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A leftover harms nobody; what could not be done is told by whoever tried it.
        }
    }
}
