using System.Globalization;
using DuckDB.NET.Data;
using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Analytics;

/// <summary>
/// One query over everything that happened, in a private database in memory that holds what the query reads and can reach nothing else.
/// Nothing is ever written but, where that is asked for, one Parquet file with the answer.
/// </summary>
public sealed class Query : IDisposable
{
    private readonly DuckDBConnection _connection;
    private readonly string _sql;
    private readonly QueryLimits _limits;
    private readonly SpillFolder _spill;

    private Query(DuckDBConnection connection, string sql, QueryLimits limits) =>
        (_connection, _sql, _limits, _spill) = (connection, sql, limits, new SpillFolder(limits.SpillParent));

    public IReadOnlyList<ResultColumn> Columns { get; private set; } = [];

    /// <summary>Where the logs that were read are damaged.</summary>
    public IReadOnlyList<LogDamage> Damage { get; private set; } = [];

    /// <summary>What was passed over: one sentence each, for people.</summary>
    public IReadOnlyList<string> Unread { get; private set; } = [];

    /// <summary>Reads the logs as far as the query needs them, and prepares the query.</summary>
    /// <param name="writable">A file that <see cref="WriteParquet"/> may write; null: none.</param>
    /// <exception cref="TroupeException">
    /// <see cref="ErrorCode.InvalidArgument"/>: it is no query, or has a mistake; <see cref="ErrorCode.NotFound"/>: the database's library
    /// is missing; <see cref="ErrorCode.Storage"/>: a log cannot be read, or a later version wrote it.
    /// </exception>
    public static Task<Query> OpenAsync(
        TeamHome home, TimeProvider time, string sql, string? writable, CancellationToken cancellationToken) =>
        OpenAsync(home, time, sql, writable, QueryLimits.OfThisMachine(), cancellationToken);

    internal static async Task<Query> OpenAsync(
        TeamHome home, TimeProvider time, string sql, string? writable, QueryLimits limits, CancellationToken cancellationToken)
    {
        var query = new Query(Library.Open(), sql, limits);
        try
        {
            Lockdown.Apply(query._connection, limits, query._spill.Path, writable);
            await query.PrepareAsync(home, time, cancellationToken);
            return query;
        }
        catch
        {
            query.Dispose();
            throw;
        }
    }

    /// <summary>The rows: for each column the value as JSON, null for null.</summary>
    public IEnumerable<string?[]> Rows(int? limit, CancellationToken cancellationToken)
    {
        var columns = Enumerable.Range(0, Columns.Count).Select(column => $"c{column}").ToList();
        using var command = _connection.CreateCommand();
        command.UseStreamingMode = true;
        command.CommandText = $"SELECT {string.Join(", ", columns.Select(column => $"to_json({column})::VARCHAR"))} FROM {SqlText.Source(_sql, columns)}{Limit(limit)}";
        using var interruption = cancellationToken.Register(command.Cancel);
        using var reader = Run(() => command.ExecuteReader(), cancellationToken);
        while (Run(reader.Read, cancellationToken))
        {
            var row = new string?[columns.Count];
            for (var column = 0; column < row.Length; column++)
            {
                row[column] = reader.IsDBNull(column) ? null : reader.GetString(column);
            }

            yield return row;
        }
    }

    /// <summary>Writes the answer to the file that was named when the query was opened.</summary>
    public void WriteParquet(string file, int? limit, CancellationToken cancellationToken)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = $"COPY (SELECT * FROM {SqlText.Source(_sql, Columns.Select(column => column.Name))}{Limit(limit)}) "
            + $"TO {SqlText.Literal(file)} (FORMAT parquet, USE_TMP_FILE false)";
        using var interruption = cancellationToken.Register(command.Cancel);
        Run(command.ExecuteNonQuery, cancellationToken);
    }

    public void Dispose()
    {
        _connection.Dispose();
        _spill.Dispose();
    }

    private static string Limit(int? limit) => limit is { } most ? string.Create(CultureInfo.InvariantCulture, $" LIMIT {most}") : "";

    /// <summary>Mistakes of the query are found over empty tables, before any log is read.</summary>
    private async Task PrepareAsync(TeamHome home, TimeProvider time, CancellationToken cancellationToken)
    {
        var needed = QueryCheck.Require(_connection, _sql);
        List<View> views = [.. Views.All.Where(view => needed.Contains(view.Name)).OrderBy(view => view.Sources.Count)];
        Tables.Create(_connection, views);
        Columns = Describe(cancellationToken);
        var scanned = Run(() => ScannedColumns.Of(_connection, _sql), cancellationToken);
        Lockdown.Close(_connection);
        views.FindAll(view => scanned.Reads(view)).ForEach(view => Tables.Narrow(_connection, view, scanned));
        var history = new History(home, time, _connection, scanned);
        await FeedAsync(history, cancellationToken);
        (Damage, Unread) = (history.Damage, history.Unread);
    }

    private async Task FeedAsync(History history, CancellationToken cancellationToken)
    {
        try
        {
            await history.FeedAsync(cancellationToken);
        }
        catch (DuckDBException failure)
        {
            throw QueryError.Of(failure, _limits);
        }
    }

    private List<ResultColumn> Describe(CancellationToken cancellationToken)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = $"DESCRIBE SELECT * FROM query({SqlText.Literal(_sql)})";
        using var reader = Run(() => command.ExecuteReader(), cancellationToken);
        var columns = new List<ResultColumn>();
        while (reader.Read())
        {
            columns.Add(new ResultColumn(Unused(reader.GetString(0), columns), reader.GetString(1)));
        }

        return columns;
    }

    /// <summary>Of two columns with one name the second gets a number.</summary>
    private static string Unused(string name, List<ResultColumn> columns)
    {
        var unused = name;
        for (var number = 1; columns.Exists(column => column.Name.Equals(unused, StringComparison.OrdinalIgnoreCase)); number++)
        {
            unused = string.Create(CultureInfo.InvariantCulture, $"{name}_{number}");
        }

        return unused;
    }

    private T Run<T>(Func<T> step, CancellationToken cancellationToken)
    {
        try
        {
            return step();
        }
        catch (DuckDBException failure)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw QueryError.Of(failure, _limits);
        }
    }
}
