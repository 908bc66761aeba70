using Troupe.Cli.Shell;
using Troupe.Core;
using Troupe.Mail;
using Troupe.Processes;

namespace Troupe.Cli.Mail;

/// <summary>Starts <c>deliver</c> after a message was sent, and waits for nothing.</summary>
internal static class DeliveryStart
{
    private static readonly string[] NotInherited =
        ["TROUPE_PERSONA", "JULES_PERSONA", "TROUPE_MESSAGE_ID", "TROUPE_CALLED_AS", OutboxFolder.Variable];

    /// <summary>
    /// In a session nothing is started: the sprint runs whoever has mail. Elsewhere only where the settings speak of it, which is
    /// told from their bytes, and where somebody has agreed to it.
    /// </summary>
    public static void After(MailDesk desk)
    {
        if (desk.Outbox is not null || !Mentions(desk.Home.SettingsFile))
        {
            return;
        }

        if (desk.Office.Settings().OnDelivery is not { } wanted)
        {
            return;
        }

        if (!DeliveryConsent.IsGiven(desk, wanted))
        {
            desk.Terminal.Say("note: on_delivery of .team/troupe.toml was not run: look at it, and allow it with 'jules-mail deliver'");
            return;
        }

        try
        {
            var program = ThisProgram.Of(desk.Context);
            DetachedProcess.Start(new DetachedRequest
            {
                Program = program.Program,
                Arguments = [.. program.LeadingArguments, MailCommands.Name, DeliverCommand.Name, DeliverCommand.UnaskedOption],
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

    /// <summary>What a program sees that acts for another persona than the one that sent.</summary>
    public static IReadOnlyDictionary<string, string> Inherited(CliContext context) => context.Environment
        .Where(variable => !NotInherited.Contains(variable.Key))
        .ToDictionary(variable => variable.Key, variable => variable.Value, StringComparer.Ordinal);

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
