using Troupe.Core;
using Troupe.Engine;
using Troupe.EventLog;
using Troupe.Git;
using Troupe.Shell;
using Troupe.Weaving;

namespace Troupe.Cli.Weave;

/// <summary>The repository that one stands in, the commit to build on, and all that a weave needs there.</summary>
internal sealed class WeaveBench
{
    private const string SettingsPath = ".team/troupe.toml";

    private readonly CliContext _context;

    private WeaveBench(CliContext context, GitRepository repository, StateHome state, WeaveTarget target)
    {
        _context = context;
        Repository = repository;
        State = state;
        Target = target;
    }

    public GitRepository Repository { get; }

    public StateHome State { get; }

    public WeaveTarget Target { get; }

    public static async Task<WeaveBench> OpenAsync(CliContext context, string? baseRevision, string? onto, CancellationToken cancellationToken)
    {
        var repository = await GitRepository.OpenAsync(context.WorkingDirectory, context.Environment, cancellationToken);
        var target = await WeaveTarget.FindAsync(repository, baseRevision, onto, cancellationToken);
        return new WeaveBench(context, repository, StateHome.For(repository.CommonDirectory, context.Environment), target);
    }

    /// <param name="sources">As they were given; each is the label of its patch, unless it is a pattern that stands for several refs.</param>
    /// <param name="order">Null: as the settings of the commit that is built on say.</param>
    /// <param name="acks">Ids of patches, or their beginnings, that are not held.</param>
    /// <param name="runsCommands">Whether lock files are made anew, or only said to need it.</param>
    /// <exception cref="TroupeException"><see cref="ErrorCode.NotFound"/>: none of the patches has an id that was agreed to.</exception>
    public async Task<Weaving.Weave> WeaveAsync(
        IReadOnlyList<string> sources, WeaveOrder? order, IReadOnlyList<string> acks, bool runsCommands, CancellationToken cancellationToken)
    {
        if (!acks.All(WeaveAcks.IsId))
        {
            throw WeaveAcks.NoId(acks.First(ack => !WeaveAcks.IsId(ack)));
        }

        State.Make();
        var rules = await RulesAsync(cancellationToken);
        var request = new WeaveRequest
        {
            Tip = Target.Tip,
            Base = Target.Base,
            Patches = await PatchesAsync(sources, cancellationToken),
            CommitTime = _context.Time.GetLocalNow(),
            Order = order ?? (rules is null ? WeaveOrder.Best : WeaveOrders.Parse(rules.Order)),
            UnionPaths = rules?.UnionPaths ?? [],
            Drivers = rules?.Drivers ?? [],
            Regenerate = rules?.Regenerate ?? [],
            Regenerator = runsCommands ? new LockRegenerator(State, _context.Environment) : null,
            Policy = rules is { Policy: true },
            Acked = acks,
        };
        var captures = new FileBlobStore(Path.Combine(State.WeavesFolder, "captures"));
        var weave = await new Weaver(Repository, State.WeavesFolder, captures).WeaveAsync(request, cancellationToken);
        if (acks.FirstOrDefault(ack => WeaveAcks.FitsNone(ack, weave)) is { } stray)
        {
            await weave.DisposeAsync();
            throw WeaveAcks.Stray(stray);
        }

        return weave;
    }

    private async Task<IReadOnlyList<WeavePatch>> PatchesAsync(IReadOnlyList<string> sources, CancellationToken cancellationToken)
    {
        List<WeavePatch> patches = [];
        foreach (var source in sources)
        {
            if (RefPattern.Is(source) && !SourceArgument.NamesFile(source, _context.WorkingDirectory))
            {
                patches.AddRange(await RefPattern.ExpandAsync(Repository, source, Target.Branch, cancellationToken));
            }
            else
            {
                patches.Add(new WeavePatch { Label = source, Source = SourceArgument.Parse(source, _context.WorkingDirectory) });
            }
        }

        return patches;
    }

    // Rules come from the commit that is built on, never from a patch or from what happens to be checked out. Null: it has none.
    private async Task<WeaverSettings?> RulesAsync(CancellationToken cancellationToken)
    {
        var revision = $"{Target.Tip}:{SettingsPath}";
        var file = await Repository.Git.TryRunAsync(["cat-file", "blob", revision], GitCall.Plain, cancellationToken);
        return file.ExitCode == 0 ? Settings.Parse(file.OutputText, SettingsPath).Weaver : null;
    }
}
