using Troupe.Core;

namespace Troupe.Sprints;

internal sealed class CommitIdConverter() : TextConverter<CommitId>(CommitId.Parse);
