using Troupe.Core;
using Troupe.Shell;

namespace Troupe.Cli.Weave;

/// <summary>
/// Keeps personas from answering for the lead. A session's environment says whose it is; nothing here can stop a program of the same
/// user that is out to deceive, and the sprint log says who answered.
/// </summary>
internal static class LeadOnly
{
    private static readonly string[] Sessions = ["TROUPE_SESSION", "TROUPE_SESSION_FOLDER"];
    private static readonly string[] Personas = ["TROUPE_PERSONA", "JULES_PERSONA"];

    /// <exception cref="TroupeException"><see cref="ErrorCode.InvalidArgument"/>: a persona asks.</exception>
    public static void Require(CliContext context, string verb)
    {
        var sign = Sessions.FirstOrDefault(name => context.Variable(name) is not null)
            ?? Personas.FirstOrDefault(name => context.Variable(name) is { } persona && persona != PersonaId.Lead.Value);
        if (sign is not null)
        {
            throw new TroupeException(
                ErrorCode.InvalidArgument,
                $"'troupe weave {verb}' is the lead's alone: {sign}={Printable.Escape(context.Variable(sign)!)} says that a persona works here. "
                + "Write to the lead instead: 'jules-mail send --to lead'.");
        }
    }
}
