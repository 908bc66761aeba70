namespace Troupe.Sprints;

/// <summary>A decision that only has to be recorded: its intent is all there is to it.</summary>
public sealed record Note : SprintCommand
{
    public override string Name => "note";
}
