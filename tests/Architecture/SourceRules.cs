using System.Text.RegularExpressions;

namespace Troupe.Architecture.Tests;

/// <summary>What holds for every source file; each rule says what is wrong with one.</summary>
internal static partial class SourceRules
{
    private const int MostLines = 400;

    // Put together, so that this file does not break the rule that it states.
    private static readonly string[] ForeignPlaces = ["/wo" + "rk/", "/ro" + "ot/", "/v3/index" + ".json", "artifact" + "ory"];
    private static readonly string[] MachineFiles = ["nuget.config", ".npmrc", "pip.conf"];

    public static IEnumerable<string> TooLong(SourceFile file)
    {
        var lines = file.Text.Count(c => c == '\n');
        return lines > MostLines ? [$"{file.Path} has {lines} lines"] : [];
    }

    public static IEnumerable<string> Unfinished(SourceFile file) =>
        UnfinishedWord().Matches(file.Text).Select(match => $"{file.Path}: {match.Value}");

    /// <summary>A file is named after a type in it; <c>Name.Part.cs</c> holds a part of Name.</summary>
    public static IEnumerable<string> Misnamed(SourceFile file)
    {
        var name = Path.GetFileName(file.Path).Split('.')[0];
        return name is "Program" or "AssemblyInfo" or "GlobalUsings"
            || Regex.IsMatch(file.Text, $@"\b(class|struct|record|interface|enum|delegate \w+)\s+{Regex.Escape(name)}\b", RegexOptions.NonBacktracking)
                ? []
                : [$"{file.Path} has no type {name}"];
    }

    /// <summary>The tree names no machine that it was written on and no place that its packages came from.</summary>
    public static IEnumerable<string> Foreign(SourceFile file) =>
    [
        .. ForeignPlaces.Where(place => file.Text.Contains(place, StringComparison.OrdinalIgnoreCase)).Select(place => $"{file.Path}: {place}"),
        .. MachineFiles.Where(name => Path.GetFileName(file.Path).Equals(name, StringComparison.OrdinalIgnoreCase)),
    ];

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX|NotImplementedException)\b", RegexOptions.CultureInvariant)]
    private static partial Regex UnfinishedWord();
}
