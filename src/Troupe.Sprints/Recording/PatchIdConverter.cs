using Troupe.Core;

namespace Troupe.Sprints;

internal sealed class PatchIdConverter() : TextConverter<PatchId>(PatchId.Parse);
