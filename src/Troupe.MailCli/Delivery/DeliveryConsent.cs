using System.Text;
using Troupe.Core;
using Troupe.EventLog;
using Troupe.Mail;

namespace Troupe.MailCli;

/// <summary>
/// What <c>on_delivery</c> somebody on this machine has agreed to. Settings come with a clone and change with a pull: sending mail must not
/// run what a stranger wrote. So whoever wants it runs <c>deliver</c> once himself, and again when the command has changed. It is
/// remembered outside of the repository, where nothing that is cloned can pretend it.
/// </summary>
/// <param name="Since">The last record of the log at that time: what lay unread before wakes nobody. Null: there was none.</param>
public sealed record DeliveryConsent(LogBookmark? Since)
{
    private const string FileName = "on-delivery.allowed";
    private const string Nothing = "-";

    /// <summary>Null: nobody has agreed to this.</summary>
    public static DeliveryConsent? Find(MailDesk desk, IReadOnlyList<string> program)
    {
        try
        {
            return PublishedFile.TryRead(PathOf(desk)) is { } known ? Parse(Encoding.UTF8.GetString(known), program) : null;
        }
        catch (TroupeException failure) when (failure.Code is ErrorCode.Storage or ErrorCode.NoRepository)
        {
            // Where nothing can be remembered nobody has agreed to anything.
            return null;
        }
    }

    /// <exception cref="TroupeException">There is no repository, or no place for its state.</exception>
    public void Give(MailDesk desk, IReadOnlyList<string> program) =>
        PublishedFile.Write(PathOf(desk), Encoding.UTF8.GetBytes($"{(Since is { } last ? $"{last.At} {last.Id}" : Nothing)}\n{Text(program)}"));

    private static DeliveryConsent? Parse(string text, IReadOnlyList<string> program) =>
        text.Split('\n', 2) is not [var since, var allowed] || allowed != Text(program) ? null
        : since == Nothing ? new DeliveryConsent(Since: null)
        : since.Split(' ') is [var at, var id] && Position.TryParse(at, out var place) && RecordId.TryParse(id, out var record) ? new DeliveryConsent(new LogBookmark(place, record))
        : null;

    private static string PathOf(MailDesk desk) => GitCheckout.TryFind(desk.Home.RepositoryFolder, out var checkout)
        ? Path.Combine(StateHome.For(checkout.CommonDirectory, desk.Context.Environment).Folder, FileName)
        : throw new TroupeException(
            ErrorCode.NoRepository, $"'{Printable.Escape(desk.Home.RepositoryFolder)}' is no git repository, so that nobody can remember that on_delivery is allowed.");

    // No argument of a program holds a NUL.
    private static string Text(IReadOnlyList<string> program) => string.Join('\0', program);
}
