namespace Troupe.Personas;

/// <summary>The form that the result must take.</summary>
internal static class ResultSection
{
    public static string Render(Persona persona) => $"""
        ## What to hand in

        - **One focused change.** What is in your checkout when you end is your result, committed or not. If there is nothing worth
          doing, change nothing and say why: an empty result is better than an invented one.
        - **It works.** Build and test what you touched, with the project's own commands, before you end.
        - **A commit message** if you commit: one line of at most 72 characters that says what changes for whom, then why.
        - **A journal entry** with the change: `.team/personas/{persona.Id}/journals/YYYY-MM-DD-HHMM-Title.md`, at most a page: what you
          found, what you did, what you left and why. Your next session reads it.

        """;
}
