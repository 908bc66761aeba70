using System.Text;
using Troupe.Core;
using Troupe.Mail;

namespace Troupe.Cli.Mail;

/// <summary>
/// What <c>on_delivery</c> somebody on this machine has agreed to. Settings come with a clone and change with a pull: sending mail must not
/// run what a stranger wrote. So whoever wants it runs <c>deliver</c> once himself, and again when the command has changed. It is
/// remembered outside of the repository, where nothing that is cloned can pretend it.
/// </summary>
internal static class DeliveryConsent
{
    private const string FileName = "on-delivery.allowed";

    public static bool IsGiven(MailDesk desk, IReadOnlyList<string> program) =>
        PathOf(desk) is { } file && PublishedFile.TryRead(file) is { } known && known.AsSpan().SequenceEqual(Text(program));

    public static void Give(MailDesk desk, IReadOnlyList<string> program)
    {
        if (PathOf(desk) is { } file && !IsGiven(desk, program))
        {
            PublishedFile.Write(file, Text(program));
        }
    }

    /// <summary>Null where there is no repository, or no place for its state: then nothing is ever agreed to.</summary>
    private static string? PathOf(MailDesk desk)
    {
        try
        {
            return GitCheckout.TryFind(desk.Home.RepositoryFolder, out var checkout)
                ? Path.Combine(StateHome.For(checkout.CommonDirectory, desk.Context.Environment).Folder, FileName)
                : null;
        }
        catch (TroupeException failure) when (failure.Code is ErrorCode.Storage)
        {
            return null;
        }
    }

    // No argument of a program holds a NUL.
    private static byte[] Text(IReadOnlyList<string> program) => Encoding.UTF8.GetBytes(string.Join('\0', program));
}
