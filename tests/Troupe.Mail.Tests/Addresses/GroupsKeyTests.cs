namespace Troupe.Mail.Tests.Addresses;

public sealed class GroupsKeyTests
{
    [Theory]
    [InlineData("---\nid: a\ngroups: [core, docs]\n---\nText", "core,docs")]
    [InlineData("---\r\ngroups: [core]\r\n---\r\n", "core")]
    [InlineData("---\ngroups: [\"core\", 'docs',]  # who\n---\n", "core,docs")]
    [InlineData("---\ngroups:\n  - core # first\n\n  # more\n  - docs\nscope:\n  - src\n---\n", "core,docs")]
    [InlineData("---\ngroups:\n- core\n- docs\nid: a\n---\n", "core,docs")]
    [InlineData("---\ngroups: [core,\n  docs]\n---\n", "core,docs")]
    [InlineData("---\n\"groups\": []\n---\n", "")]
    [InlineData("---\nid: a\n---\ngroups: [text]\n", "")]
    [InlineData("---\ndescription: |\n  groups: [no]\n---\n", "")]
    [InlineData("groups: [no]\n", "")]
    [InlineData("---\ngroups: [no]\n", "")]
    public void Read_TheWaysPeopleWriteAList_AreRead(string text, string groups) =>
        string.Join(',', GroupsKey.Read(text)).ShouldBe(groups);

    [Theory]
    [InlineData("---\ngroups: core\n---\n")]
    [InlineData("---\ngroups: *others\n---\n")]
    [InlineData("---\ngroups: [Core]\n---\n")]
    [InlineData("---\ngroups: [core\n---\n")]
    [InlineData("---\ngroups:\n  - &x core\n---\n")]
    [InlineData("---\n{id: a, groups: [core]}\n---\n")]
    public void Read_AnotherForm_IsRefusedAndNotGuessed(string text) => Should.Throw<FormatException>(() => GroupsKey.Read(text));
}
