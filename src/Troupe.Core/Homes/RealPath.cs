namespace Troupe.Core;

/// <summary>A full path with every symbolic link in it followed.</summary>
public static class RealPath
{
    // As many links as the kernel follows before it calls a path circular.
    private const int MostLinks = 40;

    /// <summary>Parts that do not exist are kept as they are.</summary>
    /// <exception cref="TroupeException"><see cref="ErrorCode.Storage"/>: the links lead in a circle.</exception>
    public static string Of(string path)
    {
        var pending = new Stack<string>();
        Push(pending, Path.GetFullPath(path));
        var real = Path.DirectorySeparatorChar.ToString();
        var links = 0;
        while (pending.TryPop(out var part))
        {
            var next = Path.GetFullPath(Path.Combine(real, part));
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                real = next;
                continue;
            }

            if (++links > MostLinks)
            {
                throw new TroupeException(ErrorCode.Storage, $"The symbolic links in '{Printable.Escape(path)}' lead in a circle.");
            }

            if (Path.IsPathRooted(target))
            {
                real = Path.DirectorySeparatorChar.ToString();
            }

            Push(pending, target);
        }

        return real;
    }

    private static void Push(Stack<string> pending, string path)
    {
        var parts = path.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
        for (var i = parts.Length - 1; i >= 0; i--)
        {
            pending.Push(parts[i]);
        }
    }
}
