using Troupe.Core;

namespace Troupe.Engine;

/// <summary>Whether the programs are there that check a woven tree.</summary>
public static class CheckPrograms
{
    /// <summary>What keeps checks from running. A program in the tree is not looked for: a patch or an earlier check may make it.</summary>
    /// <param name="settings">Those that judge patches.</param>
    /// <param name="environment">The caller's variables.</param>
    public static IReadOnlyList<MissingProgram> Missing(Settings settings, IReadOnlyDictionary<string, string> environment)
    {
        var folders = environment.GetValueOrDefault(ProgramSearch.Variable);
        return
        [
            .. settings.Weaver.Verify
                .Select((step, place) => (step, place, program: CommandProgram.Of(step.Command)))
                .Select(check => check.program is { } program && ProgramSearch.Fault(program, folders) is { } fault
                    ? MissingProgram.Of(
                        settings,
                        $"weaver.verify[{check.place}].command",
                        $"'command' of [[weaver.verify]] '{Printable.Escape(check.step.Name)}'",
                        program,
                        fault)
                    : null)
                .OfType<MissingProgram>(),
        ];
    }
}
