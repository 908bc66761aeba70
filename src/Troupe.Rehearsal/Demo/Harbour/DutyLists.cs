using System.Globalization;

namespace Troupe.Rehearsal.Demo;

/// <summary>
/// Two lists, so that no order helps: the change that renames a list fits if it comes last, and each of the two is renamed by
/// another persona.
/// </summary>
internal static class DutyLists
{
    public static DutyList Pilots { get; } = new(
        "pilots", "roster", "rota", "who takes which ship through the channel, by watch",
        entry => Text($"    on_watch {entry.Watch.Name()} '{entry.Name}' berth {entry.Berth} channel {entry.Channel}"),
        entry => Text($"    pilot --{entry.Watch.Name()} --channel={entry.Channel} --berth={entry.Berth} \"{entry.Name}\""));

    public static DutyList Ferries { get; } = new(
        "ferries", "crossings", "sailings", "who takes which ferry across, by watch",
        entry => Text($"    crosses '{entry.Name}' at {entry.Watch.Name()} with {entry.Channel} seats from pier {entry.Berth}"),
        entry => Text($"    sail {entry.Berth} {entry.Watch.Name()} --seats {entry.Channel} --master \"{entry.Name}\""));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
