using System.Diagnostics.CodeAnalysis;

namespace Troupe.Core;

/// <summary>The full object name of a git tree.</summary>
public readonly record struct TreeId
{
    private TreeId(string value) => Value = value;

    public string Value => field ?? throw new InvalidOperationException("An empty TreeId was used.");

    /// <exception cref="FormatException">The text is not 40 or 64 lower-case hex digits.</exception>
    public static TreeId Parse(string text) => new(ObjectName.Require(text, "tree"));

    public static bool TryParse([NotNullWhen(true)] string? text, out TreeId id)
    {
        id = ObjectName.IsValid(text) ? new TreeId(text!) : default;
        return ObjectName.IsValid(text);
    }

    public override string ToString() => Value;
}
