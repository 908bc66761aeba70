using System.Text;

namespace Troupe.Cli.Shell;

/// <summary>
/// The name that the program was called by: under <c>jules-mail</c> it is the mail command line.
/// A link resolves to the binary in <see cref="Environment.ProcessPath"/>, so the kernel's own record is read;
/// the JIT fallback has no such record and is told by TROUPE_CALLED_AS.
/// </summary>
internal static class CalledName
{
    public const string Mail = "jules-mail";
    private const string Override = "TROUPE_CALLED_AS";

    public static string Read()
    {
        if (Environment.GetEnvironmentVariable(Override) is { Length: > 0 } name)
        {
            return name;
        }

        try
        {
            var line = File.ReadAllBytes("/proc/self/cmdline");
            var end = Array.IndexOf(line, (byte)0);
            return Path.GetFileName(Encoding.UTF8.GetString(line, 0, end < 0 ? line.Length : end));
        }
        catch (IOException)
        {
            return Path.GetFileName(Environment.ProcessPath ?? "troupe");
        }
    }
}
