using Troupe.Core;

namespace Troupe.Agents;

/// <summary>The part of <c>request.json</c> that says which program works, and how.</summary>
internal sealed record AgentOrder
{
    public required string Name { get; init; }

    /// <summary>Program and arguments, the placeholders for the prompt still in them.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    public required bool PromptOnStdin { get; init; }

    /// <summary>Names only: the values come from the environment that the host was started with.</summary>
    public required IReadOnlyList<string> EnvAllow { get; init; }

    public required IReadOnlyDictionary<string, string> Env { get; init; }

    public IReadOnlyList<string>? Setup { get; init; }

    public required long MaxOutput { get; init; }

    public static AgentOrder For(AgentSettings settings) => new()
    {
        Name = settings.Name,
        Command = settings.Command,
        PromptOnStdin = settings.PromptOnStdin,
        EnvAllow = settings.EnvAllow,
        Env = settings.Env,
        Setup = settings.Setup,
        MaxOutput = settings.MaxOutput,
    };
}
