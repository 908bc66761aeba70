using Troupe.Analytics;
using Troupe.Core;
using Troupe.Mail;

namespace Troupe.Server.Mcp.Tools;

/// <summary><c>search</c>: in what the persona received or sent. Marks nothing.</summary>
internal sealed class SearchTool(MailDoor door) : MailTool<SearchArguments, SearchAnswer>(
    "search", "Search the messages that you received or sent, newest first.", ToolEffect.ReadsOnly)
{
    private const int DefaultLimit = 20;
    private const int HighestLimit = 200;

    protected override async Task<SearchAnswer> RunAsync(SearchArguments arguments, CancellationToken cancellationToken)
    {
        var query = new SearchQuery
        {
            Terms = arguments.Terms,
            Persona = door.Persona,
            From = arguments.From is { } from ? door.Office.Addresses.Require(Address.Parse(from).Name) : (PersonaId?)null,
            Tag = arguments.Tag,
            Limit = Math.Clamp(arguments.Limit ?? DefaultLimit, 1, HighestLimit),
        };
        var result = await MailSearch.RunAsync(door.Identity.Home, query, cancellationToken);
        return new SearchAnswer(
            [.. result.Hits.Select(hit => new FoundView(hit.Entry is { } entry ? MailView.Of(entry) : MailView.Of(hit.Message), hit.Snippet))],
            result.HasMore,
            result.Damage.Count(damage => damage.LostRecords) is > 0 and var places ? places : null);
    }
}
