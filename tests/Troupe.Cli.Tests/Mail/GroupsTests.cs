using Troupe.Core;
using Troupe.Mail;
using Troupe.Personas;

namespace Troupe.Cli.Tests.Mail;

/// <summary>Mail reads groups without a YAML reader: it has to say what the roster says.</summary>
public sealed class GroupsTests : IDisposable
{
    private readonly MailShell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("groups: [core, docs]")]
    [InlineData("groups: [ core , \"docs\" ]  # both")]
    [InlineData("groups:\n  - core\n  - 'docs'")]
    [InlineData("groups:\n- docs\n- core\nemoji: \"B\"")]
    [InlineData("groups: [core,\n  docs,\n]")]
    [InlineData("groups: []")]
    [InlineData("emoji: \"groups: [core]\"")]
    [InlineData("hired_by: |\n  groups: [core]")]
    public async Task Send_ToAGroup_ReachesWhoTheRosterHasInIt(string line)
    {
        Describe("bolt", line);
        Describe("curator", "groups: [core]");
        Describe("sentinel", "scheduled: true");
        var roster = Roster.Inspect(new TeamHome(Path.Combine(_shell.Repository, ".team"))).Roster;
        roster.Personas.Count.ShouldBeGreaterThanOrEqualTo(2);
        var book = new AddressBook(Path.Combine(_shell.Repository, ".team", "personas"));

        foreach (var (group, members) in roster.Groups.Where(group => group.Key != Roster.Everybody))
        {
            book.Resolve([Address.Parse($"@{group}")], PersonaId.Lead).ShouldBe(members);
            (await _shell.RunAsync("send", "--to", $"@{group}", "--subject", "S", "--body", "B")).ShouldSucceed();
        }

        if (!roster.Groups.ContainsKey("docs"))
        {
            (await _shell.RunAsync("send", "--to", "@docs", "--subject", "S", "--body", "B")).ShouldFail(3, "There is no group '@docs'");
        }
    }

    private void Describe(string persona, string line) => File.WriteAllText(
        Path.Combine(_shell.Repository, ".team", "personas", persona, "prompt.md"), $"---\nid: {persona}\ndescription: Works.\n{line}\n---\nWork.\n");
}
