using Troupe.Core;
using Troupe.Mail;
using Troupe.Sprints;

namespace Troupe.Engine;

/// <summary>What the engine's own mail has in common.</summary>
internal static class EngineMail
{
    private const string GoodNewsTag = "good-news";

    // A message has a limit in bytes; a character has four at most.
    private const int LongestBody = 1024 * 1024;

    /// <summary>A report tells of every place of every file, and agents can change any number of them.</summary>
    public static string Fit(string body) => body.Length <= LongestBody ? body : TextCut.Start(body, LongestBody) + "\n\n… (cut here: it is too long for a message)\n";

    public static string SprintTag(int sprint) => $"sprint-{sprint}";

    /// <summary>Unique in the mail log, which knows nothing of sprints: a key of one sprint never silences another's mail.</summary>
    public static string Key(SprintState state, string key) => $"sprint-{state.Number}/{key}";

    /// <summary>Mail of the engine that asks for nothing, and so triggers no run.</summary>
    public static bool IsGoodNews(Message message) => message.From == PersonaId.Weaver && message.Tags.Contains(GoodNewsTag);
}
