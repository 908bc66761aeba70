namespace Troupe.Weaving;

/// <summary>A line that a merge leaves where it does not know how to go on.</summary>
/// <param name="Number">From 1.</param>
internal readonly record struct MarkerLine(int Number, string Text);
