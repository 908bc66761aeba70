using Troupe.Core;
using Troupe.EventLog;
using Troupe.Forges;
using Troupe.Git;
using Troupe.Mail;
using Troupe.Personas;

namespace Troupe.Engine;

/// <summary>
/// Everything that sprints of one repository work with. Replay and demo make their own in scratch; nothing in the
/// engine knows the difference.
/// </summary>
public sealed record Workplace
{
    public required TeamHome Home { get; init; }

    public required StateHome State { get; init; }

    public required GitRepository Repository { get; init; }

    public required Settings Settings { get; init; }

    /// <summary>
    /// Whether patches are judged by the settings of the commit that they land on. A replay says no: it runs no commands
    /// of somebody else's past.
    /// </summary>
    public bool SettingsFollowTip { get; init; } = true;

    /// <summary>
    /// Whether patches that change what they are judged by wait for a human. A replay says no: the past had no such rule.
    /// </summary>
    public bool HoldsPatches { get; init; } = true;

    public required Roster Roster { get; init; }

    /// <summary>The sprint log.</summary>
    public required IEventLog SprintLog { get; init; }

    /// <summary>Reports and attachments of sprints, named by the sprint log's events.</summary>
    public required IBlobStore Blobs { get; init; }

    public required ILease Lease { get; init; }

    public required PostOffice PostOffice { get; init; }

    public required IAgentDirectory Agents { get; init; }

    public required LocalForge Forge { get; init; }

    /// <summary>Variables that verify commands may see; they are scrubbed once more before a command gets them.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    public required TimeProvider Time { get; init; }
}
