namespace Troupe.Cli.Sprints;

/// <summary>One persona in a table.</summary>
internal sealed record SprintRow(string Persona, int Run, string Standing, string Detail)
{
    public string Line => $"{Persona,-20} run {Run}  {Standing,-10}  {Detail}".TrimEnd();
}
