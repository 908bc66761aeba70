namespace Troupe.Agents;

/// <summary>How to start a session's host: this program itself, natively or through the runtime.</summary>
/// <param name="Program">Full path of the executable.</param>
/// <param name="LeadingArguments">What comes before <c>session-host FOLDER</c>.</param>
/// <param name="ToolsFolder">Holds <c>troupe</c> and <c>jules-mail</c> for the agents; null: unknown.</param>
public sealed record HostProgram(string Program, IReadOnlyList<string> LeadingArguments, string? ToolsFolder)
{
    public const string Command = "session-host";
}
