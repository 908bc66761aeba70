namespace Troupe.Processes;

/// <summary>What a path names; a link is a link, wherever it leads.</summary>
public enum EntryKind
{
    /// <summary>Nothing, or nothing that we may look at.</summary>
    None,
    File,
    Folder,
    Link,

    /// <summary>A pipe, a socket or a device: whoever opens one may wait for ever.</summary>
    Special,
}
