namespace Troupe.Interchange;

/// <summary>
/// What an imported letter may cost. Sources are files from anywhere; each of these bounds the memory that one letter takes,
/// and none is near what mail that is meant for people needs.
/// </summary>
internal static class LetterLimits
{
    /// <summary>The file of one letter with all its attachments, in bytes.</summary>
    public const int LongestFile = 64 * 1024 * 1024;

    /// <summary>The headers of one letter, in bytes.</summary>
    public const int LongestHeaders = 1024 * 1024;

    /// <summary>How deeply parts may lie in parts; what lies deeper is taken as it is, as one attachment.</summary>
    public const int DeepestNesting = 32;

    public const int MostParts = 500;
    public const int MostEnclosures = 64;
    public const int MostAddresses = 500;
    public const int MostSuperseded = 200;
}
