using Troupe.EventLog;
using Troupe.Sprints;
using Troupe.Weaving;

namespace Troupe.Engine;

/// <summary>Makes a dossier of a conflict, while the weave that knows all about it is still there.</summary>
internal sealed class DossierWriter(IBlobStore blobs)
{
    /// <summary>The blob that holds the dossier, by its SHA-256.</summary>
    public async Task<string> WriteAsync(
        PatchInWeave patch, PatchResult result, Weave weave, CancellationToken cancellationToken)
    {
        var startFrom = weave.Head ?? weave.Tip;
        List<DossierFile> files = [];
        foreach (var (path, content) in await ReworkKit.BuildAsync(weave.Git, result, startFrom, cancellationToken))
        {
            files.Add(new DossierFile(path, (await blobs.PutAsync(content, cancellationToken)).Id.ToString()));
        }

        var dossier = new Dossier
        {
            Session = patch.Session.ToString(),
            Patch = patch.Patch.Value,
            Text = ConflictReport.Of(result, startFrom),
            Files = files,
        };
        return await dossier.StoreAsync(blobs, cancellationToken);
    }
}
