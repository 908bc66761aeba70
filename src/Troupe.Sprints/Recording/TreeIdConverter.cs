using Troupe.Core;

namespace Troupe.Sprints;

internal sealed class TreeIdConverter() : TextConverter<TreeId>(TreeId.Parse);
