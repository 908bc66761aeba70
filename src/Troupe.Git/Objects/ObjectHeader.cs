using System.Globalization;
using Troupe.Core;

namespace Troupe.Git;

/// <summary>The line that <c>git cat-file --batch</c> puts before an object: <c>NAME TYPE SIZE</c>.</summary>
internal readonly record struct ObjectHeader(string Name, ObjectKind Kind, long Size)
{
    /// <summary>The size of an object that is to be read at once.</summary>
    /// <exception cref="TroupeException"><see cref="ErrorCode.Git"/>: it is too big for that.</exception>
    public int Length => Size < Array.MaxLength
        ? (int)Size
        : throw new TroupeException(ErrorCode.Git, $"The object {Name} has {Size} bytes, which is more than can be read at once.");

    /// <summary>False: the object is not there.</summary>
    public static bool TryParse(string line, out ObjectHeader header)
    {
        header = default;
        var fields = line.Split(' ');
        if (fields.Length != 3 || !long.TryParse(fields[2], NumberStyles.None, CultureInfo.InvariantCulture, out var size))
        {
            return false;
        }

        header = new ObjectHeader(fields[0], KindOf(fields[1]), size);
        return true;
    }

    public static string NameOf(ObjectKind kind) => kind switch
    {
        ObjectKind.Blob => "blob",
        ObjectKind.Tree => "tree",
        ObjectKind.Commit => "commit",
        _ => "tag",
    };

    private static ObjectKind KindOf(string name) => name switch
    {
        "blob" => ObjectKind.Blob,
        "tree" => ObjectKind.Tree,
        "commit" => ObjectKind.Commit,
        "tag" => ObjectKind.Tag,
        _ => throw new TroupeException(ErrorCode.Git, $"git names an object of the unknown type '{Printable.Escape(name)}'."),
    };
}
