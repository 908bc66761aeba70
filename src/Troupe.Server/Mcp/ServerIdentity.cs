using Troupe.Core;
using Troupe.Mail;

namespace Troupe.Server.Mcp;

/// <summary>For whom a server speaks: fixed when it is started, never by a tool's arguments, so that an agent cannot write as another.</summary>
public sealed record ServerIdentity
{
    public required PersonaId Persona { get; init; }

    /// <summary>The session that the server was started in; null outside of one.</summary>
    public SessionId? Session { get; init; }

    public required TeamHome Home { get; init; }

    /// <summary>To the log, or in a session that cannot write that, to its outbox.</summary>
    public required OutgoingMail Outgoing { get; init; }

    /// <summary>The program's version, as it introduces itself.</summary>
    public required string Version { get; init; }

    public required TimeProvider Time { get; init; }
}
