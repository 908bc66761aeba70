using System.CommandLine;
using Troupe.Core;
using Troupe.Shell;

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
    private readonly Option<string?> _format = new("--format", "-f") { Description = "The form of the answer: table (the default), json, csv or parquet", HelpName = "FORM" };
    private readonly Option<string?> _output = new("--output", "-o") { Description = "Write the answer to this file, which appears when it is whole; parquet needs one", HelpName = "FILE" };
    private readonly Option<bool> _force = new("--force") { Description = "Replace the file where it is there already" };
    private readonly Option<bool> _json = JsonOption.Create(Page);
    private readonly Option<bool> _csv = new("--csv") { Description = "The same as --format csv" };
    private readonly Option<string?> _parquet = new("--parquet") { Description = "The same as --format parquet --output FILE", HelpName = "FILE" };
    private readonly Option<int?> _limit = new("--limit", "-n") { Description = "At most this many rows", HelpName = "N" };

    public void AddTo(Command command)
    {
        command.Arguments.Add(_sql);
        foreach (var option in new Option[] { _schema, _format, _output, _force, _json, _csv, _parquet, _limit })
        {
            command.Options.Add(option);
        }
    }

    /// <exception cref="TroupeException">Options that make no sense together.</exception>
    public QueryWish Read(ParseResult arguments)
    {
        var parquet = arguments.GetValue(_parquet);
        var output = arguments.GetValue(_output);
        var wish = new QueryWish(
            arguments.GetValue(_sql),
            arguments.GetValue(_schema),
            FormOf(arguments),
            parquet is null || output is null ? parquet ?? output : throw Refused("--parquet names the file already: give it without --output."),
            arguments.GetValue(_force),
            arguments.GetValue(_limit));
        return wish switch
        {
            { Schema: true } and ({ Sql: not null } or { Form: not (AnswerForm.Table or AnswerForm.Json) } or { Output: not null } or { Limit: not null }) =>
                throw Refused("--schema asks nothing: give it alone, or with --json."),
            { Schema: false, Sql: null } => throw Refused("'troupe query' needs a SELECT, or - to read one from standard input. 'troupe query --schema' prints what there is."),
            { Form: AnswerForm.Parquet, Output: null } => throw Refused("Parquet is a form of files: name one with --output FILE."),
            { Output: "" } => throw Refused("--output names no file."),
            { Output: null, Force: true } => throw Refused("--force replaces a file: name one with --output FILE."),
            { Limit: <= 0 } => throw Refused($"--limit {wish.Limit} shows nothing: give a number from 1 on."),
            _ => wish,
        };
    }

    private AnswerForm FormOf(ParseResult arguments)
    {
        var named = arguments.GetValue(_format) is { } name ? Named(name) : (AnswerForm?)null;
        List<AnswerForm> forms =
        [
            .. new[] { named, When(_json, AnswerForm.Json), When(_csv, AnswerForm.Csv), arguments.GetValue(_parquet) is null ? null : AnswerForm.Parquet }.OfType<AnswerForm>().Distinct(),
        ];
        return forms.Count <= 1 ? forms.FirstOrDefault() : throw Refused("--format, --json, --csv and --parquet name different forms of one answer: choose one.");

        AnswerForm? When(Option<bool> option, AnswerForm form) => arguments.GetValue(option) ? form : null;
    }

    private static AnswerForm Named(string name) => name switch
    {
        "table" => AnswerForm.Table,
        "json" => AnswerForm.Json,
        "csv" => AnswerForm.Csv,
        "parquet" => AnswerForm.Parquet,
        _ => throw Refused($"There is no form '{Printable.Escape(name)}'{Suggestion.Hint(name, ["table", "json", "csv", "parquet"])} An answer is written as table, json, csv or parquet."),
    };

    private static TroupeException Refused(string why) => new(ErrorCode.InvalidArgument, why);
}
