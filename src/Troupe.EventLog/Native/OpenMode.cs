namespace Troupe.EventLog;

/// <summary>How a file is opened.</summary>
internal enum OpenMode
{
    /// <summary>An existing file, or a folder, for reading.</summary>
    Read,

    /// <summary>For reading and for writing at the end only (O_APPEND), created with mode 0600 when it is missing.</summary>
    Append,

    /// <summary>For reading and writing anywhere, created with mode 0600 when it is missing.</summary>
    ReadWrite,

    /// <summary>For writing; must not exist, is created with mode 0600.</summary>
    CreateNew,
}
