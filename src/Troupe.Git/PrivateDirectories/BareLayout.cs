using System.Text;
using Troupe.Core;

namespace Troupe.Git;

/// <summary>
/// A git directory as plain files: what <c>git init</c> would write, without a process, without templates, without the user's defaults.
/// </summary>
internal static class BareLayout
{
    // Merges must give the same tree everywhere: what git would take from the configuration is said here.
    public const string MergeSettings =
        """
        [core]
        	attributesFile = /dev/null
        	createObject = rename
        [merge]
        	directoryRenames = false
        	renameLimit = 7000
        	conflictStyle = merge
        [diff]
        	renameLimit = 7000
        	algorithm = myers
        [gc]
        	auto = 0
        [maintenance]
        	auto = false

        """;

    public static void Write(string gitDirectory, Content content)
    {
        if (Directory.Exists(gitDirectory))
        {
            throw new TroupeException(
                ErrorCode.Storage,
                $"The folder '{Printable.Escape(gitDirectory)}' exists already; it is left as it is. Remove it if no run uses it.");
        }

        Directory.CreateDirectory(Path.Combine(gitDirectory, "objects", "info"));
        Directory.CreateDirectory(Path.Combine(gitDirectory, "objects", "pack"));
        Directory.CreateDirectory(Path.Combine(gitDirectory, "refs", "heads"));
        Directory.CreateDirectory(Path.Combine(gitDirectory, "info"));
        WriteText(gitDirectory, "HEAD", content.Head + "\n");
        WriteText(gitDirectory, "config", Configuration(content));
        File.WriteAllBytes(Path.Combine(gitDirectory, "objects", "info", "alternates"), Alternates(content.Alternates));
        WriteAttributes(gitDirectory, content.Attributes);
        WriteText(gitDirectory, "info/exclude", content.Exclude);

        // Without it, commits at the edge of a shallow clone seem to have parents that nobody has.
        if (content.ShallowFile is { } shallow && File.Exists(shallow))
        {
            File.Copy(shallow, Path.Combine(gitDirectory, "shallow"));
        }
    }

    /// <summary>Which attributes count, whatever the trees say; before git merges anything there.</summary>
    public static void WriteAttributes(string gitDirectory, byte[] attributes) =>
        File.WriteAllBytes(Path.Combine(gitDirectory, "info", "attributes"), attributes);

    public static string ReadAttributes(string gitDirectory) => Encoding.Latin1.GetString(File.ReadAllBytes(Path.Combine(gitDirectory, "info", "attributes")));

    private static string Configuration(Content content)
    {
        var sha256 = content.Format == ObjectFormat.Sha256;
        return new StringBuilder()
            .Append("[core]\n\trepositoryFormatVersion = ").Append(sha256 ? '1' : '0')
            .Append("\n\tfileMode = true\n\tbare = ").Append(content.Bare ? "true" : "false")
            .Append("\n\tlogAllRefUpdates = ").Append(content.Bare ? "false" : "true")
            .Append("\n\thooksPath = /dev/null\n")
            .Append(sha256 ? "[extensions]\n\tobjectFormat = sha256\n" : "")
            .Append(content.Settings)
            .ToString();
    }

    // A line that starts with a quote is read as a C string; an absolute path never does, unless it has to.
    private static byte[] Alternates(IReadOnlyList<string> folders)
    {
        using var lines = new MemoryStream();
        foreach (var folder in folders)
        {
            var path = GitPath.Encode(folder);
            lines.Write(path.AsSpan().Contains((byte)'\n') ? QuotedBytes.Quote(path) : path);
            lines.WriteByte((byte)'\n');
        }

        return lines.ToArray();
    }

    private static void WriteText(string folder, string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);

    internal sealed record Content
    {
        public required ObjectFormat Format { get; init; }

        /// <summary>Object folders whose objects are seen as well; absolute. Their own alternates count too.</summary>
        public required IReadOnlyList<string> Alternates { get; init; }

        public string Head { get; init; } = "ref: refs/heads/main";

        public bool Bare { get; init; } = true;

        /// <summary>Further sections of the configuration file.</summary>
        public string Settings { get; init; } = "";

        public byte[] Attributes { get; init; } = [];

        public string Exclude { get; init; } = "";

        /// <summary>The repository's list of cut-off commits; it need not exist.</summary>
        public string? ShallowFile { get; init; }
    }
}
