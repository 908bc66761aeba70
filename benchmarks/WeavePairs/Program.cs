using Troupe.Core;
using Troupe.Git;
using Troupe.Weaving;
using WeavePairs;

// WeavePairs REPOSITORY SCRATCH <patches: the first line is the tip, every other one FORK HEAD. Prints a line for each pair of patches
// that both merge with the tip alone: their numbers, what the Weaver's carry and what its foresight make of the second after the first.
var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "" };
var repository = await GitRepository.OpenAsync(args[0], environment, CancellationToken.None);
var tip = CommitId.Parse(Console.ReadLine()!);
List<(CommitId Fork, CommitId Head)> patches = [];
while (Console.ReadLine() is { } line)
{
    patches.Add((CommitId.Parse(line.Split(' ')[0]), CommitId.Parse(line.Split(' ')[1])));
}

await using var directory = await PrivateGitDirectory.CreateAsync(repository, args[1], tip, MergeRules.None, CancellationToken.None);
await using var table = await PairTable.OpenAsync(directory, tip, patches);
await using var output = new StreamWriter(Console.OpenStandardOutput());
await table.PrintAsync(output);
