namespace Troupe.Weaving;

/// <summary>
/// A text that stands for a large file kept elsewhere (git LFS). It has lines, but nobody can merge them: what collides is the large file.
/// Two that differ always collide in git too, for each changes the line that names the content. Pure.
/// </summary>
internal static class LargeFilePointer
{
    public const string Detail = "Both sides are pointers of git LFS, to two different files.";

    private const string Start = "version https://git-lfs.github.com/spec/";

    public static bool Is(string text) => text.StartsWith(Start, StringComparison.Ordinal);
}
