namespace Troupe.Core;

/// <summary>Every key of <c>troupe.toml</c>: what reads the file, shows it and documents it uses these.</summary>
public static class SettingCatalogue
{
    /// <summary>In the order of the reference.</summary>
    public static IReadOnlyList<SettingDescription> All { get; } = [.. SprintKeys.All, .. WeaverKeys.All, .. DriverKeys.All, .. RegenerationKeys.All, .. VerifyKeys.All, .. MailKeys.All, .. AgentKeys.All];
}
