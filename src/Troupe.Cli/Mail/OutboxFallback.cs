using System.Diagnostics.CodeAnalysis;
using Troupe.Core;
using Troupe.EventLog;
using Troupe.Mail;

namespace Troupe.Cli.Mail;

/// <summary>
/// When a session may leave its work in the outbox instead: where the log cannot be written, or not even be found. Outside
/// of a session nobody would post it, so there a log that cannot be written is an error, and nothing is left behind.
/// </summary>
internal static class OutboxFallback
{
    public static bool Applies(TroupeException failure, MailDesk desk, [NotNullWhen(true)] out OutboxFolder? outbox)
    {
        outbox = failure.Code is ErrorCode.Storage or ErrorCode.NoRepository ? desk.Outbox : null;

        // Without a team only somebody who said where his outbox is can mean this.
        return outbox is not null && (failure.Code is ErrorCode.Storage || desk.Context.Variable(OutboxFolder.Variable) is not null);
    }

    /// <summary>Writes the file, says why it lies there, and gives its path.</summary>
    public static async Task<string> LeaveAsync(
        MailDesk desk, OutboxFolder outbox, RecordId name, string text, TroupeException failure, CancellationToken cancellationToken)
    {
        var file = await outbox.WriteAsync(name, text, cancellationToken);
        desk.Terminal.Say(
            $"the mail log cannot be written ({Printable.Escape(failure.Message)})\n"
            + $"left in the outbox, to be posted when the session ends: {Printable.Escape(file)}");
        return file;
    }
}
