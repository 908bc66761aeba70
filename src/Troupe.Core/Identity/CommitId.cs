using System.Diagnostics.CodeAnalysis;

namespace Troupe.Core;

/// <summary>The full object name of a git commit.</summary>
public readonly record struct CommitId
{
    private CommitId(string value) => Value = value;

    public string Value => field ?? throw new InvalidOperationException("An empty CommitId was used.");

    /// <exception cref="FormatException">The text is not 40 or 64 lower-case hex digits.</exception>
    public static CommitId Parse(string text) => new(ObjectName.Require(text, "commit"));

    public static bool TryParse([NotNullWhen(true)] string? text, out CommitId id)
    {
        id = ObjectName.IsValid(text) ? new CommitId(text!) : default;
        return ObjectName.IsValid(text);
    }

    public override string ToString() => Value;
}
