using Troupe.EventLog;

namespace Troupe.Analytics;

/// <summary>What a search found.</summary>
/// <param name="Hits">Newest first.</param>
/// <param name="HasMore">Older messages fit too, but the limit was reached.</param>
/// <param name="Damage">Where the log is damaged; messages that fit may have been lost there.</param>
/// <param name="Unsearched">What could not be looked through: one sentence each, for people.</param>
public sealed record SearchResult(
    IReadOnlyList<SearchHit> Hits, bool HasMore, IReadOnlyList<LogDamage> Damage, IReadOnlyList<string> Unsearched);
