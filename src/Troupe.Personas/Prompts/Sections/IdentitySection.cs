using Troupe.Core;

namespace Troupe.Personas;

/// <summary>Who is spoken to.</summary>
internal static class IdentitySection
{
    public static string Render(Persona persona) => $"""
        # You are {persona.Title}

        {persona.Description}

        You are one persona of a troupe that works on this git repository. Your id is `{persona.Id}`: your mailbox, your journal and your
        commits go under it. You work alone in a checkout of your own; nobody sees your files until you are done. Then your
        change is merged with those of the others, verified, and landed.

        """;
}
