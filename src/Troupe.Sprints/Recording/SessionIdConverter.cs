using Troupe.Core;

namespace Troupe.Sprints;

internal sealed class SessionIdConverter() : TextConverter<SessionId>(SessionId.Parse);
