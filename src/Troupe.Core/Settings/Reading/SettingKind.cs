namespace Troupe.Core;

/// <summary>What may be written for a key: its name in messages, how it is read, and how it is written.</summary>
/// <param name="Name">Follows "must be": <c>a whole number of at least 1</c>.</param>
/// <param name="Read">The value, and whether the node is one.</param>
/// <param name="Write">The value in the notation of the file.</param>
internal sealed record SettingKind<T>(string Name, Func<SettingNode, (bool Ok, T Value)> Read, Func<T, string> Write);
