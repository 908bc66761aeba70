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
    private readonly GatheredObjects? _gathered;

    private ObjectWriter(string objectsFolder, ObjectFormat format, GatheredObjects gathered)
        : this(objectsFolder, format) => _gathered = gathered;

    /// <summary>One whose objects git can see only after <see cref="Flush"/>; hundreds of objects then cost two files.</summary>
    public static ObjectWriter Gathering(string objectsFolder, ObjectFormat format) =>
        new(objectsFolder, format, new GatheredObjects(objectsFolder, format));

    /// <summary>What the object would be called, without writing it.</summary>
    public static string NameOf(ObjectKind kind, ReadOnlySpan<byte> content, ObjectFormat format) =>
        ObjectHash.NameOf(format, ObjectHash.Header(kind, content.Length), content);

    public CommitId WriteCommit(CommitDraft draft) => CommitId.Parse(Write(ObjectKind.Commit, CommitEncoding.Encode(draft)));

    /// <param name="entries">In any order.</param>
    /// <exception cref="TroupeException"><see cref="ErrorCode.InvalidArgument"/>: a name stands twice, or is none that git allows.</exception>
    public TreeId WriteTree(IReadOnlyList<TreeEntry> entries) => TreeId.Parse(Write(ObjectKind.Tree, TreeEncoding.Encode(entries, format)));

    public BlobId WriteBlob(ReadOnlySpan<byte> content) => BlobId.Parse(Write(ObjectKind.Blob, content));

    /// <summary>Makes what was gathered visible to git; without effect on a writer that does not gather.</summary>
    public void Flush() => _gathered?.Flush();

    private string Write(ObjectKind kind, ReadOnlySpan<byte> content)
    {
        var header = ObjectHash.Header(kind, content.Length);
        var name = ObjectHash.NameOf(format, header, content);
        if (_gathered is null)
        {
            _loose.Write(name, header, content);
        }
        else
        {
            _gathered.Add(name, kind, content);
        }

        return name;
    }
}
