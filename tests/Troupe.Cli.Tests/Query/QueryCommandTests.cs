using System.Text.Json;
using Troupe.Cli.Tests.Mail;
using Troupe.Shell;
using Troupe.Testing;

namespace Troupe.Cli.Tests.Query;

public sealed class QueryCommandTests : IDisposable
{
    private readonly MailShell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("query.json", "--json")]
    [InlineData("query.csv", "--csv")]
    [InlineData("query.csv", "--format", "csv")]
    [InlineData("query.json", "--format", "json", "--json")]
    [InlineData("query.txt", "--format", "table")]
    [InlineData("query.txt")]
    public async Task Query_Answer_IsAsTheGoldenFileHasIt(string golden, params string[] form)
    {
        await _shell.SendAsync("bolt", "curator", "Could the parser, \"keep\" its cache?", "Two\nlines", "--tag", "perf");
        await _shell.SendAsync("curator", "bolt", "olá \u202e", "x");

        var run = await QueryAsync(["SELECT ordinal, sender, subject, body, tags, in_reply_to, sent_at, 1.5 AS half, 'nan'::DOUBLE AS none FROM messages ORDER BY ordinal", .. form]);

        run.ExitCode.ShouldBe(0, run.Error);
        Golden.Check(golden, run.Output.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("query-schema.json", "--json")]
    [InlineData("query-schema.txt")]
    public async Task Schema_IsAsTheGoldenFileHasIt(string golden, params string[] form)
    {
        var run = await QueryAsync(["--schema", .. form]);

        run.ExitCode.ShouldBe(0, run.Error);
        Golden.Check(golden, run.Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Query_Dash_ReadsStandardInput()
    {
        _shell.Input = "SELECT 'olá' AS a -- from the pipe\n;"u8.ToArray();
        (await QueryAsync("-", "--csv")).Output.ShouldBe("a\nolá\n");

        _shell.Input = [0xff, 0xfe];
        var run = await QueryAsync("-");
        run.ExitCode.ShouldBe(ExitCodes.InvalidArgument);
        run.Error.ShouldContain("not UTF-8");
    }

    [Fact]
    public async Task Query_Parquet_IsWrittenAndNothingElse()
    {
        var run = await QueryAsync("SELECT 1 AS a", "--parquet", "a.parquet");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldBeEmpty();
        File.ReadAllBytes(Path.Combine(_shell.Repository, "a.parquet"))[..4].ShouldBe("PAR1"u8.ToArray());
    }

    [Theory]
    [InlineData("query.json", "--json")]
    [InlineData("query.csv", "-f", "csv")]
    [InlineData("query.txt")]
    public async Task Query_Output_IsWhatWouldBePrinted(string golden, params string[] form)
    {
        await _shell.SendAsync("bolt", "curator", "Could the parser, \"keep\" its cache?", "Two\nlines", "--tag", "perf");
        await _shell.SendAsync("curator", "bolt", "olá \u202e", "x");

        var run = await QueryAsync(["SELECT ordinal, sender, subject, body, tags, in_reply_to, sent_at, 1.5 AS half, 'nan'::DOUBLE AS none FROM messages ORDER BY ordinal", .. form, "--output", "answer"]);

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldBeEmpty();
        Golden.Check(golden, File.ReadAllText(Path.Combine(_shell.Repository, "answer")).ReplaceLineEndings("\n"));
        Directory.GetFiles(_shell.Repository).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("parquet")]
    public async Task Query_OutputIsThere_IsReplacedOnlyByForce(string form)
    {
        var path = Path.Combine(_shell.Repository, "answer");
        File.WriteAllText(path, "of somebody else");

        var refused = await QueryAsync("SELECT 1 AS a", "--format", form, "--output", "answer");

        refused.ExitCode.ShouldBe(ExitCodes.InvalidArgument);
        refused.Error.ShouldContain("--force");
        File.ReadAllText(path).ShouldBe("of somebody else");
        (await QueryAsync("SELECT 1 AS a", "--format", form, "--output", "answer", "--force")).ExitCode.ShouldBe(0);
        File.ReadAllText(path).ShouldNotBe("of somebody else");
    }

    [Fact]
    public async Task Query_LongJson_IsWholeThoughItGoesInParts()
    {
        var run = await QueryAsync("SELECT a, repeat('ü', 100) AS b FROM range(5000) t(a)", "--json");

        using var answer = JsonDocument.Parse(run.Output);
        answer.RootElement.GetProperty("rows").GetArrayLength().ShouldBe(5000);
        answer.RootElement.GetProperty("rows")[4999].GetProperty("b").GetString().ShouldBe(new string('ü', 100));
    }

    [Theory]
    [InlineData("a SELECT")]
    [InlineData("form of files", "SELECT 1", "--format", "parquet")]
    [InlineData("mean 'csv'", "SELECT 1", "--format", "cvs")]
    [InlineData("choose one", "SELECT 1", "--format", "csv", "--json")]
    [InlineData("without --output", "SELECT 1", "--parquet", "a", "--output", "b")]
    [InlineData("name one", "SELECT 1", "--force")]
    [InlineData("is a folder", "SELECT 1", "--output", "/tmp", "--force")]
    [InlineData("alone", "--schema", "SELECT 1")]
    [InlineData("choose one", "SELECT 1", "--json", "--csv")]
    [InlineData("from 1 on", "SELECT 1", "--limit", "0")]
    [InlineData("Only one SELECT", "DROP TABLE messages")]
    [InlineData("mean 'messages'", "FROM mesages")]
    [InlineData("failed", "SELECT nothing FROM messages")]
    public async Task Query_WithoutSense_IsRefusedWithoutOutput(string hint, params string[] arguments)
    {
        var run = await QueryAsync(arguments);

        run.ExitCode.ShouldBe(ExitCodes.InvalidArgument, run.Error);
        run.Error.ShouldContain(hint);
        run.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task Query_FailsWhileItWrites_LeavesNoFile()
    {
        var run = await QueryAsync("SELECT 'x'::INTEGER FROM range(3)", "--parquet", "a.parquet");

        run.ExitCode.ShouldBe(ExitCodes.InvalidArgument);
        Directory.GetFiles(_shell.Repository).ShouldBeEmpty();
    }

    [Fact]
    public async Task Query_DamagedLog_SaysSoAndAnswers()
    {
        await _shell.SendAsync("bolt", "curator", "lost");
        await _shell.SendAsync("bolt", "curator", "kept");
        File.WriteAllText(_shell.LogFile, File.ReadAllText(_shell.LogFile).Replace("lost", "l0st", StringComparison.Ordinal));

        var run = await QueryAsync("SELECT subject FROM messages", "--json");

        run.ExitCode.ShouldBe(0);
        run.Error.ShouldContain("warning");
        run.Output.ShouldContain("\"rows\":[{\"subject\":\"kept\"}],\"damaged\":1");
    }

    private Task<MailRun> QueryAsync(params string[] arguments) => _shell.RunAsAsync("troupe", ["query", .. arguments]);
}
