using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>A blob that several messages name.</summary>
public sealed record SharedBlob(Sha256 Id, IReadOnlyList<RecordId> Others);
