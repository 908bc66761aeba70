using Troupe.Core;

namespace Troupe.Agents;

/// <summary>Brings the letters that an agent left in its checkout into the session folder, where they survive the checkout.</summary>
internal static class OutboxCollection
{
    private const long LargestLetter = 1024 * 1024;
    private const int MostLetters = 200;

    /// <returns>What was left where it is, and why.</returns>
    public static IReadOnlyList<string> Collect(SessionFolder folder)
    {
        Directory.CreateDirectory(folder.Outbox);
        List<string> notes = [];
        foreach (var letter in Letters(Path.Combine(folder.Checkout, NeverPatched.Outbox), notes))
        {
            Keep(letter, folder.Outbox);
        }

        return notes;
    }

    public static IReadOnlyList<OutboxFile> Read(SessionFolder folder) =>
        [.. Letters(folder.Outbox, []).Select(letter => new OutboxFile(letter.Name, File.ReadAllBytes(letter.FullName)))];

    private static IEnumerable<FileInfo> Letters(string path, List<string> notes)
    {
        if (!Directory.Exists(path))
        {
            yield break;
        }

        var count = 0;
        foreach (var letter in new DirectoryInfo(path).GetFiles("*.md").OrderBy(letter => letter.Name, StringComparer.Ordinal))
        {
            // A link could name any file of the machine, and what it names would be sent.
            var obstacle = letter.LinkTarget is not null ? "it is a link"
                : letter.Length > LargestLetter ? "it is larger than 1 MiB"
                : ++count > MostLetters ? $"there are more than {MostLetters}"
                : null;
            if (obstacle is null)
            {
                yield return letter;
            }
            else
            {
                notes.Add($"the letter {Printable.Escape(letter.FullName)} was not taken: {obstacle}");
            }
        }
    }

    // Collecting twice, after a crash, must not make two letters of one.
    private static void Keep(FileInfo letter, string outbox)
    {
        var content = File.ReadAllBytes(letter.FullName);
        for (var number = 1; ; number++)
        {
            var target = Path.Combine(outbox, number == 1 ? letter.Name : $"{Path.GetFileNameWithoutExtension(letter.Name)}-{number}.md");
            if (!File.Exists(target))
            {
                File.WriteAllBytes(target, content);
                return;
            }

            if (File.ReadAllBytes(target).AsSpan().SequenceEqual(content))
            {
                return;
            }
        }
    }
}
