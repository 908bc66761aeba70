namespace Troupe.Personas;

/// <summary>The mailbox comes before the work: what others found out may change what is worth doing.</summary>
internal static class MailboxSection
{
    public static string Render(Persona persona) => $"""
        ## Check your mailbox first

        Before you plan anything:

        ```sh
        jules-mail inbox --persona {persona.Id} --unread    # what is new
        jules-mail read ID --persona {persona.Id}           # read each one
        jules-mail reply ID --persona {persona.Id} --body "what you did about it"
        ```

        Decide about each message what it means for your work, act on it, answer where an answer helps. Then do your own work.
        To tell somebody something: `jules-mail send --persona {persona.Id} --to NAME --subject "…" --body "…"`; `lead` is the human, `@all` everybody.
        If the command is missing or fails, go on with the messages that stand in this prompt.

        """;
}
