namespace Troupe.Testing;

/// <summary>Shell scripts that tests put where a program is expected.</summary>
public static class Script
{
    /// <summary>Writes an executable <c>sh</c> script and gives its path.</summary>
    public static string Write(string path, string body)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "#!/bin/sh\n" + body + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return path;
    }
}
