using System.Globalization;

namespace Troupe.Rehearsal.Demo;

/// <summary>
/// The module <c>pilots/roster</c>: a long list in three parts. It is made for a conflict that no pair of changes
/// shows: one renames the file and rewrites the first part, one rewrites the last, one mends a line in the middle.
/// With the first two landed less than half of the file is left, git no longer follows the rename, and the third
/// finds its file deleted.
/// </summary>
internal static class PilotRoster
{
    public const string Area = "pilots";
    public const string OldName = "roster";
    public const string NewName = "rota";
    private const int PilotsPerWatch = 22;

    private static readonly string[] FirstNames =
        ["Aino", "Berit", "Carl", "Dagny", "Eskil", "Frida", "Gorm", "Hedda", "Ivar", "Jorun", "Knut"];

    private static readonly string[] LastNames = ["Berg", "Dahl", "Fjord", "Holm", "Lund", "Strand"];

    /// <summary>A pilot of the day watch whose channel is wrong.</summary>
    public static string WrongChannel { get; } = DayLine(PilotsPerWatch + 11, 16);

    public static string MendedChannel { get; } = DayLine(PilotsPerWatch + 11, 71);

    public static HarbourModule Original { get; } = new(
        Area, OldName, "who takes which ship through the channel, by watch", [], [.. Dawn(DawnLine), .. Day(), .. Night(NightLine)]);

    /// <summary>The lines of the first part, as they are and as the renamed file has them.</summary>
    public static (string Old, string New) DawnRewrite { get; } = (Lines(Dawn(DawnLine)), Lines(Dawn(RewrittenDawnLine)));

    /// <summary>The lines of the last part, as they are and as a tidier hand would have them.</summary>
    public static (string Old, string New) NightRewrite { get; } = (Lines(Night(NightLine)), Lines(Night(RewrittenNightLine)));

    private static IEnumerable<string> Dawn(Func<int, string> line) => Enumerable.Range(0, PilotsPerWatch).Select(line);

    private static IEnumerable<string> Day() => Enumerable.Range(PilotsPerWatch, PilotsPerWatch - 2)
        .Select(pilot => pilot == PilotsPerWatch + 11 ? DayLine(pilot, 16) : DayLine(pilot, Channel(pilot)));

    private static IEnumerable<string> Night(Func<int, string> line) => Enumerable.Range(2 * PilotsPerWatch - 2, PilotsPerWatch).Select(line);

    private static string DawnLine(int pilot) => Text($"    on_watch dawn '{Name(pilot)}' berth {pilot + 3} channel {Channel(pilot)}");

    private static string RewrittenDawnLine(int pilot) =>
        Text($"    pilot --first-light --channel={Channel(pilot)} --berth={pilot + 3} \"{Name(pilot)}\"");

    private static string DayLine(int pilot, int channel) => Text($"    on_watch day '{Name(pilot)}' berth {pilot + 3} channel {channel}");

    private static string NightLine(int pilot) => Text($"    on_watch night '{Name(pilot)}' berth {pilot + 3} channel {Channel(pilot)}");

    private static string RewrittenNightLine(int pilot) =>
        Text($"    after_dark {Channel(pilot)} {pilot + 3} \"{Name(pilot)}\" || standby \"$1\"");

    private static string Name(int pilot) => $"{FirstNames[pilot % FirstNames.Length]} {LastNames[pilot / FirstNames.Length % LastNames.Length]}";

    private static int Channel(int pilot) => 60 + pilot * 7 % 19;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));
}
