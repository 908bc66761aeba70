namespace Troupe.Cli.Query;

/// <summary>What somebody asks, and how he wants the answer.</summary>
/// <param name="Sql">Null: it was not given; <c>-</c>: it comes from standard input.</param>
/// <param name="Output">The file that gets the answer; null: standard output.</param>
/// <param name="Force">Whether that file may be replaced.</param>
internal sealed record QueryWish(string? Sql, bool Schema, AnswerForm Form, string? Output, bool Force, int? Limit);
