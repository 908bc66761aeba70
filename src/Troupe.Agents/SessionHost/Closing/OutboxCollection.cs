using Troupe.Core;
using Troupe.Processes;

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
            MakeRoom(folder.Outbox);
            foreach (var letter in Letters(folder.Checkout, NeverPatched.Outbox, notes))
            {
                Keep(letter, folder.Outbox);
            }
        }
        catch (Exception obstacle) when (obstacle is IOException or UnauthorizedAccessException or TroupeException)
        {
            // Whatever an agent does to these folders must not keep its session from ending.
            notes.Add($"letters may have been left in the checkout: {Printable.Escape(obstacle.Message)}");
        }

        return notes;
    }

    public static IReadOnlyList<OutboxFile> Read(SessionFolder folder)
    {
        try
        {
            return Letters(folder.Path, Path.GetFileName(folder.Outbox), []);
        }
        catch (Exception obstacle) when (obstacle is IOException or UnauthorizedAccessException)
        {
            // What could be said of it was said in a note when the session was closed.
            return [];
        }
    }

    /// <summary>The agent may have put anything in the folder's place; a link would have its letters written where it leads.</summary>
    private static void MakeRoom(string outbox)
    {
        if (LeftFile.KindOf(outbox) is EntryKind.File or EntryKind.Link or EntryKind.Special)
        {
            File.Delete(outbox);
        }

        SessionFiles.CreatePrivateFolder(outbox);
    }

    private static List<OutboxFile> Letters(string root, string outbox, List<string> notes)
    {
        var path = root;
        foreach (var step in outbox.Split('/'))
        {
            path = Path.Combine(path, step);
            if (LeftFile.KindOf(path) is var kind and not EntryKind.Folder)
            {
                if (kind != EntryKind.None)
                {
                    notes.Add($"no letters were taken: {Printable.Escape(path)} is no folder");
                }

                return [];
            }
        }

        List<OutboxFile> letters = [];
        foreach (var file in new DirectoryInfo(path).GetFiles("*.md").OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            if (TryTake(file, letters) is { } obstacle)
            {
                notes.Add($"the letter {Printable.Escape(file.FullName)} was not taken: {obstacle}");
            }
        }

        return letters;
    }

    private static string? TryTake(FileInfo file, List<OutboxFile> letters)
    {
        // A link could name any file of the machine, and what it names would be sent.
        if (LeftFile.KindOf(file.FullName) == EntryKind.Link)
        {
            return "it is a link";
        }

        try
        {
            using var letter = LeftFile.TryOpen(file.FullName);
            if (letter is null)
            {
                return "it is no regular file";
            }

            if (letter.Length > LargestLetter)
            {
                return "it is larger than 1 MiB";
            }

            if (letters.Count == MostLetters)
            {
                return $"there are more than {MostLetters}";
            }

            var content = new byte[letter.Length];
            letter.ReadExactly(content);
            letters.Add(new OutboxFile(file.Name, content));
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
            if (LeftFile.KindOf(target) == EntryKind.None)
            {
                SessionFiles.Write(target, letter.Content.Span);
                return;
            }

            if (LeftFile.TryRead(target) is { } known && known.AsSpan().SequenceEqual(letter.Content.Span))
            {
                return;
            }
        }
    }
}
