using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>What a posting is recognised by when it is repeated, besides the draft's own key.</summary>
/// <param name="Id">The id that the message got where it was written.</param>
/// <param name="Key">A key of the room's own; it begins with <c>@</c>.</param>
/// <param name="IdIsFresh">The id was made for this very posting: it needs not be looked for.</param>
internal readonly record struct PostingIdentity(RecordId? Id, string? Key, bool IdIsFresh = false);
