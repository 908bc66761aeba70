using Troupe.Core;
using Troupe.Git;
using Troupe.Testing;

namespace Troupe.Weaving.Tests.Scenes;

/// <summary>A real repository with one base commit, and patches made on it.</summary>
internal sealed class WeaveScene : IDisposable
{
    private readonly GitSandbox _sandbox;
    private readonly ObjectWriter _writer;

    private WeaveScene(GitSandbox sandbox, GitRepository repository, Snapshot start)
    {
        _sandbox = sandbox;
        _writer = new ObjectWriter(Path.Combine(sandbox.GitDirectory, "objects"), repository.Format);
        Repository = repository;
        Start = start;
        Base = Commit(start, null, "Start");
    }

    public GitSandbox Sandbox => _sandbox;

    public GitRepository Repository { get; }

    public Snapshot Start { get; }

    public CommitId Base { get; }

    public string Scratch => _sandbox.Beside("weaves");

    public static async Task<WeaveScene> CreateAsync(Snapshot start, ObjectFormat format = ObjectFormat.Sha1)
    {
        var sandbox = await GitSandbox.CreateAsync(format);
        var scene = new WeaveScene(sandbox, await sandbox.OpenAsync(), start);
        await sandbox.GitAsync("update-ref", "refs/heads/main", scene.Base.Value);
        return scene;
    }

    public CommitId Commit(Snapshot files, CommitId? parent, string message) => _writer.WriteCommit(new CommitDraft
    {
        Tree = files.Write(_writer),
        Parents = parent is { } one ? [one] : [],
        Author = GitSandbox.Author,
        Message = message,
    });

    public TreeId Tree(Snapshot files) => files.Write(_writer);

    /// <summary>A patch of a persona of that name, from the base.</summary>
    public WeavePatch Patch(string persona, Func<Snapshot, Snapshot> edit) => Patch(persona, edit(Start));

    public WeavePatch Patch(string persona, Snapshot result) => new()
    {
        Label = persona,
        Source = new PatchSource.Change(new Patch(Base, Tree(result))),
        Persona = PersonaId.Parse(persona),
        Message = $"Work of {persona}",
    };

    public WeaveRequest Request(params WeavePatch[] patches) => new()
    {
        Tip = Base,
        Patches = patches,
        CommitTime = new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.Zero),
        Sprint = 7,
    };

    public Task<Weave> WeaveAsync(params WeavePatch[] patches) => WeaveAsync(Request(patches));

    public Task<Weave> WeaveAsync(WeaveRequest request) =>
        new Weaver(Repository, Scratch).WeaveAsync(request, TestContext.Current.CancellationToken);

    /// <summary>Weaves two patches and gives what became of the second.</summary>
    public async Task<PatchResult> SecondAsync(Func<Snapshot, Snapshot> first, Func<Snapshot, Snapshot> second)
    {
        await using var weave = await WeaveAsync(Patch("first", first), Patch("second", second));
        weave.Results[0].Outcome.ShouldBe(PatchOutcome.Landed);
        return weave.Results[1];
    }

    public void Dispose() => _sandbox.Dispose();
}
