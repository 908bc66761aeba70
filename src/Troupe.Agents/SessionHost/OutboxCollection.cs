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
        List<string> notes = [];
        try
        {
            Directory.CreateDirectory(folder.Outbox);
            foreach (var letter in Letters(Path.Combine(folder.Checkout, NeverPatched.Outbox), notes))
            {
                Keep(letter, folder.Outbox);
            }
        }
        catch (Exception obstacle) when (obstacle is IOException or UnauthorizedAccessException)
        {
            // Whatever an agent does to these folders must not keep its session from ending.
            notes.Add($"letters may have been left in the checkout: {Printable.Escape(obstacle.Message)}");
        }

        return notes;
    }

    public static IReadOnlyList<OutboxFile> Read(SessionFolder folder) => [.. Letters(folder.Outbox, [])];

    private static List<OutboxFile> Letters(string path, List<string> notes)
    {
        List<OutboxFile> letters = [];
        var files = Directory.Exists(path) ? new DirectoryInfo(path).GetFiles("*.md") : [];
        foreach (var file in files.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            // A link could name any file of the machine, and what it names would be sent.
            var obstacle = file.LinkTarget is not null ? "it is a link"
                : file.Length > LargestLetter ? "it is larger than 1 MiB"
                : letters.Count == MostLetters ? $"there are more than {MostLetters}"
                : TryRead(file, letters);
            if (obstacle is not null)
            {
                notes.Add($"the letter {Printable.Escape(file.FullName)} was not taken: {obstacle}");
            }
        }

        return letters;
    }

    private static string? TryRead(FileInfo file, List<OutboxFile> letters)
    {
        try
        {
            letters.Add(new OutboxFile(file.Name, File.ReadAllBytes(file.FullName)));
            return null;
        }
        catch (Exception obstacle) when (obstacle is IOException or UnauthorizedAccessException)
        {
            return Printable.Escape(obstacle.Message);
        }
    }

    // Collecting twice, after a crash, must not make two letters of one.
    private static void Keep(OutboxFile letter, string outbox)
    {
        for (var number = 1; ; number++)
        {
            var target = Path.Combine(outbox, number == 1 ? letter.Name : $"{Path.GetFileNameWithoutExtension(letter.Name)}-{number}.md");
            if (!File.Exists(target))
            {
                File.WriteAllBytes(target, letter.Content.Span);
                return;
            }

            if (File.ReadAllBytes(target).AsSpan().SequenceEqual(letter.Content.Span))
            {
                return;
            }
        }
    }
}
