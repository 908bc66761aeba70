namespace Troupe.Rehearsal.Demo;

internal static class WatchNames
{
    public static string Name(this Watch watch) => watch switch { Watch.Dawn => "dawn", Watch.Day => "day", _ => "night" };
}
