namespace Troupe.Cli.Query;

/// <summary>The form that an answer has.</summary>
internal enum AnswerForm
{
    /// <summary>For people.</summary>
    Table,

    Json,

    Csv,

    /// <summary>Only in a file.</summary>
    Parquet,
}
