namespace Troupe.Mail.Tests.Safety;

/// <summary>The tokens are put together here, so that no scanner trips over this file: they open nothing.</summary>
public sealed class SecretScanTests
{
    private const string Random = "q7Rk2Zt9LwXc4VbN8mHs3PfYd6JgTa5eUo1iBvKzWxQr";

    public static TheoryData<string, string> Tokens => new()
    {
        { "AWS access key", "AKIA" + "J4QW7ZK2M9XPL3RT" },
        { "GitHub token", "ghp" + "_" + Random[..36] },
        { "GitHub token", "github" + "_pat_" + "11ABCDEFG0" + Random + Random },
        { "GitLab token", "glpat" + "-" + Random[..20] },
        { "Slack token", "xox" + "b-1234567890-" + Random[..24] },
        { "Slack webhook", "https://hooks.slack" + ".com/services/T0" + "1ABCDEF/B01ABCDEF/" + Random[..24] },
        { "Google API key", "AIza" + "Sy" + Random[..33] },
        { "API key", "sk" + "-ant-api03-" + Random },
        { "API key", "sk" + "-proj-" + Random },
        { "API key", "sk" + "-" + Random + Random[..4] },
        { "npm token", "npm" + "_" + Random[..36] },
        { "JSON web token", "eyJ" + "hbGciOiJIUzI1NiJ9.eyJ" + "zdWIiOiIxMjM0NTY3ODkwIn0." + Random },
        { "private key", "-----BEGIN " + "RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA" + Random + "\n-----END RSA PRIVATE" + " KEY-----" },
        { "private key", "-----BEGIN " + "OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEA" },
        { "password in an address", "postgres://app:" + "hX7" + "q9Lm2p@db.internal/app" },
    };

    [Theory]
    [MemberData(nameof(Tokens))]
    public void Find_ATokenInASentence_IsFoundAndNothingElse(string kind, string token)
    {
        var text = $"Use this:\n  {token}\nand tell nobody.";

        var found = SecretScan.Find(text).ShouldHaveSingleItem();

        found.Kind.ShouldBe(kind);
        SecretRule.Redact(text).ShouldNotContain(Random[..20]);
        SecretRule.Redact(text).ShouldStartWith("Use this:\n");
    }

    [Theory]
    [InlineData("password = \"{0}\"")]
    [InlineData("\"apiKey\": \"{0}\",")]
    [InlineData("export DB_PASSWORD={0}")]
    [InlineData("Authorization: Bearer {0}")]
    [InlineData("client_secret => '{0}'")]
    [InlineData("aws_secret_access_key: {0}")]
    public void Find_ARandomValueOfASecret_IsFound(string line) =>
        SecretScan.Find(string.Format(System.Globalization.CultureInfo.InvariantCulture, line, Random[..32])).ShouldHaveSingleItem();

    [Theory]
    [InlineData("await Send(draft, cancellationToken: CancellationToken.None);")]
    [InlineData("var tokens = line.Split(' '); var token = tokens[12345678901234567];")]
    [InlineData("password = ${DB_PASSWORD_FROM_VAULT_2}")]
    [InlineData("password: your-password-goes-here-123")]
    [InlineData("token = ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    [InlineData("secret_name = prod-us-east-1-db-credentials-2")]
    [InlineData("tokenFile: /etc/run/secrets/token-2024-11")]
    [InlineData("token: https://example.org/docs/tokens/2024/v2")]
    [InlineData("The commit is 019bac3e6d407cc1b1d50d1f6a8c2e4b0d1f6a8c.")]
    [InlineData("sha256=3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea")]
    [InlineData("Add -----BEGIN PRIVATE KEY----- to the docs.")]
    [InlineData("-----BEGIN CERTIFICATE-----\nMIIDdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG9w0BAQUFADBaMQswCQYDVQQG\n-----END CERTIFICATE-----")]
    [InlineData("clone https://user@host.example/repo.git and http://localhost:8080@x")]
    [InlineData("a task-force, the sk-learn library and AKIA are words")]
    [InlineData("passwordHasher = new Argon2PasswordHasherV13Options")]
    [InlineData("eyJ.eyJ.x")]
    public void Find_WhatOnlySpeaksOfSecrets_IsNone(string text) => SecretScan.Find(text).ShouldBeEmpty();

    [Fact]
    public void Redact_SeveralSecrets_KeepsTheRest()
    {
        var one = "ghp" + "_" + Random[..36];
        var text = $"a {one} b token={Random[..32]} c";

        SecretRule.Redact(text).ShouldBe("a [GitHub token, taken out] b token=[value of a secret, taken out] c");
    }
}
