using Troupe.Mail;

namespace Troupe.Analytics;

internal sealed record MessageRow(long Ordinal, Message Message, string? Body, bool IsRedacted);
