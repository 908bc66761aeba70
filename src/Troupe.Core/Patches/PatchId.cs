using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Troupe.Core;

/// <summary>
/// The content hash of a patch: SHA-256, in hex, of its fork commit and its result tree
/// (<c>troupe patch 1\nfork COMMIT\ntree TREE\n</c>). The same change from the same fork always has the same id,
/// whoever made it and whatever its commits say.
/// </summary>
public readonly record struct PatchId
{
    private PatchId(string value) => Value = value;

    public string Value => field ?? throw new InvalidOperationException("An empty PatchId was used.");

    public static PatchId Of(CommitId fork, TreeId result) =>
        new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"troupe patch 1\nfork {fork}\ntree {result}\n"))));

    /// <exception cref="FormatException">The text is not 64 lower-case hex digits.</exception>
    public static PatchId Parse(string text) => TryParse(text, out var id)
        ? id
        : throw new FormatException($"'{Printable.Escape(text)}' is not a patch id (64 hex digits).");

    public static bool TryParse([NotNullWhen(true)] string? text, out PatchId id)
    {
        var valid = text is { Length: 64 } && ObjectName.IsValid(text);
        id = valid ? new PatchId(text!) : default;
        return valid;
    }

    public override string ToString() => Value;
}
