using Troupe.Core;
using Troupe.Mail;
using Troupe.Processes;
using Troupe.Shell;

namespace Troupe.MailCli;

/// <summary>Starts <c>deliver</c> after a message was sent, and waits for nothing.</summary>
public static class DeliveryStart
{
    /// <summary>The verb that is started. It is done by <c>troupe</c>, which is the program called <c>jules-mail</c> or lies beside it.</summary>
    public const string Verb = "deliver";

    /// <summary>Says that nobody asked for it by hand.</summary>
    public const string UnaskedOption = "--unasked";

    private static readonly string[] NotInherited =
        ["TROUPE_PERSONA", "JULES_PERSONA", "TROUPE_MESSAGE_ID", "TROUPE_CALLED_AS", OutboxFolder.Variable];

    /// <summary>
    /// In a session nothing is started: the sprint runs whoever has mail. Elsewhere only where the settings speak of it, which is
    /// told from their bytes, and where somebody has agreed to it.
    /// </summary>
    public static void After(MailDesk desk)
    {
        if (Wanted(desk) is not { } wanted)
        {
            return;
        }

        if (DeliveryConsent.Find(desk, wanted) is null)
        {
            desk.Terminal.Say("note: on_delivery of .team/troupe.toml was not run: look at it, and allow it with 'jules-mail deliver'");
            return;
        }

        Start(desk);
    }

    /// <summary>Once a sprint, or a step of it, is over: for mail that it has left unread, and whoever had to wait for his turn.</summary>
    public static void AfterSprint(MailDesk desk)
    {
        if (Wanted(desk) is { } wanted && DeliveryConsent.Find(desk, wanted) is not null)
        {
            Start(desk);
        }
    }

    /// <summary>What a program sees that acts for another persona than the one that sent.</summary>
    public static IReadOnlyDictionary<string, string> Inherited(CliContext context) => context.Environment
        .Where(variable => !NotInherited.Contains(variable.Key))
        .ToDictionary(variable => variable.Key, variable => variable.Value, StringComparer.Ordinal);

    private static IReadOnlyList<string>? Wanted(MailDesk desk) =>
        desk.Outbox is null && Mentions(desk.Home.SettingsFile) ? desk.Office.Settings().OnDelivery : null;

    private static void Start(MailDesk desk)
    {
        try
        {
            DetachedProcess.Start(new DetachedRequest
            {
                Program = FullProgram.PathOf(desk.Context),
                Arguments = ["mail", Verb, UnaskedOption],
                WorkingDirectory = desk.Home.RepositoryFolder,
                Environment = Inherited(desk.Context),
            });
        }
        catch (TroupeException failure) when (failure.Code is ErrorCode.Process)
        {
            // The message is sent, whatever becomes of this.
            desk.Terminal.Say($"warning: nobody was woken: {failure.Message}");
        }
    }

    /// <summary>Whether the key stands somewhere outside of a comment.</summary>
    internal static bool Mentions(ReadOnlySpan<byte> settings)
    {
        foreach (var line in settings.Split((byte)'\n'))
        {
            var text = settings[line];
            var key = text.IndexOf("on_delivery"u8);
            if (key >= 0 && !text[..key].Contains((byte)'#'))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Mentions(string settings)
    {
        try
        {
            return File.Exists(settings) && Mentions(File.ReadAllBytes(settings));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
