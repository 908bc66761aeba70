namespace Troupe.Mail;

/// <summary>A token that its maker begins with letters of his own: they, and so many characters of an alphabet after them.</summary>
internal sealed record TokenShape(string Kind, string Prefix, int Least, string Punctuation = "")
{
    private const string Dashes = "-_";

    /// <summary>From the makers' own documentation of their formats.</summary>
    public static IReadOnlyList<TokenShape> All { get; } =
    [
        .. Each("AWS access key", 16, "", "AKIA", "ASIA", "ABIA", "ACCA"),
        .. Each("GitHub token", 36, "", "ghp_", "gho_", "ghu_", "ghs_", "ghr_"),
        new("GitHub token", "github_pat_", 50, "_"),
        .. Each("GitLab token", 20, Dashes, "glpat-", "gldt-", "glrt-", "glptt-", "glsoat-", "glcbt-"),
        .. Each("Slack token", 10, "-", "xoxb-", "xoxp-", "xoxa-", "xoxr-", "xoxs-", "xapp-"),
        new("Slack webhook", "hooks.slack.com/services/T", 20, "/"),
        new("Google API key", "AIza", 35, Dashes),
        new("Google access token", "ya29.", 30, Dashes),
        new("Google client secret", "GOCSPX-", 28, Dashes),
        .. Each("API key", 20, Dashes, "sk-ant-", "sk-proj-", "sk-svcacct-", "sk-or-v1-"),
        new("API key", "sk-", 40),
        .. Each("Stripe key", 16, "", "sk_live_", "rk_live_", "whsec_"),
        new("npm token", "npm_", 36),
        new("PyPI token", "pypi-AgEI", 50, Dashes),
        new("NuGet key", "oy2", 43),
        new("Hugging Face token", "hf_", 34),
        new("DigitalOcean token", "dop_v1_", 64),
        new("SendGrid key", "SG.", 60, "-_."),
    ];

    public void Find(string text, ref List<SecretFinding>? found)
    {
        for (var at = 0; (at = text.IndexOf(Prefix, at, StringComparison.Ordinal)) >= 0; at += Prefix.Length)
        {
            var end = at + Prefix.Length;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || Punctuation.Contains(text[end])))
            {
                end++;
            }

            // Within a longer word the letters are no beginning.
            if (end - at - Prefix.Length >= Least && (at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1])) && IsRandom(text.AsSpan(at + Prefix.Length, end - at - Prefix.Length)))
            {
                SecretScan.Add(ref found, Kind, at, end - at);
            }
        }
    }

    /// <summary>Somebody who explains a format writes <c>ghp_xxxxxxxx…</c>.</summary>
    private static bool IsRandom(ReadOnlySpan<char> rest) => Randomness.Of(rest) >= 2;

    private static IEnumerable<TokenShape> Each(string kind, int least, string punctuation, params string[] prefixes) =>
        prefixes.Select(prefix => new TokenShape(kind, prefix, least, punctuation));
}
