namespace Troupe.Cli.Init;

/// <summary>What <c>init --json</c> prints; paths are below <see cref="Team"/>.</summary>
/// <param name="Team">The folder.</param>
/// <param name="LeftOut">Personas that were not written because the team has some of its own.</param>
/// <param name="Hooks">Those that were asked for.</param>
internal sealed record InitOutput(
    int SchemaVersion, string Team, IReadOnlyList<string> Written, IReadOnlyList<string> Kept, IReadOnlyList<string> LeftOut, IReadOnlyList<HookChange> Hooks);
