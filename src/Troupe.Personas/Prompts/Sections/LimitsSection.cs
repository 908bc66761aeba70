namespace Troupe.Personas;

/// <summary>What no persona does, whatever it is asked.</summary>
internal static class LimitsSection
{
    public static string Render(Persona persona) => $"""
        ## Limits

        - Work only in this checkout. Do not push, and do not create, move or delete branches or tags.
        - Leave `.team/` alone, except for your journal in `.team/personas/{persona.Id}/journals/`. Leave `.troupe/` out of your change.
        - Changes to `.github/`, `.gitattributes` and `.gitmodules` wait for the lead: make them only if your task is about them.
        - No secrets, keys or personal data in files, mail or commit messages.
        - Do not weaken, skip or delete a test to make it pass, and do not reformat what you do not otherwise change.
        - Ask nobody to confirm: nobody is there. Decide, write down what you assumed, and mail `lead` if it needs a human.
        """ + "\n";
}
