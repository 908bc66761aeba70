using Troupe.Core;

namespace Troupe.Git;

/// <summary>
/// Writes commits, trees and blobs into an object folder without starting git. Not synced to disk: it is meant for directories that
/// can be made again. Safe to use from several threads and processes at once.
/// </summary>
/// <param name="objectsFolder">The folder <c>objects</c> of a git directory.</param>
public sealed class ObjectWriter(string objectsFolder, ObjectFormat format)
{
    private readonly LooseObjects _loose = new(objectsFolder);

    /// <summary>What the object would be called, without writing it.</summary>
    public static string NameOf(ObjectKind kind, ReadOnlySpan<byte> content, ObjectFormat format) =>
        ObjectHash.NameOf(format, ObjectHash.Header(kind, content.Length), content);

    public CommitId WriteCommit(CommitDraft draft) => CommitId.Parse(Write(ObjectKind.Commit, CommitEncoding.Encode(draft)));

    /// <param name="entries">In any order.</param>
    /// <exception cref="TroupeException"><see cref="ErrorCode.InvalidArgument"/>: a name stands twice, or is none that git allows.</exception>
    public TreeId WriteTree(IReadOnlyList<TreeEntry> entries) => TreeId.Parse(Write(ObjectKind.Tree, TreeEncoding.Encode(entries, format)));

    public BlobId WriteBlob(ReadOnlySpan<byte> content) => BlobId.Parse(Write(ObjectKind.Blob, content));

    private string Write(ObjectKind kind, ReadOnlySpan<byte> content)
    {
        var header = ObjectHash.Header(kind, content.Length);
        var name = ObjectHash.NameOf(format, header, content);
        _loose.Write(name, header, content);
        return name;
    }
}
