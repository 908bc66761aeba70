using Troupe.Agents;
using Troupe.Core;
using Troupe.Sprints;
using Troupe.Testing;

namespace Troupe.Engine.Tests;

/// <summary>A repository with a small team, and a sprint of it that has just begun.</summary>
internal static class Scene
{
    public const string Settings = "[sprint]\nagent = \"none\"\n\n[agent.none]\ncommand = [\"true\"]\n";

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <param name="more">Further files, or others than usual.</param>
    public static async Task<GitSandbox> RepositoryAsync(params (string Path, string? Content)[] more)
    {
        var sandbox = await GitSandbox.CreateAsync();
        await sandbox.CommitAsync("Start", [("a.txt", "1\n"), (".team/troupe.toml", Settings), Persona("curator"), Persona("sentinel"), .. more]);
        return sandbox;
    }

    public static Task<Workplace> OpenAsync(GitSandbox sandbox) => WorkplaceOpening.OpenAsync(
        sandbox.WorkTree, sandbox.Environment, new HostProgram("/bin/true", [], null), TimeProvider.System, Token);

    public static SprintState Begun(params IReadOnlyList<SprintEvent> events)
    {
        var start = Samples.All.OfType<SprintStarted>().Single();
        return events.Aggregate(SprintEvolution.Begin(start), SprintEvolution.Evolve);
    }

    /// <summary>The session that all samples speak of, under way.</summary>
    public static SprintState Running() => Begun(Samples.Of("tick_started"), Samples.Of("session_requested"), Samples.Of("session_started"));

    private static (string, string?) Persona(string id) => (
        $".team/personas/{id}/prompt.md",
        $"---\nid: {id}\nemoji: P\ndescription: Minds {id}.\nkind: ai\n---\n\n### Role\n\nR\n\n### Objective\n\nO\n\n### Situation\n\nS\n\n### Act\n\nA\n\n### Verify\n\nV\n");
}
