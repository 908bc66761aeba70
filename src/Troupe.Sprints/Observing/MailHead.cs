using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>An unread message.</summary>
/// <param name="Message">Its id in the mail log.</param>
/// <param name="GoodNews">Sent by the engine to say that something went well: the only mail that asks for nothing.</param>
public sealed record MailHead(string Message, PersonaId To, PersonaId From, string Type, bool GoodNews = false);
