using System.Text;

namespace Troupe.Rehearsal.Demo;

/// <summary>A module of the harbour: one shell function in a file of its own. <c>check.sh</c> holds every module to this form.</summary>
/// <param name="Needs">Modules that it builds on, as <c>area/name</c>.</param>
/// <param name="Body">The lines of the function.</param>
internal sealed record HarbourModule(string Area, string Name, string Summary, IReadOnlyList<string> Needs, IReadOnlyList<string> Body)
{
    public string Path => PathOf(Area, Name);

    public string Text
    {
        get
        {
            var text = new StringBuilder($"# {Area}/{Name}: {Summary}\n");
            text.AppendJoin("", Needs.Select(need => $"# needs: {need}\n"));
            text.Append($"\n{Area}_{Name}() {{\n").AppendJoin("", Body.Select(line => line + "\n")).Append("}\n");
            return text.Append($"\n# end of {Area}/{Name}\n").ToString();
        }
    }

    public static string PathOf(string area, string name) => $"lib/{area}/{name}.sh";

    public static string IndexOf(string area) => $"lib/{area}/INDEX";
}
