using Troupe.Analytics;

namespace Troupe.Cli.Query;

/// <summary>Of <c>query --schema</c>.</summary>
internal sealed record SchemaOutput(int SchemaVersion, IReadOnlyList<SchemaView> Views)
{
    public static SchemaOutput OfAll() => new(
        1,
        [
            .. Analytics.Views.All.Select(view => new SchemaView(
                view.Name,
                view.Description,
                [.. view.Columns.Select(column => new SchemaColumn(column.Name, column.Type.Sql(), column.Description))])),
        ]);
}
