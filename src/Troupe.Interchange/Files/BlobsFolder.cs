using Troupe.EventLog;

namespace Troupe.Interchange;

/// <summary>The contents of attachments beside an export: files named by their SHA-256.</summary>
internal sealed class BlobsFolder(string exportFolder)
{
    public const string Name = "blobs";
    private readonly string _folder = Path.Combine(exportFolder, Name);

    public string PathOf(string sha256) => Path.Combine(_folder, sha256);

    public void Write(Enclosure enclosure)
    {
        if (enclosure.Content is { } content && !File.Exists(PathOf(enclosure.Sha256)))
        {
            PrivateFile.CreateFolder(_folder);
            PrivateFile.Replace(PathOf(enclosure.Sha256), content.Span);
        }
    }

    /// <exception cref="FormatException">The file is missing, or is not what its name says.</exception>
    public Enclosure Read(string name, string sha256, string mediaType)
    {
        if (!Sha256.TryParse(sha256, out var id))
        {
            throw new FormatException($"the attachment '{name}' has no SHA-256");
        }

        var path = PathOf(id.Value);
        if (!File.Exists(path))
        {
            throw new FormatException($"the content of the attachment '{name}' is missing: it belongs at {Name}/{id}");
        }

        var content = BoundedFile.Read(path);
        return EventLog.Sha256.Of(content) == id
            ? new Enclosure(name, mediaType, id.Value, content)
            : throw new FormatException($"the content of the attachment '{name}' in {Name}/{id} was changed: it has another SHA-256");
    }
}
