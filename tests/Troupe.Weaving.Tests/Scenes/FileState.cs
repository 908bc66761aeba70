using System.Text;
using Troupe.Git;

namespace Troupe.Weaving.Tests.Scenes;

/// <summary>A file of a made-up tree.</summary>
internal sealed record FileState(EntryMode Mode, ReadOnlyMemory<byte> Bytes)
{
    public static FileState Of(string text) => new(EntryMode.Regular, Encoding.UTF8.GetBytes(text));

    public static FileState Link(string target) => new(EntryMode.Symlink, Encoding.UTF8.GetBytes(target));

    public string Text => Encoding.UTF8.GetString(Bytes.Span);
}
