using Troupe.Core;

namespace Troupe.Sprints.Tests;

/// <summary>
/// A sprint played to its end without a world: sessions end as soon as they are looked at, every patch lands, unless the
/// test says otherwise. Everything that is recorded goes through the codec, as it does in the log.
/// </summary>
internal sealed class Play
{
    private readonly Dictionary<SessionId, SessionSight> _sessions = [];

    public Play(SprintMode mode, IEnumerable<string> personas, SprintLimits? limits = null, LandingPlace land = LandingPlace.Branch)
    {
        var start = new SprintStarted
        {
            Sprint = 1, At = Now, Mode = mode, Reason = "the test says so", Base = Names.Commit("base"), BaseTree = Names.Tree("base"),
            Branch = "troupe/sprint-1", Target = "main", Land = land,
            Personas = [.. personas.Select(PersonaId.Parse)], Limits = limits ?? new SprintLimits(),
        };
        State = SprintEvolution.Begin(start);
        Log.Add(start);
    }

    public SprintState State { get; private set; }

    public List<SprintEvent> Log { get; } = [];

    public List<SprintCommand> Commands { get; } = [];

    public List<MailHead> Mail { get; } = [];

    public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch.AddYears(56);

    /// <summary>What the sprint's branch is seen to point at; null: nothing.</summary>
    public CommitId? Branch { get; set; }

    /// <summary>What becomes of a session; the default: it succeeds.</summary>
    public Func<SessionId, SessionSight> Session { get; set; } = _ => new SessionSight(SessionState.Completed);

    /// <summary>The word that a session's patch is named by; null: it changed nothing.</summary>
    public Func<SessionId, string?> Delivery { get; set; } = session => $"{session}";

    /// <summary>Why nothing of a session's work can be had; null: it can.</summary>
    public Func<SessionId, string?> Unrecorded { get; set; } = _ => null;

    /// <summary>What a weave says of one of its patches; null: it lands.</summary>
    public Func<WeavePatches, SessionId, PatchVerdict?> Verdict { get; set; } = (_, _) => null;

    /// <summary>What verification says; null: it passes.</summary>
    public Func<WeavePatches, VerificationVerdict?> Verification { get; set; } = _ => null;

    /// <summary>Whether performing a command fails, and why.</summary>
    public Func<SprintCommand, string?> Failure { get; set; } = _ => null;

    /// <summary>What happens in the world after a command was performed.</summary>
    public Action<SprintCommand> After { get; set; } = _ => { };

    public Observation Look() => new() { Now = Now, BranchHead = Branch, Sessions = new Dictionary<SessionId, SessionSight>(_sessions), Unread = [.. Mail] };

    public IReadOnlyList<SprintCommand> Decide() => SprintDecision.Decide(State, Look());

    public Play Run(int steps = 1000)
    {
        for (var i = 0; i < steps && State.Ended is null; i++)
        {
            if (!Step())
            {
                break;
            }
        }

        return this;
    }

    /// <summary>One decision and everything that it says; time passes where nothing else does.</summary>
    /// <returns>Whether anything happened.</returns>
    public bool Step()
    {
        var commands = Decide();
        foreach (var command in commands)
        {
            Perform(command);
        }

        if (commands.Count > 0)
        {
            return true;
        }

        if (Waking.Next(State, Now) is not { } next)
        {
            return false;
        }

        Now = next;
        return true;
    }

    public void Perform(SprintCommand command)
    {
        Commands.Add(command);
        foreach (var intended in command.Intent)
        {
            Record(intended);
        }

        if (Failure(command) is { } error)
        {
            Record(new CommandFailed { Sprint = 1, At = Now, Command = command.Name, Key = command.Key, Error = error });
        }
        else
        {
            foreach (var happened in PlayedOutcome.Of(this, command, _sessions).ToList())
            {
                Record(happened);
            }
        }

        After(command);
    }

    public void Record(SprintEvent happened)
    {
        var read = SprintEventCodec.Decode(SprintEventKinds.Of(happened), SprintEventCodec.Encode(happened));
        Log.Add(read);
        State = SprintEvolution.Evolve(State, read);
    }

    public IEnumerable<T> Of<T>() where T : SprintEvent => Log.OfType<T>();
}
