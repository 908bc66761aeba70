namespace Troupe.Rehearsal.Demo;

/// <summary>Puts this program under both of its names where the demo's sessions find it.</summary>
internal static class DemoPrograms
{
    public const string Troupe = "troupe";
    public const string Mail = "jules-mail";

    /// <param name="folder">An empty folder.</param>
    /// <param name="program">The path of this program.</param>
    public static void Link(string folder, string program)
    {
        // The JIT build has a launcher of its own for the mail; the native one goes by the name it is called by.
        var sibling = Path.Combine(Path.GetDirectoryName(program) ?? "", Mail);
        File.CreateSymbolicLink(Path.Combine(folder, Troupe), program);
        File.CreateSymbolicLink(Path.Combine(folder, Mail), File.Exists(sibling) ? sibling : program);
    }
}
