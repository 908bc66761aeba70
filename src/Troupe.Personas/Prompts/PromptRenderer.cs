using Troupe.Core;

namespace Troupe.Personas;

/// <summary>
/// The whole prompt of one session: why the last attempt did not land, who the persona is, its mailbox, the sprint,
/// what others wrote (as data), its own text, and the form that the result must take. Pure: the same persona and
/// context always give the same text.
/// </summary>
public static class PromptRenderer
{
    /// <exception cref="TroupeException"><see cref="ErrorCode.InvalidSettings"/>: the persona's text has a variable that nobody knows.</exception>
    public static Prompt Render(Persona persona, PromptContext context)
    {
        var (mail, shown) = MailSection.Render(context.Mail);
        var sections = new[]
        {
            ReportSection.Render(context),
            IdentitySection.Render(persona),
            MailboxSection.Render(persona),
            SprintSection.Render(persona, context),
            mail,
            JournalSection.Render(context.Journal),
            $"## Your work\n\n{PromptTemplate.Render(persona, PromptVariables.Of(persona, context)).TrimEnd()}\n",
            ResultSection.Render(persona),
            LimitsSection.Render(persona),
        };
        return new Prompt(string.Join('\n', sections.Where(section => section.Length > 0)), shown);
    }
}
