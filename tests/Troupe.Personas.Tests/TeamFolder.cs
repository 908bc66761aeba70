using Troupe.Core;
using Troupe.Testing;

namespace Troupe.Personas.Tests;

/// <summary>A <c>.team</c> in a temporary folder.</summary>
internal sealed class TeamFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public TeamHome Home => new(_folder[".team"]);

    public string Outside => _folder.Path;

    public TeamFolder With(string id, string prompt)
    {
        Directory.CreateDirectory(Path.Combine(Home.PersonasFolder, id));
        File.WriteAllText(Path.Combine(Home.PersonasFolder, id, "prompt.md"), prompt);
        return this;
    }

    public void Dispose() => _folder.Dispose();
}
