namespace Troupe.Personas;

/// <summary>What a remote agent does with a finished change.</summary>
public enum Automation
{
    /// <summary>It opens a pull request.</summary>
    AutoPr,

    /// <summary>It keeps the change until it is collected.</summary>
    Manual,
}
