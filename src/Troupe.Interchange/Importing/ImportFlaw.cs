namespace Troupe.Interchange;

/// <summary>Something in the source that cannot be imported.</summary>
/// <param name="Place">The file, and where in it.</param>
/// <param name="Reason">What is wrong, as a clause.</param>
public sealed record ImportFlaw(string Place, string Reason);
