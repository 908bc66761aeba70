namespace Troupe.Weaving;

/// <summary>Which of the patches that collide meet each other, by one index of all that they touch. Pure.</summary>
internal static class LoserMeetings
{
    /// <returns>For each of them the places, among them, of those that it meets, in ascending order.</returns>
    public static IReadOnlyList<IReadOnlyList<int>> Of(IReadOnlyList<Loser> losers)
    {
        var touched = new PathIndex();
        for (var place = 0; place < losers.Count; place++)
        {
            touched.Add(losers[place].Patch.Paths, place);
        }

        return [.. losers.Select((loser, place) => (IReadOnlyList<int>)[.. touched.Meeting(loser.Patch.Paths).Where(other => other != place)])];
    }
}
