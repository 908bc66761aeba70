using System.CommandLine;

namespace Troupe.Shell;

/// <summary>A command whose help ends with examples.</summary>
#pragma warning disable CA1010 // The library made its command enumerable only so that it can be written with an initialiser.
public sealed class ExampleCommand(string name, string description, params string[] examples) : Command(name, description)
#pragma warning restore CA1010
{
    public IReadOnlyList<string> Examples { get; } = examples;
}
