namespace Troupe.Core;

/// <summary>
/// <c>troupe.toml</c>: every key is known, every value has a type, and each says where it comes from.
/// A sprint reads it from the commit that it starts from, never from a patch.
/// </summary>
public sealed record Settings
{
    public required SprintSettings Sprint { get; init; }

    public required WeaverSettings Weaver { get; init; }

    public required MailSettings Mail { get; init; }

    /// <summary>By name.</summary>
    public required IReadOnlyDictionary<string, AgentSettings> Agents { get; init; }

    /// <summary>Every setting in the order of the catalogue, those of agents and verify steps once for each.</summary>
    public required IReadOnlyList<SettingValue> Values { get; init; }

    /// <summary>What holds without a file.</summary>
    public static Settings Default { get; } = Parse("", "troupe.toml");

    /// <param name="text">The file's text.</param>
    /// <param name="fileName">How messages and origins name the file.</param>
    /// <exception cref="TroupeException">
    /// <see cref="ErrorCode.InvalidSettings"/>: one line per mistake, <c>FILE:LINE: what is wrong, did you mean 'x'?</c>.
    /// </exception>
    public static Settings Parse(string text, string fileName) => SettingsReader.Read(text, fileName);

    /// <summary>The team's file as it lies in the checkout; without one, the defaults.</summary>
    public static Settings Load(TeamHome home) => SettingsFile.Read(home.SettingsFile) is { } text
        ? Parse(text, Path.GetRelativePath(home.RepositoryFolder, home.SettingsFile))
        : Default;

    /// <summary>The agent of a persona that names <paramref name="name"/>, or none.</summary>
    /// <exception cref="TroupeException"><see cref="ErrorCode.InvalidSettings"/>: there is no such agent, or none at all.</exception>
    public AgentSettings AgentFor(string? name)
    {
        if ((name ?? Sprint.Agent) is { } wanted)
        {
            return Agents.GetValueOrDefault(wanted) ?? throw new TroupeException(
                ErrorCode.InvalidSettings,
                $"There is no agent '{Printable.Escape(wanted)}'{Suggestion.Hint(wanted, Agents.Keys)} "
                + $"Add [agent.{Printable.Escape(wanted)}] to troupe.toml.");
        }

        return Agents.Count switch
        {
            1 => Agents.Values.Single(),
            0 => throw new TroupeException(
                ErrorCode.InvalidSettings, "No agent is configured: add an [agent.NAME] table with a command to .team/troupe.toml."),
            _ => throw new TroupeException(
                ErrorCode.InvalidSettings,
                $"Which agent? Set 'agent' in [sprint] to one of: {string.Join(", ", Agents.Keys.Order(StringComparer.Ordinal))}."),
        };
    }
}
