using Troupe.Analytics;
using Troupe.Shell;

namespace Troupe.Cli.Query;

/// <summary>The views for people.</summary>
internal static class SchemaLines
{
    public static IEnumerable<string> Of() => Views.All.SelectMany((view, index) => Of(view, isFirst: index == 0));

    private static IEnumerable<string> Of(View view, bool isFirst)
    {
        var columns = TextTable.Lines([.. view.Columns.Select(column => new[] { column.Name, column.Type.Sql(), column.Description })]);
        return [.. isFirst ? Array.Empty<string>() : [""], $"{view.Name}: {view.Description}", .. columns.Select(line => "  " + line)];
    }
}
