namespace Troupe.Analytics;

/// <summary>What a column of a view holds.</summary>
public enum ColumnType
{
    Text,
    Integer,
    Boolean,

    /// <summary>UTC, to the millisecond.</summary>
    Timestamp,

    /// <summary>A list of texts; empty, never null.</summary>
    Texts,

    /// <summary>One JSON value.</summary>
    Json,
}
