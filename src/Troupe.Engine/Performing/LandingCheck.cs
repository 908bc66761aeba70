using Troupe.Core;
using Troupe.Forges;

namespace Troupe.Engine;

/// <summary>A sprint's own branch that could not be moved is a failure of the command: nothing is lost, and it is tried again.</summary>
internal static class LandingCheck
{
    /// <exception cref="TroupeException">The branch was left alone; the message says why and what to do.</exception>
    public static void Require(LandingOutcome outcome)
    {
        switch (outcome)
        {
            case LandingOutcome.Landed:
                return;
            case LandingOutcome.InUse use:
                throw new TroupeException(
                    ErrorCode.Busy,
                    $"{use.Branch} is {use.Why} in '{use.Folder}' and is not moved under it: switch that checkout to another branch.");
            case LandingOutcome.Moved moved:
                throw new TroupeException(
                    ErrorCode.RefMoved,
                    $"{moved.Branch} was moved by somebody else, to {moved.Found?.Value ?? "nothing"}: it is left alone.");
            default:
                throw new InvalidOperationException($"{outcome.GetType().Name} is no known landing outcome.");
        }
    }
}
