namespace Troupe.Core;

/// <summary>What the reference says about one key.</summary>
/// <param name="Key">As in the file; <c>NAME</c> stands for any name, <c>[]</c> for each of several tables.</param>
/// <param name="Type">What may be written there.</param>
/// <param name="Default">What holds when nothing is written; null: it must be written.</param>
/// <param name="Meaning">Whole sentences.</param>
public sealed record SettingDescription(string Key, string Type, string? Default, string Meaning);
