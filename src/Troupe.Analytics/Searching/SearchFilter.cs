using System.Text;
using Troupe.EventLog;

namespace Troupe.Analytics;

/// <summary>A query in the form in which millions of records are compared with it. Never changes, so threads share it.</summary>
internal sealed class SearchFilter(SearchQuery query)
{
    private readonly byte[] _since = Moment(query.Since);
    private readonly byte[] _until = Moment(query.Until);
    private readonly byte[] _persona = Quoted(query.Persona?.Value);
    private readonly byte[] _from = Quoted(query.From?.Value);

    public SearchQuery Query => query;

    public SearchTerms Terms { get; } = new(query.Terms);

    /// <param name="moment">As records have it: these texts sort like what they name.</param>
    public bool FitsTime(ReadOnlySpan<byte> moment) =>
        (_since.Length == 0 || moment.SequenceCompareTo(_since) >= 0) && (_until.Length == 0 || moment.SequenceCompareTo(_until) < 0);

    /// <param name="value">A member's value, raw.</param>
    public bool IsPersona(ReadOnlySpan<byte> value) => IsText(value, _persona, query.Persona?.Value);

    public bool IsSender(ReadOnlySpan<byte> value) => IsText(value, _from, query.From?.Value);

    private static bool IsText(ReadOnlySpan<byte> value, byte[] quoted, string? text) =>
        value.SequenceEqual(quoted) || (value.Contains((byte)'\\') && RecordValue.Text(value) == text);

    private static byte[] Quoted(string? id) => Encoding.ASCII.GetBytes($"\"{id}\"");

    private static byte[] Moment(DateTimeOffset? time) =>
        time is { } given ? Encoding.ASCII.GetBytes(given.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'")) : [];
}
