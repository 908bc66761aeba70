using System.Text.Json.Nodes;
using Troupe.Processes;

namespace Troupe.EndToEnd.Agents;

/// <summary>An agent's real command line, where an environment variable says that it is installed, set up to talk to nobody but our server.</summary>
internal sealed record RealAgent(string Name, IModelWire Wire)
{
    /// <summary>Where its program is.</summary>
    private string Variable => $"TROUPE_AGENT_{Name.ToUpperInvariant()}";

    /// <summary>Its tool for the shell, and how that calls the command.</summary>
    public required (string Name, string Argument) Shell { get; init; }

    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>By the address of the model.</summary>
    public required Func<string, IReadOnlyDictionary<string, string>> Environment { get; init; }

    /// <summary>A file that it wants in its home, by the address of the model.</summary>
    public (string Path, Func<string, string> Text)? Configuration { get; init; }

    public ModelStep Run(string command) => new(Shell.Name, new JsonObject { [Shell.Argument] = command, ["description"] = "run" });

    public async Task<ProgramResult> WorkAsync(Stage stage, ModelServer model, string path)
    {
        var program = System.Environment.GetEnvironmentVariable(Variable);
        Assert.SkipUnless(File.Exists(program), $"{Variable} names no program: install the agent from npm and set it.");
        var home = stage.Environment["HOME"];
        if (Configuration is var (file, text))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(home, file))!);
            await File.WriteAllTextAsync(Path.Combine(home, file), text(model.Address), TestContext.Current.CancellationToken);
        }

        var environment = new Dictionary<string, string>(Environment(model.Address), StringComparer.Ordinal)
        {
            ["PATH"] = path, ["HOME"] = home, ["TMPDIR"] = stage.Folder, ["JULES_PERSONA"] = "curator",

            // Nothing that it might ask of its vendor leaves this machine.
            ["HTTPS_PROXY"] = "http://127.0.0.1:9", ["NO_PROXY"] = "127.0.0.1",
        };
        return await ProgramRunner.RunAsync(
            new ProgramRequest
            {
                Program = program!,
                Arguments = Arguments,
                WorkingDirectory = stage.Repository,
                Environment = environment,
                Timeout = TimeSpan.FromMinutes(3),
            },
            TestContext.Current.CancellationToken);
    }
}
