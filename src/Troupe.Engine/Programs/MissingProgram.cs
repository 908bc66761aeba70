using Troupe.Core;

namespace Troupe.Engine;

/// <summary>A setting whose command cannot be started.</summary>
/// <param name="Problem">What is wrong, with the setting's file and line.</param>
/// <param name="Remedy">What to do.</param>
public sealed record MissingProgram(string Problem, string Remedy)
{
    internal static MissingProgram Of(Settings settings, string key, string setting, string program, string fault)
    {
        var origin = settings.Values.FirstOrDefault(value => value.Key == key)?.Origin ?? SettingOrigin.Default;
        return new MissingProgram(
            $"{Printable.Escape(origin.ToString())}: {setting} runs '{Printable.Escape(program)}', {fault}.",
            program.Contains('/', StringComparison.Ordinal) && !Path.IsPathRooted(program)
                ? "Commit it, or correct the setting."
                : "Install it, or correct the setting.");
    }
}
