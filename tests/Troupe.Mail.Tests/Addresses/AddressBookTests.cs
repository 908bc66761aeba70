using Troupe.Core;

namespace Troupe.Mail.Tests;

public sealed class AddressBookTests : IDisposable
{
    private readonly MailRoom _room = new("curator", "bolt", "NotAPersona", "lead");

    private AddressBook Book => new(_room.Home.PersonasFolder);

    public void Dispose() => _room.Dispose();

    [Fact]
    public void Everybody_IsWhoeverHasAFolderAndTheLead() =>
        Book.Everybody().Select(persona => persona.Value).ShouldBe(["bolt", "curator", "lead"]);

    [Fact]
    public void Everybody_WithoutAnyFolder_IsTheLead() =>
        new AddressBook("/nowhere").Everybody().ShouldBe([PersonaId.Lead]);

    [Fact]
    public void Resolve_All_LeavesTheSenderOut() =>
        Book.Resolve([Address.Parse("@all")], MailRoom.Bolt).ShouldBe([MailRoom.Curator, PersonaId.Lead]);

    [Fact]
    public void Resolve_TheSamePersonaTwice_IsOneRecipient() =>
        Book.Resolve([Address.Parse("curator"), Address.Parse("curator@team"), Address.Parse("@all")], MailRoom.Bolt)
            .ShouldBe([MailRoom.Curator, PersonaId.Lead]);

    [Fact]
    public void Resolve_Weaver_ReachesTheLeadToo()
    {
        Book.Resolve([Address.Parse("weaver")], MailRoom.Bolt).ShouldBe([PersonaId.Weaver, PersonaId.Lead]);
        Book.Resolve([Address.Parse("weaver")], PersonaId.Lead).ShouldBe([PersonaId.Weaver]);
    }

    [Theory]
    [InlineData("curater", "curator")]
    [InlineData("blot", "bolt")]
    [InlineData("@al", "@all")]
    [InlineData("weavr", "weaver")]
    public void Resolve_UnknownRecipient_IsRefusedWithASuggestion(string given, string meant)
    {
        var refused = Should.Throw<TroupeException>(() => Book.Resolve([Address.Parse(given)], MailRoom.Bolt));
        refused.Code.ShouldBe(ErrorCode.NotFound);
        refused.Message.ShouldContain($"Did you mean '{meant}'?");
    }

    [Fact]
    public void Resolve_AFolderWithAnInvalidName_IsNobody() =>
        Should.Throw<TroupeException>(() => Address.Parse("NotAPersona")).Code.ShouldBe(ErrorCode.InvalidArgument);

    [Fact]
    public void Resolve_OnlyTheSender_ReachesNobodyAndIsRefused()
    {
        using var alone = new MailRoom("curator");
        Directory.Delete(Path.Combine(alone.Home.PersonasFolder, "curator"));
        var book = new AddressBook(alone.Home.PersonasFolder);
        Should.Throw<TroupeException>(() => book.Resolve([Address.Parse("@all")], PersonaId.Lead)).Message.ShouldContain("nobody");
        Should.Throw<TroupeException>(() => book.Resolve([], PersonaId.Lead)).Message.ShouldContain("nobody");
    }

    [Fact]
    public void Resolve_AGroup_IsItsMembersWithoutTheSender()
    {
        Describe("bolt", "groups: [core, docs]");
        Describe("curator", "groups:\n  - core");

        Book.Resolve([Address.Parse("@core")], PersonaId.Lead).ShouldBe([MailRoom.Bolt, MailRoom.Curator]);
        Book.Resolve([Address.Parse("@core"), Address.Parse("lead")], MailRoom.Bolt).ShouldBe([MailRoom.Curator, PersonaId.Lead]);
        Should.Throw<TroupeException>(() => Book.Resolve([Address.Parse("@docs")], MailRoom.Bolt)).Message.ShouldContain("nobody");
    }

    [Fact]
    public void Resolve_AnUnknownGroup_IsRefusedWithASuggestion()
    {
        Describe("bolt", "groups: [core]");
        Should.Throw<TroupeException>(() => Book.Resolve([Address.Parse("@cor")], PersonaId.Lead)).Message.ShouldContain("Did you mean '@core'?");
    }

    [Fact]
    public void Resolve_GroupsThatCannotBeRead_NamesTheFile()
    {
        Describe("bolt", "groups: *all");
        var refused = Should.Throw<TroupeException>(() => Book.Resolve([Address.Parse("@core")], PersonaId.Lead));
        refused.Code.ShouldBe(ErrorCode.InvalidSettings);
        refused.Message.ShouldContain(Path.Combine("bolt", "prompt.md"));
    }

    private void Describe(string persona, string line) =>
        File.WriteAllText(Path.Combine(_room.Home.PersonasFolder, persona, "prompt.md"), $"---\nid: {persona}\n{line}\n---\nWork.\n");
}
