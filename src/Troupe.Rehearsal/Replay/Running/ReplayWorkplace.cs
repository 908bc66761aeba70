using Troupe.Agents;
using Troupe.Core;
using Troupe.Engine;
using Troupe.EventLog;
using Troupe.Forges;
using Troupe.Mail;
using Troupe.Personas;

namespace Troupe.Rehearsal.Replay;

/// <summary>The engine's surroundings for one case: everything is real but the agents, and everything lies in scratch.</summary>
internal static class ReplayWorkplace
{
    private const string AgentName = "recorded";

    // No policy, no union rules, no verify commands: what is replayed is the Weaver on the repository's own attributes.
    private static readonly Settings Bare = Settings.Parse($"[agent.{AgentName}]\ncommand = [\"true\"]\n", "replay");

    public static Workplace Make(
        ReplayScratch scratch, IReadOnlyList<RecordedPatch> patches, IReadOnlyDictionary<string, string> environment, TimeProvider time)
    {
        foreach (var patch in patches)
        {
            // A folder is what makes a persona known to the mail.
            Directory.CreateDirectory(Path.Combine(scratch.Home.PersonasFolder, patch.Past.Persona.Value));
        }

        return new Workplace
        {
            Home = scratch.Home,
            State = scratch.State,
            Repository = scratch.Repository,
            Settings = Bare,
            SettingsFollowTip = false,
            HoldsPatches = false,
            Roster = new Roster(patches.Select((patch, place) => PersonaOf(patch, patches.Count - place))),
            SprintLog = new FileEventLog(scratch.Home.SprintsFolder, time),
            Blobs = new FileBlobStore(Path.Combine(scratch.Home.SprintsFolder, "blobs")),
            Lease = new FileLease(scratch.State.Folder),
            PostOffice = PostOffice.Open(scratch.Home, time),
            Agents = new RecordedAgents(Agent(scratch, patches, time)),
            Forge = new LocalForge(scratch.Repository),
            Environment = environment,
            Time = time,
        };
    }

    private static RecordedAgent Agent(ReplayScratch scratch, IReadOnlyList<RecordedPatch> patches, TimeProvider time)
    {
        var byPersona = patches.ToDictionary(patch => patch.Past.Persona);
        var rework = new RecordedRework(scratch.Repository, scratch.State.WeavesFolder, byPersona, time);
        return new RecordedAgent(
            AgentName,
            new RecordedScript
            {
                Recordings = patches.ToDictionary(
                    patch => (patch.Past.Persona, 1), patch => new Recording { Commit = patch.Commit, Message = patch.Past.Subject }),
                Rework = rework.RedoAsync,
            },
            time);
    }

    /// <param name="priority">Higher is earlier: the roster keeps the order in which the changes landed.</param>
    private static Persona PersonaOf(RecordedPatch patch, int priority) => new()
    {
        Id = patch.Past.Persona,
        Emoji = "",
        Description = "Hands in a recorded change.",
        Kind = PersonaKind.Ai,
        IsScheduled = true,
        Schedule = null,
        Agent = AgentName,
        Model = null,
        Scope = [],
        After = [],
        Groups = [],
        IsCritical = false,
        PlanApproval = PlanApproval.Auto,
        Automation = Automation.Manual,
        Priority = priority,
        HiredBy = null,
        Body = "Hand in the recorded change.",
        File = "replay",
        BodyLine = 1,
    };
}
