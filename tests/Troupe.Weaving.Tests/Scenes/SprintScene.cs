using Troupe.Core;

namespace Troupe.Weaving.Tests.Scenes;

/// <summary>A made-up sprint in a real repository.</summary>
internal sealed record SprintScene(WeaveScene Scene, Ground Ground, CommitId Tip, Snapshot TipFiles, IReadOnlyList<MadeChange> Changes)
{
    public WeaveRequest Request() => Scene.Request([.. Changes.Select((change, i) => new WeavePatch
    {
        Label = $"p{i}",
        Source = new PatchSource.Change(new Patch(change.Fork, Scene.Tree(change.To))),
        Message = $"Work of p{i}",
    })]) with { Tip = Tip, UnionPaths = Ground.UnionPaths };

    /// <summary>What somebody needs to see who looks for the reason of a failure.</summary>
    public string Describe() => string.Join('\n', Changes.Select((change, i) => $"--- p{i} from {(change.Fork == Tip ? "the tip" : change.Fork == Scene.Base ? "behind the tip" : "a patch")}\n{Difference(change.From, change.To)}")
        .Prepend($"ground '{Ground.Name}', the tip has beyond it:\n{Difference(Scene.Start, TipFiles)}"));

    private static string Difference(Snapshot from, Snapshot to) => string.Join('\n', to.Files
        .Where(file => from.Files.GetValueOrDefault(file.Key) is not { } old || old.Mode != file.Value.Mode || !old.Bytes.Span.SequenceEqual(file.Value.Bytes.Span))
        .Select(file => $"{file.Value.Mode} {file.Key}: {file.Value.Text}")
        .Concat(from.Files.Keys.Except(to.Files.Keys).Select(path => $"- {path}")));
}
