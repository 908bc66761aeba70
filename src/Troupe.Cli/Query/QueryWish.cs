namespace Troupe.Cli.Query;

/// <summary>What somebody asks, and how he wants the answer.</summary>
/// <param name="Sql">Null: it was not given; <c>-</c>: it comes from standard input.</param>
internal sealed record QueryWish(string? Sql, bool Schema, bool Json, bool Csv, string? Parquet, int? Limit);
