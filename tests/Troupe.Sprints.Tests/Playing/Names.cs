using System.Security.Cryptography;
using System.Text;
using Troupe.Core;

namespace Troupe.Sprints.Tests;

/// <summary>Object names made from words, so that a test reads like what it means.</summary>
internal static class Names
{
    public static CommitId Commit(string word) => CommitId.Parse(Hex($"commit {word}")[..40]);

    public static TreeId Tree(string word) => TreeId.Parse(Hex($"tree {word}")[..40]);

    public static PatchId Patch(string word) => PatchId.Parse(Hex($"patch {word}"));

    public static PersonaId Persona(string name) => PersonaId.Parse(name);

    public static SessionId Session(string id) => SessionId.Parse(id);

    private static string Hex(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
