using Troupe.Processes;
using Troupe.Testing;

namespace Troupe.EndToEnd;

/// <summary>A repository with a team in it, and the built program run there as a user would.</summary>
internal sealed class Stage : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly TemporaryFolder _folder = new();

    public Stage()
    {
        Directory.CreateDirectory(_folder["home"]);
        Environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PATH"] = System.Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin",
            ["HOME"] = _folder["home"],
            ["XDG_STATE_HOME"] = _folder["state"],
        };
    }

    /// <summary>Everything of this stage lies below it.</summary>
    public string Folder => _folder.Path;

    public string Repository => _folder["harbour"];

    public string StateFolder => _folder["state"];

    public Dictionary<string, string> Environment { get; }

    public string Beside(string name) => _folder[name];

    /// <summary>The stage of <c>troupe demo</c>, where nothing has run yet.</summary>
    public static async Task<Stage> OfDemoAsync()
    {
        var stage = new Stage();
        (await stage.RunInAsync(stage.Folder, "dev", "demo-repository", stage.Repository)).ExitCode.ShouldBe(0);
        return stage;
    }

    public Task<ProgramResult> RunAsync(params string[] arguments) => RunInAsync(Repository, arguments);

    public Task<ProgramResult> RunInAsync(string folder, params string[] arguments) =>
        RunProgramAsync(BuiltProgram.Path, folder, arguments);

    public async Task<string> GitAsync(params string[] arguments)
    {
        var result = await RunProgramAsync("git", Repository, arguments);
        result.ExitCode.ShouldBe(0, result.ErrorText);
        return result.OutputText.Trim();
    }

    /// <summary>Starts the program beside the test; it lives until it ends or is killed.</summary>
    public BackgroundRun Start(params string[] arguments) => new(DetachedProcess.Start(new DetachedRequest
    {
        Program = BuiltProgram.Path,
        Arguments = arguments,
        WorkingDirectory = Repository,
        Environment = Environment,
        LogFile = _folder["background.log"],
    }));

    /// <summary>What runs for this stage, by its environment, its command line or its working directory.</summary>
    public IReadOnlyList<string> Processes() =>
    [
        .. Directory.EnumerateDirectories("/proc").Where(path => int.TryParse(Path.GetFileName(path), out _))
            .Select(path => ProcessTrace.Read(path, Folder)).OfType<string>(),
    ];

    public void Dispose() => _folder.Dispose();

    private Task<ProgramResult> RunProgramAsync(string program, string folder, string[] arguments) => ProgramRunner.RunAsync(
        new ProgramRequest
        {
            Program = program,
            Arguments = arguments,
            WorkingDirectory = folder,
            Environment = Environment,
            Timeout = Patience,
        },
        TestContext.Current.CancellationToken);
}
