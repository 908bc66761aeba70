using System.Security.Cryptography;
using System.Text;
using Troupe.Core;

namespace Troupe.Rehearsal.Simulation;

/// <summary>Object names of things that exist only here: the hash of what they are made of.</summary>
internal static class Invented
{
    public static CommitId Commit(string madeOf) => CommitId.Parse(Hex($"commit {madeOf}")[..40]);

    public static TreeId Tree(string madeOf) => TreeId.Parse(Hex($"tree {madeOf}")[..40]);

    public static string Digest(string madeOf) => Hex(madeOf)[..16];

    private static string Hex(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
