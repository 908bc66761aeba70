using System.Buffers;

namespace Troupe.Mail;

/// <summary>A password in an address: <c>scheme://user:password@host</c>.</summary>
internal static class AddressPassword
{
    private const string Authority = "://";
    private const int Shortest = 8;
    private const double LeastRandom = 2.5;
    private static readonly SearchValues<char> Ends = SearchValues.Create("/ \t\r\n\"'<>");

    public static void Find(string text, ref List<SecretFinding>? found)
    {
        for (var at = 0; (at = text.IndexOf(Authority, at, StringComparison.Ordinal)) >= 0; at += Authority.Length)
        {
            var start = at + Authority.Length;
            var rest = text.AsSpan(start);
            var end = rest.IndexOfAny(Ends);
            var authority = end < 0 ? rest : rest[..end];
            var host = authority.LastIndexOf('@');
            var colon = host < 0 ? -1 : authority[..host].IndexOf(':');
            if (colon < 0)
            {
                continue;
            }

            var password = authority[(colon + 1)..host];
            if (password.Length >= Shortest && !Placeholder.Is(password) && Randomness.Of(password) >= LeastRandom && password.ContainsAnyInRange('0', '9'))
            {
                SecretScan.Add(ref found, "password in an address", start + colon + 1, password.Length);
            }
        }
    }
}
