using Troupe.Core;
using Troupe.Mail;
using Troupe.Sprints;

namespace Troupe.Engine;

/// <summary>What the engine's own mail has in common.</summary>
internal static class EngineMail
{
    private const string GoodNewsTag = "good-news";

    public static string SprintTag(int sprint) => $"sprint-{sprint}";

    /// <summary>Unique in the mail log, which knows nothing of sprints: a key of one sprint never silences another's mail.</summary>
    public static string Key(SprintState state, string key) => $"sprint-{state.Number}/{key}";

    /// <summary>Mail of the engine that asks for nothing, and so triggers no run.</summary>
    public static bool IsGoodNews(Message message) => message.From == PersonaId.Weaver && message.Tags.Contains(GoodNewsTag);
}
