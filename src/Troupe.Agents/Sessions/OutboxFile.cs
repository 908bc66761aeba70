namespace Troupe.Agents;

/// <summary>A letter that a session left to be posted.</summary>
/// <param name="Name">The file's name, without a folder.</param>
/// <param name="Content">Front matter and text, as the agent wrote them: not to be trusted.</param>
public sealed record OutboxFile(string Name, ReadOnlyMemory<byte> Content);
