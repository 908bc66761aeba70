using System.Text;
using System.Text.RegularExpressions;
using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>
/// Takes a text apart: one diff, or mails as <c>git format-patch</c> writes them, with the base that they name. Pure.
/// </summary>
internal sealed partial class MailSeries
{
    private MailSeries(IReadOnlyList<MailMessage> messages, CommitId? @base)
    {
        Messages = messages;
        Base = @base;
    }

    /// <summary>In the order in which they apply.</summary>
    public IReadOnlyList<MailMessage> Messages { get; }

    /// <summary>What <c>base-commit:</c> says; null: nothing.</summary>
    public CommitId? Base { get; }

    public static MailSeries Read(ReadOnlyMemory<byte> bytes)
    {
        // Latin-1 keeps every byte as one character, so that places in the text are places in the bytes.
        var text = Encoding.Latin1.GetString(bytes.Span);
        var @base = BaseLine().Matches(text) is { Count: > 0 } lines && CommitId.TryParse(lines[^1].Groups["id"].Value, out var id) ? id : (CommitId?)null;
        List<int> starts = [.. Separator().Matches(text).Select(match => match.Index)];
        if (starts.Count == 0)
        {
            starts.Add(0);
        }

        List<MailMessage> messages = [];
        for (var i = 0; i < starts.Count; i++)
        {
            var end = i + 1 < starts.Count ? starts[i + 1] : text.Length;
            messages.Add(MailParser.Parse(bytes[starts[i]..end]));
        }

        // A cover letter has no diff.
        List<MailMessage> patches = messages.Count > 1 ? messages.FindAll(message => DiffScan.Of(message.Diff.Span).Paths.Count > 0) : messages;
        return new MailSeries(patches, @base);
    }

    [GeneratedRegex(@"^From [0-9a-f]{40,64} Mon Sep 17 00:00:00 2001\r?$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^base-commit: (?<id>[0-9a-f]{40,64})\s*$", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex BaseLine();
}
