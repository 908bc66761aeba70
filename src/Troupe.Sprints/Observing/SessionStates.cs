using Troupe.Core;

namespace Troupe.Sprints;

internal static class SessionStates
{
    extension(SessionState state)
    {
        /// <summary>Whether the session is over: nothing of it runs any more.</summary>
        public bool IsFinal => state is SessionState.Completed or SessionState.Failed or SessionState.TimedOut
            or SessionState.Stalled or SessionState.Cancelled or SessionState.Lost;
    }
}
