namespace Troupe.Weaving;

/// <param name="Pairs">The pairs of patches that share a path, each with its earlier patch first.</param>
/// <param name="AreAll">False: more pairs meet than were looked at.</param>
internal sealed record FoundMeetings(IReadOnlyList<MeetingPair> Pairs, bool AreAll);
