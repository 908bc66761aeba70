using System.Globalization;
using System.Text.Json;
using Troupe.Processes;
using Troupe.Testing;

namespace Troupe.EndToEnd;

/// <summary>A repository with branches and a diff that meet in every way, and a git that can end whoever started it.</summary>
internal sealed class WeaveStage : IDisposable
{
    private static readonly string[] Lines = [.. Enumerable.Range(1, 30).Select(i => string.Create(CultureInfo.InvariantCulture, $"line {i}"))];

    private readonly Stage _stage = new();

    public string Repository => _stage.Repository;

    public string Scratch => _stage.StateFolder;

    /// <summary>The arguments of every weave here: two that share a file, two that collide, one twice, one as a diff.</summary>
    public string[] Sources => ["one", "two", "collides", "same", _stage.Beside("six.patch")];

    private string Calls => _stage.Beside("calls");

    public static async Task<WeaveStage> CreateAsync()
    {
        var stage = new WeaveStage();
        Directory.CreateDirectory(stage.Repository);
        await stage.GitAsync("init", "--quiet", "--initial-branch=main", "--template=");
        await stage.CommitAsync("main", ("a.txt", Lines), ("b.txt", Lines), ("src/c.txt", Lines));
        await stage.BranchAsync("one", 3, "one");
        await stage.BranchAsync("two", 20, "two");
        await stage.BranchAsync("collides", 3, "collides");
        await stage.BranchAsync("same", 20, "two");
        await stage.BranchAsync("six", 11, "six");
        await File.WriteAllTextAsync(stage._stage.Beside("six.patch"), await stage.GitAsync("diff", "--binary", "--full-index", "main", "six") + "\n");
        await stage.GitAsync("checkout", "--quiet", "main");
        Script.Write(
            stage._stage.Beside("bin/git"),
            $"""
            PATH={stage._stage.Environment["PATH"]}
            number=1
            while ! mkdir "{stage.Calls}/$number" 2>/dev/null; do number=$((number + 1)); done
            [ "$number" -eq "$LAST_CALL" ] || exec git "$@"
            [ "$LAST_MOMENT" = before ] || git "$@"
            kill -9 "$(cat '{stage._stage.Beside("pid")}')"
            """);
        return stage;
    }

    public Task<string> GitAsync(params string[] arguments) => _stage.GitAsync(
        ["-c", "user.name=Test", "-c", "user.email=test@example.org", .. arguments]);

    /// <summary>The branches that there are below a name, with the trees they hold.</summary>
    public async Task<IReadOnlyList<string>> TreesBelowAsync(string name) =>
        (await GitAsync("for-each-ref", "--format=%(tree)", $"refs/heads/{name}")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Weaves, killed at its git call of that number. False: it made fewer calls, and came to its end.</summary>
    public async Task<bool> IsKilledAsync(int call, string moment, params string[] arguments)
    {
        if (Directory.Exists(Calls))
        {
            Directory.Delete(Calls, recursive: true);
        }

        // Calls at the same time must not take the same number: whoever can make its folder has it.
        Directory.CreateDirectory(Calls);
        var result = await RunAsync(
            "sh",
            ["-c", "echo $$ > \"$0\"; exec \"$@\"", _stage.Beside("pid"), BuiltProgram.Path, "weave", .. arguments, .. Sources],
            new() { ["PATH"] = _stage.Beside("bin") + ":" + _stage.Environment["PATH"], ["LAST_CALL"] = call.ToString(CultureInfo.InvariantCulture), ["LAST_MOMENT"] = moment });
        return result.ExitCode is not (0 or 1);
    }

    public async Task<JsonElement> WeaveAsync(params string[] arguments)
    {
        var result = await RunAsync(BuiltProgram.Path, ["weave", .. arguments, "--json", .. Sources], []);
        result.ExitCode.ShouldBe(1, result.ErrorText);
        using var document = JsonDocument.Parse(result.Output);
        return document.RootElement.Clone();
    }

    public void Dispose() => _stage.Dispose();

    private Task<ProgramResult> RunAsync(string program, string[] arguments, Dictionary<string, string> more) => ProgramRunner.RunAsync(
        new ProgramRequest
        {
            Program = program,
            Arguments = arguments,
            WorkingDirectory = Repository,
            Environment = new Dictionary<string, string>(_stage.Environment.Concat(more).GroupBy(pair => pair.Key, pair => pair.Value).ToDictionary(pair => pair.Key, pair => pair.Last()), StringComparer.Ordinal),
        },
        TestContext.Current.CancellationToken);

    private async Task BranchAsync(string name, int line, string text)
    {
        await GitAsync("checkout", "--quiet", "-b", name, "main");
        await CommitAsync(name, ("a.txt", [.. Lines.Select((old, i) => i == line ? text : old)]), ($"new/{text}.txt", [text]));
    }

    private async Task CommitAsync(string message, params (string Path, string[] Lines)[] files)
    {
        foreach (var (path, lines) in files)
        {
            var full = Path.Combine(Repository, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            await File.WriteAllLinesAsync(full, lines);
        }

        await GitAsync("add", "--all");
        await GitAsync("commit", "--quiet", "--message", message);
    }
}
