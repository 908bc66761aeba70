using Troupe.Core;

namespace Troupe.Interchange;

/// <summary>
/// What became of a letter in one mailbox, as the words of a header: the owner, then <c>read acked archived trashed answered</c> as far as
/// they are so, then <c>tag:NAME</c> for each of the mailbox's tags and <c>shown:SESSION</c> for each session that was shown it.
/// </summary>
internal static class MimeState
{
    private const string TagPrefix = "tag:";
    private const string ShownPrefix = "shown:";

    public static string Write(LetterState state) => string.Join(' ', Words(state));

    public static LetterState Read(string header)
    {
        var words = header.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return new LetterState(words.FirstOrDefault())
        {
            IsRead = words.Contains("read"),
            IsAcked = words.Contains("acked"),
            IsArchived = words.Contains("archived"),
            IsTrashed = words.Contains("trashed"),
            IsAnswered = words.Contains("answered"),
            Tags = [.. After(words, TagPrefix)],
            ShownIn = [.. After(words, ShownPrefix)],
        };
    }

    private static IEnumerable<string> Words(LetterState state)
    {
        yield return state.Mailbox!;
        foreach (var (holds, word) in new[]
        {
            (state.IsRead, "read"), (state.IsAcked, "acked"), (state.IsArchived, "archived"), (state.IsTrashed, "trashed"),
            (state.IsAnswered, "answered"),
        })
        {
            if (holds)
            {
                yield return word;
            }
        }

        foreach (var tag in state.Tags ?? [])
        {
            yield return TagPrefix + tag;
        }

        foreach (var session in state.ShownIn)
        {
            yield return ShownPrefix + session;
        }
    }

    private static IEnumerable<string> After(IEnumerable<string> words, string prefix) => words.Skip(1)
        .Where(word => word.StartsWith(prefix, StringComparison.Ordinal)).Select(word => word[prefix.Length..]);
}
