namespace Troupe.Mail;

/// <summary>A part of a text that looks like a secret.</summary>
/// <param name="Kind">What it looks like, in a few words.</param>
/// <param name="Start">Where it begins, in UTF-16 units.</param>
public readonly record struct SecretFinding(string Kind, int Start, int Length);
