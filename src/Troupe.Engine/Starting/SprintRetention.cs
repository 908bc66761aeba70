using Troupe.Core;
using Troupe.Mail;

namespace Troupe.Engine;

/// <summary>Drops the texts of old mail before a sprint starts, where <c>mail.retention</c> says so.</summary>
public static class SprintRetention
{
    /// <returns>What went wrong, one line each, for whoever started the sprint.</returns>
    public static async Task<IReadOnlyList<string>> RunAsync(Workplace workplace, CancellationToken cancellationToken)
    {
        if (workplace.Settings.Mail.Retention is not { } age)
        {
            return [];
        }

        try
        {
            await new MailRetention(workplace.Home, workplace.Time).ApplyAsync(PersonaId.Weaver, workplace.Time.GetUtcNow() - age, cancellationToken);
            return [];
        }
        catch (TroupeException failure)
        {
            return [$"old mail was not dropped: {failure.Message}"];
        }
    }
}
