namespace Troupe.Weaving.Tests.Scenes;

/// <summary>What a made-up patch was made on, and what it has to do with the patches before it.</summary>
internal enum Origin
{
    Tip,

    /// <summary>A commit before the tip.</summary>
    BehindTip,

    /// <summary>The tip, with all that another patch does, and more.</summary>
    Containing,

    /// <summary>What another patch made.</summary>
    OnTopOf,

    /// <summary>What another patch made, to take it back.</summary>
    Reverting,

    /// <summary>The very change of another patch.</summary>
    Same,
}
