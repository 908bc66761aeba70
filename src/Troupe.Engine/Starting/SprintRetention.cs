using Troupe.Core;
using Troupe.Mail;

namespace Troupe.Engine;

/// <summary>Drops the texts of old mail before a sprint starts, where <c>mail.retention</c> says so.</summary>
public static class SprintRetention
{
    /// <param name="backedUp">Nothing is dropped for good of which a copy was to be made and could not.</param>
    /// <returns>What went wrong, one line each, for whoever started the sprint.</returns>
    public static async Task<IReadOnlyList<string>> RunAsync(Workplace workplace, bool backedUp, CancellationToken cancellationToken)
    {
        if (workplace.Settings.Mail.Retention is not { } age)
        {
            return [];
        }

        if (!backedUp)
        {
            return ["old mail was not dropped: the backup before it failed"];
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
