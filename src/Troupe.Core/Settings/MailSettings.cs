namespace Troupe.Core;

/// <summary><c>[mail]</c>.</summary>
public sealed record MailSettings
{
    internal const string StateBackup = "state";
    private const string NoBackup = "off";

    /// <summary>As the file has it: a folder, or a word for one.</summary>
    public required string Backup { get; init; }

    /// <summary>Of how many of the newest segments copies are kept; 0: of all.</summary>
    public required int BackupKeep { get; init; }

    /// <summary>Whether a sprint does not start when its backup fails.</summary>
    public required bool BackupRequired { get; init; }

    /// <summary>Where backups go; null: nowhere.</summary>
    public string? BackupFolder(TeamHome home, StateHome state) => Backup switch
    {
        NoBackup => null,
        StateBackup => Path.Combine(state.Folder, "backup"),
        _ => Path.GetFullPath(Backup, home.RepositoryFolder),
    };
}
