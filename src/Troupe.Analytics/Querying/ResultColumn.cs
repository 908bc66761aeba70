namespace Troupe.Analytics;

/// <param name="Name">Each name occurs once.</param>
/// <param name="Type">In the words of SQL.</param>
public sealed record ResultColumn(string Name, string Type);
