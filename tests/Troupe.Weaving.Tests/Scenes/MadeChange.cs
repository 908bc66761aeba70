using Troupe.Core;

namespace Troupe.Weaving.Tests.Scenes;

/// <summary>A change of a made-up sprint: from the tree of a commit to another tree.</summary>
internal sealed record MadeChange(CommitId Fork, Snapshot From, Snapshot To);
