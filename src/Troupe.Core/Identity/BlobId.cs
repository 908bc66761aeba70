using System.Diagnostics.CodeAnalysis;

namespace Troupe.Core;

/// <summary>The full object name of a git blob.</summary>
public readonly record struct BlobId
{
    private BlobId(string value) => Value = value;

    public string Value => field ?? throw new InvalidOperationException("An empty BlobId was used.");

    /// <exception cref="FormatException">The text is not 40 or 64 lower-case hex digits.</exception>
    public static BlobId Parse(string text) => new(ObjectName.Require(text, "blob"));

    public static bool TryParse([NotNullWhen(true)] string? text, out BlobId id)
    {
        id = ObjectName.IsValid(text) ? new BlobId(text!) : default;
        return ObjectName.IsValid(text);
    }

    public override string ToString() => Value;
}
