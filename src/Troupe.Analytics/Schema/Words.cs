using System.Text.Json;

namespace Troupe.Analytics;

/// <summary>Names of states and outcomes as the logs write them.</summary>
internal static class Words
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
