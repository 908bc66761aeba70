namespace Troupe.Rehearsal.Replay;

/// <summary>
/// The first weave of a case. Whoever carries the changes of <see cref="Order"/> one after the other onto the case's base,
/// under the attributes of the base, arrives at <see cref="Tree"/>.
/// </summary>
/// <param name="Order">Heads of what landed, in the order of the fold.</param>
/// <param name="Patches">Everybody's, first come first.</param>
public sealed record FirstTickReport(IReadOnlyList<string> Order, string Tree, IReadOnlyList<ReplayedPatch> Patches);
