using Troupe.Core;

namespace Troupe.Personas;

/// <summary>One mistake in the personas' folders.</summary>
/// <param name="File">As seen from the repository.</param>
/// <param name="Line">Counted from 1.</param>
public sealed record RosterProblem(string File, int Line, string Message)
{
    public override string ToString() => $"{Printable.Escape(File)}:{Line}: {Message}";
}
