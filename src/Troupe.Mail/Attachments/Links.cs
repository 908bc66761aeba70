namespace Troupe.Mail;

/// <summary>What may be attached as a link. It is kept as text: nothing in Troupe ever fetches it.</summary>
public static class Links
{
    public static bool IsWeb(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0
        && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));

    /// <summary>A link as an attachment: its name is the last part of its path, or its host.</summary>
    public static Attachment Attach(string url)
    {
        var uri = new Uri(url);
        var last = uri.Segments.Length == 0 ? "" : Uri.UnescapeDataString(uri.Segments[^1].TrimEnd('/'));
        return new Attachment(last.Length > 0 ? last : uri.Host, Sha256: "", Bytes: 0, MediaType: "", url);
    }
}
