namespace Troupe.Core;

/// <summary>Where a sprint's result goes.</summary>
public enum LandSetting
{
    /// <summary>To a branch of its own, <c>troupe/sprint-N</c>.</summary>
    Branch,

    /// <summary>There, and then the target branch is moved forward to it, unless it is checked out somewhere.</summary>
    Target,
}
