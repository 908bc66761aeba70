namespace Troupe.Mail;

/// <summary>
/// Finds what looks like a secret: tokens by the shapes that their makers gave them, private keys, web tokens, passwords in
/// addresses, and values with the randomness of a key that are assigned to something called a secret. It is a net for accidents,
/// not for somebody who hides one. By hand, because loading a regex engine would cost every <c>send</c> more than the scan does.
/// </summary>
public static class SecretScan
{
    /// <summary>In the order of the text, none within another.</summary>
    public static IReadOnlyList<SecretFinding> Find(string text)
    {
        List<SecretFinding>? found = null;
        foreach (var shape in TokenShape.All)
        {
            shape.Find(text, ref found);
        }

        PrivateKeyBlock.Find(text, ref found);
        JsonWebToken.Find(text, ref found);
        AddressPassword.Find(text, ref found);
        SecretAssignment.Find(text, ref found);
        return found is null ? [] : Disjoint(found);
    }

    internal static void Add(ref List<SecretFinding>? found, string kind, int start, int length) =>
        (found ??= []).Add(new SecretFinding(kind, start, length));

    private static List<SecretFinding> Disjoint(List<SecretFinding> found)
    {
        List<SecretFinding> disjoint = [];
        foreach (var finding in found.OrderBy(finding => finding.Start).ThenByDescending(finding => finding.Length))
        {
            if (disjoint.Count == 0 || finding.Start >= disjoint[^1].Start + disjoint[^1].Length)
            {
                disjoint.Add(finding);
            }
        }

        return disjoint;
    }
}
