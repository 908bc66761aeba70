using System.Collections.Immutable;
using Troupe.Core;

namespace Troupe.Mail;

/// <summary>Who has reserved what: the fold of the log's <c>reserved</c> and <c>released</c> records. Pure and without a clock.</summary>
public sealed class ReservationBoard
{
    /// <summary>What ended so long before the newest reservation is forgotten, or the board would grow for ever.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromDays(1);

    private readonly ImmutableList<Reservation> _all;

    private ReservationBoard(ImmutableList<Reservation> all) => _all = all;

    public static ReservationBoard Empty { get; } = new([]);

    /// <summary>Whatever is remembered, ended or not, in the order in which it was reserved.</summary>
    internal IReadOnlyList<Reservation> All => _all;

    internal static ReservationBoard Of(IEnumerable<Reservation> reservations) => new([.. reservations]);

    public ReservationBoard Evolve(ReservationEvent happened) => happened switch
    {
        ReservationEvent.Reserved reserved => new ReservationBoard(
        [
            .. Without(reserved.Persona, reserved.Patterns).Where(one => one.Until > reserved.From - Memory),
            .. reserved.Patterns.Distinct().Select(pattern => new Reservation(reserved.Persona, pattern, reserved.From, reserved.Until, reserved.Reason)),
        ]),
        ReservationEvent.Released { Patterns: [] } all => new ReservationBoard(_all.RemoveAll(one => one.Persona == all.Persona)),
        ReservationEvent.Released released => new ReservationBoard([.. Without(released.Persona, released.Patterns)]),
        _ => this,
    };

    /// <summary>What holds now, in the order in which it was reserved.</summary>
    public IReadOnlyList<Reservation> Held(DateTimeOffset now) => [.. _all.Where(one => one.Holds(now))];

    /// <summary>What others hold now that has a path in common with one of the patterns.</summary>
    public IReadOnlyList<Reservation> InTheWayOf(PersonaId persona, IReadOnlyList<PathPattern> patterns, DateTimeOffset now) =>
        [.. Held(now).Where(one => one.Persona != persona && patterns.Any(pattern => pattern.Overlaps(one.Pattern)))];

    private IEnumerable<Reservation> Without(PersonaId persona, IReadOnlyList<PathPattern> patterns) =>
        _all.Where(one => one.Persona != persona || !patterns.Contains(one.Pattern));
}
