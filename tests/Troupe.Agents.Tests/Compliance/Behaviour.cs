namespace Troupe.Agents.Tests;

/// <summary>What a session does in the compliance suite.</summary>
internal enum Behaviour
{
    Edits,
    Idles,
    Fails,
    Hangs,
}
