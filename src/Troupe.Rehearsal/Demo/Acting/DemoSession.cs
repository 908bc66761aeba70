using Troupe.Core;

namespace Troupe.Rehearsal.Demo;

/// <summary>
/// What the hidden <c>troupe dev demo-persona</c> does in a session: it stands where a coding agent would stand, with
/// the same environment, the same checkout and the same tools, and follows a script instead of a model.
/// </summary>
public sealed class DemoSession
{
    private const string ConflictFolder = ".troupe/conflict";

    private readonly string _checkout;
    private readonly IReadOnlyDictionary<string, string> _environment;
    private readonly TextWriter _log;
    private readonly DemoRole _role;
    private readonly SessionTools _tools;

    /// <param name="checkout">The folder that the session works in.</param>
    /// <param name="environment">What the session host gave it.</param>
    /// <param name="log">What it says; the session's log.</param>
    /// <exception cref="TroupeException"><see cref="ErrorCode.InvalidArgument"/>: it is not in a session of the demo.</exception>
    public DemoSession(string checkout, IReadOnlyDictionary<string, string> environment, TextWriter log)
    {
        _checkout = checkout;
        _environment = environment;
        _log = log;
        _role = PersonaId.TryParse(environment.GetValueOrDefault("TROUPE_PERSONA"), out var persona) && DemoCast.TryFind(persona, out var role)
            ? role
            : throw new TroupeException(
                ErrorCode.InvalidArgument,
                "TROUPE_PERSONA names no persona of the demo: this command runs inside a session of 'troupe demo'.");
        _tools = new SessionTools(checkout, environment);
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        _log.WriteLine($"{_role.Persona}, attempt {_environment.GetValueOrDefault("TROUPE_ATTEMPT", "1")}: {_role.Task}");
        await ReadMailAsync(cancellationToken);
        LookAtConflicts();
        _role.Work(new WorkingTree(_checkout));
        if (_role.Commits)
        {
            await _tools.CommitAsync(_role.Task, cancellationToken);
        }

        if (_role.Note is { } note)
        {
            await _tools.WriteToLeadAsync(_role, note, cancellationToken);
        }
    }

    private async Task ReadMailAsync(CancellationToken cancellationToken)
    {
        foreach (var id in await _tools.UnreadAsync(cancellationToken))
        {
            var mail = await _tools.ReadAsync(id, cancellationToken);
            _log.WriteLine($"mail from {mail.From}: {mail.Subject}");
        }
    }

    private void LookAtConflicts()
    {
        var folder = Path.Combine(_checkout, ConflictFolder);
        if (Directory.Exists(folder))
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                _log.WriteLine($"to look at: {Path.GetRelativePath(_checkout, file)}");
            }
        }
    }
}
