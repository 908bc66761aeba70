using Troupe.Core;
using Troupe.Mail;

namespace Troupe.Cli.Mail;

/// <summary>When a command may leave its work in the outbox instead: where the log cannot be written, or not even be found.</summary>
internal static class OutboxFallback
{
    public static bool Applies(TroupeException failure, MailDesk desk) => failure.Code switch
    {
        ErrorCode.Storage => true,

        // Without a team only somebody who said where his outbox is can mean this.
        ErrorCode.NoRepository => desk.Context.Variable(OutboxFolder.Variable) is not null,
        _ => false,
    };

    public static void Announce(MailDesk desk, TroupeException failure, string file) => desk.Terminal.Say(
        $"the mail log cannot be written ({Printable.Escape(failure.Message)})\n"
        + $"left in the outbox, to be posted when the session ends: {Printable.Escape(file)}");
}
