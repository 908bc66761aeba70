using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Troupe.EndToEnd.Agents;

/// <summary>What a request to a model tells it of mail.</summary>
internal static partial class ToldMail
{
    /// <summary>What stands in each fence, in the order of the request.</summary>
    public static IReadOnlyList<string> In(JsonNode request) =>
        [.. Fence().Matches(Texts(request)).Select(fence => fence.Groups["told"].Value)];

    /// <summary>Gemini CLI writes the brackets of what hooks say as entities.</summary>
    public static string Texts(JsonNode? node) => node switch
    {
        JsonObject members => string.Concat(members.Select(member => Texts(member.Value))),
        JsonArray items => string.Concat(items.Select(Texts)),
        JsonValue value when value.TryGetValue<string>(out var text) => text.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal) + "\n",
        _ => "",
    };

    [GeneratedRegex(@"<troupe-mail-(?<nonce>[0-9a-f]{16})>\n(?<told>.*?)\n</troupe-mail-\k<nonce>>", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Fence();
}
