namespace Troupe.Interchange;

/// <summary>Where one letter is.</summary>
/// <param name="Name">For people: the file, and where in it.</param>
/// <param name="Load">Reads it; a <see cref="FormatException"/> says in a clause what is wrong with it.</param>
internal sealed record SourceItem(string Name, Func<Letter> Load);
