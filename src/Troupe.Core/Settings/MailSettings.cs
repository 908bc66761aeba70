namespace Troupe.Core;

/// <summary><c>[mail]</c>.</summary>
public sealed record MailSettings
{
    internal const string StateBackup = "state";
    private const string NoBackup = "off";

    /// <summary>Answers that one thread takes within an hour.</summary>
    public required int RepliesPerHour { get; init; }

    /// <summary>How long a message may wait for the acknowledgement that it asks for before it is overdue.</summary>
    public required TimeSpan AckDue { get; init; }

    /// <summary>What is run when mail has come for an idle persona; null: nothing.</summary>
    public required IReadOnlyList<string>? OnDelivery { get; init; }

    /// <summary>How often <see cref="OnDelivery"/> is run for one persona within an hour.</summary>
    public required int WakesPerHour { get; init; }

    /// <summary>Whether what a session leaves in its outbox may name another author.</summary>
    public required bool OutboxClaims { get; init; }

    /// <summary>As the file has it: a folder, or a word for one.</summary>
    public required string Backup { get; init; }

    /// <summary>Of how many of the newest segments copies are kept; 0: of all.</summary>
    public required int BackupKeep { get; init; }

    /// <summary>Whether a sprint does not start when its backup fails.</summary>
    public required bool BackupRequired { get; init; }

    /// <summary>How old mail is whose texts are dropped before each sprint; null: everything is kept.</summary>
    public required TimeSpan? Retention { get; init; }

    /// <summary>Where backups go; null: nowhere.</summary>
    public string? BackupFolder(TeamHome home, StateHome state) => Backup switch
    {
        NoBackup => null,
        StateBackup => Path.Combine(state.Folder, "backup"),
        _ => Path.GetFullPath(Backup, home.RepositoryFolder),
    };
}
