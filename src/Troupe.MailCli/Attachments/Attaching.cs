using Troupe.Core;
using Troupe.Mail;

namespace Troupe.MailCli;

/// <summary>Puts what <c>--attach</c> names with a draft: files into the blob store, links as they are.</summary>
internal static class Attaching
{
    public static async Task<Draft> ApplyAsync(MailDesk desk, IReadOnlyList<string> named, Draft draft, CancellationToken cancellationToken)
    {
        if (named.Count == 0)
        {
            return draft;
        }

        // What is wrong with the message is found before the first file is stored.
        DraftRules.Require(draft);
        SecretRule.Apply(draft);
        desk.Office.Addresses.Resolve(draft.To.Concat(draft.Cc), draft.From);
        var attachments = new List<Attachment>();
        foreach (var name in named)
        {
            attachments.Add(Links.IsWeb(name) ? Links.Attach(name) : await StoreAsync(desk, name, draft.Secrets, cancellationToken));
        }

        return draft with { Attachments = attachments };
    }

    private static async Task<Attachment> StoreAsync(MailDesk desk, string name, SecretHandling secrets, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(name, desk.Context.WorkingDirectory);
        if (!File.Exists(path))
        {
            throw new TroupeException(
                ErrorCode.NotFound,
                Directory.Exists(path)
                    ? $"'{Printable.Escape(name)}' is a folder: attach files, or an archive of it."
                    : $"There is no file '{Printable.Escape(name)}' to attach.");
        }

        try
        {
            await using var content = File.OpenRead(path);
            return await desk.Office.Attachments.StoreAsync(path, content, secrets, cancellationToken);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new TroupeException(ErrorCode.NotFound, $"'{Printable.Escape(name)}' cannot be read: {Printable.Escape(problem.Message)}", problem);
        }
    }
}
