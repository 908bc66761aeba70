using Troupe.Core;
using Troupe.Rehearsal.Demo;
using Troupe.Rehearsal.Tests.Carrying;
using Troupe.Testing;

namespace Troupe.Rehearsal.Tests.Demo;

/// <summary>The harbour in a real repository, and what each persona makes of a tree.</summary>
public sealed class HarbourFixture : IAsyncLifetime
{
    private GitSandbox? _sandbox;

    internal GitSandbox Sandbox => _sandbox!;

    internal PlainCarry Carry => new(Sandbox.Git);

    internal string BaseTree { get; private set; } = "";

    /// <summary>The tree of each persona's first attempt, on the base.</summary>
    internal Dictionary<string, string> FirstAttempts { get; } = new(StringComparer.Ordinal);

    public async ValueTask InitializeAsync()
    {
        _sandbox = await GitSandbox.CreateAsync();
        await Sandbox.CommitAsync("The harbour", [.. HarbourFiles.Write().Select(file => (file.Key, (string?)file.Value))]);
        BaseTree = await Sandbox.GitAsync("rev-parse", "HEAD^{tree}");
        foreach (var role in DemoCast.Roles)
        {
            FirstAttempts[role.Persona.Value] = await WorkAsync(role, BaseTree);
        }
    }

    /// <summary>The tree after the persona has worked on the given one.</summary>
    internal async Task<string> WorkAsync(DemoRole role, string tree)
    {
        await CheckOutAsync(tree);
        role.Work(new WorkingTree(Sandbox.WorkTree));
        await Sandbox.GitAsync("add", "-A");
        return await Sandbox.GitAsync("write-tree");
    }

    internal async Task CheckOutAsync(string tree)
    {
        await Sandbox.GitAsync("read-tree", "--reset", "-u", tree);
        await Sandbox.GitAsync("clean", "-fdq");
    }

    internal static DemoRole Role(string persona) => DemoCast.TryFind(PersonaId.Parse(persona), out var role)
        ? role
        : throw new ArgumentException(persona, nameof(persona));

    public ValueTask DisposeAsync()
    {
        _sandbox?.Dispose();
        return ValueTask.CompletedTask;
    }
}
