using DuckDB.NET.Data;

namespace Troupe.Analytics;

/// <summary>
/// Appends the rows of one view to its table: of each row the columns that somebody reads. Rows go over in bounded chunks, and the
/// table's share of memory is bounded too, so that feeding takes no more than a query may.
/// </summary>
internal sealed class TableFeed<TRow> : IDisposable
{
    private readonly IReadOnlyList<ViewColumnOf<TRow>> _columns;
    private readonly DuckDBAppender _appender;

    public TableFeed(DuckDBConnection connection, ViewOf<TRow> view, ScannedColumns scanned)
    {
        _columns = Tables.Kept(view, view.Fed, scanned);
        _appender = connection.CreateAppender(Tables.Schema, view.Name);
    }

    public void Add(TRow row)
    {
        var target = _appender.CreateRow();
        foreach (var column in _columns)
        {
            Append(target, column.Type, column.Value(row));
        }

        target.EndRow();
    }

    /// <summary>Finishes the table.</summary>
    public void Dispose() => _appender.Dispose();

    private static void Append(IDuckDBAppenderRow target, ColumnType type, Cell cell)
    {
        switch (type)
        {
            case ColumnType.Integer:
                target.AppendValue(cell.Number);
                break;
            case ColumnType.Boolean:
                target.AppendValue(cell.Number is { } truth ? truth != 0 : (bool?)null);
                break;
            case ColumnType.Timestamp:
                target.AppendValue(cell.Number is { } ticks ? new DateTime(ticks, DateTimeKind.Utc) : (DateTime?)null);
                break;
            default:
                // Half of a surrogate pair has no UTF-8 form; the log holds none.
                target.AppendValue(cell.Text);
                break;
        }
    }
}
