namespace Troupe.Agents;

/// <summary>A file to lay into a session's checkout.</summary>
/// <param name="Path">From the root of the checkout, with forward slashes.</param>
public sealed record CheckoutFile(string Path, ReadOnlyMemory<byte> Content);
