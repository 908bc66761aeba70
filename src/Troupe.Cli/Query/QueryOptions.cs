using System.CommandLine;
using Troupe.Cli.Shell;
using Troupe.Core;

namespace Troupe.Cli.Query;

/// <summary>The arguments of <c>query</c>.</summary>
internal sealed class QueryOptions
{
    private const string Page = "docs/reference/query.md";

    private readonly Argument<string?> _sql = new("sql")
    {
        HelpName = "SQL",
        Description = "One SELECT, in the SQL of DuckDB; - reads it from standard input",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _schema = new("--schema") { Description = "Print the views with their columns instead" };
    private readonly Option<bool> _json = JsonOption.Create(Page);
    private readonly Option<bool> _csv = new("--csv") { Description = "Comma-separated values with a header" };
    private readonly Option<string?> _parquet = new("--parquet") { Description = "Write the answer to this Parquet file", HelpName = "FILE" };
    private readonly Option<int?> _limit = new("--limit", "-n") { Description = "At most this many rows", HelpName = "N" };

    public void AddTo(Command command)
    {
        command.Arguments.Add(_sql);
        foreach (var option in new Option[] { _schema, _json, _csv, _parquet, _limit })
        {
            command.Options.Add(option);
        }
    }

    /// <exception cref="TroupeException">Options that make no sense together.</exception>
    public QueryWish Read(ParseResult arguments)
    {
        var wish = new QueryWish(
            arguments.GetValue(_sql),
            arguments.GetValue(_schema),
            arguments.GetValue(_json),
            arguments.GetValue(_csv),
            arguments.GetValue(_parquet),
            arguments.GetValue(_limit));
        return wish switch
        {
            { Schema: true } and ({ Sql: not null } or { Csv: true } or { Parquet: not null } or { Limit: not null }) =>
                throw Refused("--schema asks nothing: give it alone, or with --json."),
            { Schema: false, Sql: null } => throw Refused("'troupe query' needs a SELECT, or - to read one from standard input. 'troupe query --schema' prints what there is."),
            { Json: true, Csv: true } or { Json: true, Parquet: not null } or { Csv: true, Parquet: not null } =>
                throw Refused("--json, --csv and --parquet are three forms of one answer: choose one."),
            { Limit: <= 0 } => throw Refused($"--limit {wish.Limit} shows nothing: give a number from 1 on."),
            _ => wish,
        };
    }

    private static TroupeException Refused(string why) => new(ErrorCode.InvalidArgument, why);
}
