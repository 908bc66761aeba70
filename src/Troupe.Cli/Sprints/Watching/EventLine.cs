namespace Troupe.Cli.Sprints;

/// <summary>What is said of an event.</summary>
/// <param name="Text">One line.</param>
/// <param name="More">Lines that belong to it.</param>
/// <param name="Verb">Where the same may be true of many at once: what they did; then they share a line, and the text is a name.</param>
internal sealed record EventLine(string Text, IReadOnlyList<string>? More = null, string? Verb = null)
{
    /// <summary>Whether it comes among events that share a line, and does not end that line.</summary>
    public bool IsAside { get; init; }

    public static EventLine Gathered(string verb, string name) => new(name, Verb: verb);
}
