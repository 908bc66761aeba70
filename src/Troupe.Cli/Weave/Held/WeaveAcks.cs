using Troupe.Core;
using Troupe.Engine;

namespace Troupe.Cli.Weave;

/// <summary>
/// What <c>--ack</c> may say: ids, since a branch can have moved after somebody looked at it, and only of patches that are there.
/// </summary>
internal static class WeaveAcks
{
    /// <summary>How much of an id is shown where it is to be given.</summary>
    public const int ShownDigits = HeldReport.ShortId;

    public static bool IsId(string ack) => ack.Length >= HeldChoice.ShortestId && ack.All(char.IsAsciiHexDigitLower);

    public static bool FitsNone(string ack, Weaving.Weave weave) =>
        !weave.Results.Any(result => result.Change?.Id.Value.StartsWith(ack, StringComparison.Ordinal) == true);

    public static TroupeException NoId(string ack) => new(
        ErrorCode.InvalidArgument,
        $"--ack '{Printable.Escape(ack)}' is no patch id ({HeldChoice.ShortestId} hex digits or more): 'troupe weave plan' shows the ids of what is held.");

    public static TroupeException Stray(string ack) => new(
        ErrorCode.NotFound, $"No patch of this weave has an id that begins with '{Printable.Escape(ack)}'. Nothing was done: look again with 'troupe weave plan'.");
}
