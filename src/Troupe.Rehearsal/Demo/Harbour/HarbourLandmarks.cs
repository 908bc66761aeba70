namespace Troupe.Rehearsal.Demo;

/// <summary>The modules that are written by hand because the personas meet in them.</summary>
internal static class HarbourLandmarks
{
    public const string Forecast = "lib/tides/forecast.sh";
    public const string Telex = "lib/signals/telex.sh";
    public const string Radio = "lib/signals/radio.sh";
    public const string Lamp = "lib/lights/lamp.sh";

    /// <summary>The lines of the forecast that two personas want to change.</summary>
    public const string ForecastCore =
        "    high_water=$((mean_level + spring_range / 2))\n    printf '%s high water %s\\n' \"$port\" \"$high_water\"\n";

    public static IReadOnlyList<HarbourModule> Modules { get; } =
    [
        new("tides", "forecast", "when the water is high, and how high", ["tides/gauge"],
        [
            "    port=${1:-harbour}",
            "    mean_level=${2:-140}",
            "    spring_range=${3:-90}",
            "    # The gauge at the old pier reads three centimetres high; the harbour master knows.",
            "    [ \"$mean_level\" -gt 0 ] || return 1",
            "    high_water=$((mean_level + spring_range / 2))",
            "    printf '%s high water %s\\n' \"$port\" \"$high_water\"",
            "    low_water=$((mean_level - spring_range / 2))",
            "    [ \"$low_water\" -ge 0 ] || low_water=0",
            "    printf '%s low water %s\\n' \"$port\" \"$low_water\"",
        ]),
        new("signals", "telex", "sends the daily list of ships by telex", [],
        [
            "    line=${1:?which line}",
            "    while read -r ship flag tons; do",
            "        printf '%s\\t%s\\t%s\\r\\n' \"$ship\" \"$flag\" \"$tons\" > \"$line\"",
            "    done",
            "    printf 'NNNN\\r\\n' > \"$line\"",
        ]),
        new("signals", "radio", "calls a ship on the harbour's channel", ["signals/log"],
        [
            "    ship=${1:?which ship}",
            "    channel=${2:-12}",
            "    for call in first second third; do",
            "        printf 'channel %s, %s call: %s, this is harbour control\\n' \"$channel\" \"$call\" \"$ship\"",
            "    done",
        ]),
        new("lights", "lamp", "turns a lamp of the breakwater on or off", [],
        [
            "    lamp=${1:?which lamp}",
            "    state=${2:-on}",
            "    case $state in on | off) ;; *) return 2 ;; esac",
            "    printf 'lamp %s %s\\n' \"$lamp\" \"$state\"",
        ]),
        DutyLists.Pilots.Original,
        DutyLists.Ferries.Original,
    ];
}
