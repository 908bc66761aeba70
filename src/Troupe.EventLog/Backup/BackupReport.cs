namespace Troupe.EventLog;

/// <summary>What a backup did.</summary>
/// <param name="Copied">Segments that were copied, by their numbers in the file names.</param>
/// <param name="Present">How many the backup had already.</param>
/// <param name="Pruned">Old copies that were deleted.</param>
/// <param name="Refused">Segments that are not what their manifests say, and were not copied: a good copy is never replaced by a bad one.</param>
public sealed record BackupReport(IReadOnlyList<int> Copied, int Present, int Pruned, IReadOnlyList<int> Refused);
