using Troupe.Git;

namespace Troupe.Weaving.Tests.Regenerating;

/// <summary>Makes of each lock file the sum of the <c>deps</c> beside it and of what the lock file held, as a package manager does.</summary>
internal sealed class FakeRegenerator(GitRepository repository) : IRegenerator
{
    public List<RegenerationRequest> Requests { get; } = [];

    public string? Failure { get; init; }

    public async Task<RegenerationResult> RunAsync(RegenerationRequest request, CancellationToken cancellationToken)
    {
        Requests.Add(request);
        if (Failure is not null)
        {
            return new RegenerationResult.Failed(Failure);
        }

        Dictionary<string, byte[]> made = [];
        foreach (var file in request.Files)
        {
            var inputs = await ShowAsync(request, file.Replace("lock", "deps", StringComparison.Ordinal), cancellationToken);
            var seed = await ShowAsync(request, file, cancellationToken);
            made.Add(file, System.Text.Encoding.UTF8.GetBytes($"made of {inputs}with {seed}"));
        }

        return new RegenerationResult.Made(made);
    }

    private async Task<string> ShowAsync(RegenerationRequest request, string path, CancellationToken cancellationToken) =>
        (await repository.Git.For(request.GitDirectory, ConfigurationScope.DirectoryOnly)
            .RunAsync(["show", $"{request.Tree}:{path}"], GitCall.Plain, cancellationToken)).OutputText.ReplaceLineEndings(" ");
}
