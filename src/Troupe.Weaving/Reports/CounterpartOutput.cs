namespace Troupe.Weaving;

/// <summary>One side of what a patch collides with, in the JSON of a report.</summary>
public sealed record CounterpartOutput
{
    /// <summary>The argument whose patch it is, or the short name of the commit.</summary>
    public required string Source { get; init; }

    public required string? Persona { get; init; }

    public required string? PullRequest { get; init; }

    public required string Subject { get; init; }

    public required string? Intent { get; init; }

    public required string? Journal { get; init; }

    /// <summary>Whether it would have fitted after the patch that collides; null: not tried.</summary>
    public required bool? FitsAfterwards { get; init; }

    public static CounterpartOutput Of(Counterpart counterpart) => new()
    {
        Source = counterpart.Label,
        Persona = counterpart.Persona?.Value,
        PullRequest = counterpart.PullRequest,
        Subject = counterpart.Subject,
        Intent = counterpart.Intent,
        Journal = counterpart.Journal,
        FitsAfterwards = counterpart.FitsAfterwards,
    };
}
