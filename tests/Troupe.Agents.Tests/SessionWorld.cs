using Microsoft.Extensions.Time.Testing;
using Troupe.Core;
using Troupe.Processes;
using Troupe.Testing;

namespace Troupe.Agents.Tests;

/// <summary>A repository, a folder for sessions and an agent whose sessions are shell scripts in real hosts.</summary>
internal sealed class SessionWorld : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private SessionWorld(GitSandbox sandbox, CommitId start)
    {
        Sandbox = sandbox;
        Base = start;
        Agent = AnotherAgent();
    }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public GitSandbox Sandbox { get; }

    public CommitId Base { get; }

    /// <summary>The orchestrator's clock; the hosts have the real one.</summary>
    public FakeTimeProvider Time { get; } = new(DateTimeOffset.Parse("2026-05-01T12:00:00Z"));

    public CommandAgent Agent { get; }

    public string Team => Path.Combine(Sandbox.WorkTree, ".team");

    /// <summary>The variables of the orchestrator, secrets among them.</summary>
    public Dictionary<string, string> Surroundings { get; } = new(StringComparer.Ordinal);

    private static string HostPath => Path.GetFullPath(
        Path.Combine(AppContext.BaseDirectory, "../../Troupe.Agents.TestHost/debug/Troupe.Agents.TestHost"));

    public static async Task<SessionWorld> CreateAsync()
    {
        var sandbox = await GitSandbox.CreateAsync();
        var start = await sandbox.CommitAsync(
            "Start", ("a.txt", "one\ntwo\n"), ("b.txt", "b\n"), (".gitignore", "*.tmp\n"), (".team/mail/events.jsonl", "{}\n"));
        return new SessionWorld(sandbox, CommitId.Parse(start));
    }

    /// <summary>As after a restart of the orchestrator.</summary>
    public CommandAgent AnotherAgent() => AgentHostedBy(HostPath);

    public CommandAgent AgentHostedBy(string program) => AgentOf(program, Time);

    /// <summary>For what has to wait for other processes.</summary>
    public CommandAgent AgentWith(TimeProvider time) => AgentOf(HostPath, time);

    private CommandAgent AgentOf(string program, TimeProvider time)
    {
        foreach (var (name, value) in Sandbox.Environment)
        {
            Surroundings[name] = value;
        }

        if (Environment.GetEnvironmentVariable("DOTNET_ROOT") is { } root)
        {
            Surroundings["DOTNET_ROOT"] = root;
        }

        return new CommandAgent("script", _folder["sessions"], new HostProgram(program, [], null), Surroundings, time);
    }

    public SessionFolder FolderOf(SessionId session) => SessionFolder.Of(_folder["sessions"], session);

    public SessionRequest Request(string script, string session = "s7-curator-2") => new()
    {
        Id = SessionId.Parse(session),
        Base = Base,
        Prompt = "Do what\nyou do: \"ünï\".",
        Title = "Curate",
        RepositoryCommonDirectory = Sandbox.GitDirectory,
        TeamFolder = Team,
        Timeout = TimeSpan.FromMinutes(1),
        Agent = new AgentSettings
        {
            Name = "script",
            Command = ["sh", "-c", script],
            PromptOnStdin = false,
            EnvAllow = [],
            Env = new Dictionary<string, string>(StringComparer.Ordinal),
            Setup = null,
            Timeout = null,
            MaxOutput = 1_000_000,
        },
    };

    public async Task<SessionObservation> RunAsync(SessionRequest request)
    {
        await Agent.StartAsync(request, Token);
        return await EndAsync(request.Id);
    }

    public async Task<SessionObservation> EndAsync(SessionId session)
    {
        try
        {
            return await Agent.EndOfAsync(session);
        }
        catch (ShouldAssertException late)
        {
            var folder = FolderOf(session);
            var files = Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName);
            throw new InvalidOperationException(
                $"{late.Message}\nfiles: {string.Join(' ', files)}\nhosts: {Processes.Holding(folder.Path, "cmdline").Count}\n{File.ReadAllText(folder.HostLog)}",
                late);
        }
    }

    /// <summary>What the patch changes, as git says it: <c>M a.txt</c>.</summary>
    public async Task<string> ChangesAsync(SessionDelivery delivery)
    {
        var git = new Git.GitExecutor(delivery.GitDirectory!, Sandbox.Environment);
        var result = await git.RunAsync(
            ["diff-tree", "-r", "--name-status", "--no-commit-id", delivery.Commit!.Value.Value], Git.GitCall.Plain, Token);
        return result.OutputText.Trim().Replace('\t', ' ').Replace('\n', '|');
    }

    public async Task<string> ContentAsync(SessionDelivery delivery, string path)
    {
        var git = new Git.GitExecutor(delivery.GitDirectory!, Sandbox.Environment);
        return (await git.RunAsync(["cat-file", "blob", $"{delivery.Commit}:{path}"], Git.GitCall.Plain, Token)).OutputText;
    }

    /// <summary>The host itself ends a moment after it has written <c>exit.json</c>; nothing else may be there even then.</summary>
    public async Task NothingLeftAsync(SessionId session)
    {
        var folder = FolderOf(session).Path;
        Processes.Holding($"{AgentEnvironment.SessionFolderVariable}={folder}", "environ").ShouldBeEmpty();
        await Waiting.UntilAsync(() => Task.FromResult(Processes.Holding(folder).Count == 0), "the host's end, and nobody else's");
    }

    public void Dispose()
    {
        // A failed test may have left a host: it must not work on in a folder that goes away.
        foreach (var host in Processes.Holding(_folder.Path))
        {
            ProgramRunner.RunAsync(
                new ProgramRequest
                {
                    Program = "kill",
                    Arguments = ["-9", $"{host}"],
                    WorkingDirectory = "/",
                    Environment = Sandbox.Environment,
                },
                CancellationToken.None).GetAwaiter().GetResult();
        }

        _folder.Dispose();
        Sandbox.Dispose();
    }
}
