namespace Troupe.Personas;

/// <summary>Who answers under a persona's name.</summary>
public enum PersonaKind
{
    /// <summary>An agent runs it.</summary>
    Ai,

    /// <summary>A person: gets mail, is never scheduled.</summary>
    Human,
}
