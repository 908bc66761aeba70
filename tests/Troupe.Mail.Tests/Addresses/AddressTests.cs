using Troupe.Core;

namespace Troupe.Mail.Tests;

public sealed class AddressTests
{
    [Theory]
    [InlineData("curator", "curator")]
    [InlineData("curator@team", "curator")]
    [InlineData("human", "lead")]
    [InlineData("human@team", "lead")]
    [InlineData("@all", "@all")]
    [InlineData("weaver", "weaver")]
    public void Parse_ValidAddress_HasOneForm(string text, string form) => Address.Parse(text).ToString().ShouldBe(form);

    [Theory]
    [InlineData("")]
    [InlineData("@")]
    [InlineData("Curator")]
    [InlineData("curator@elsewhere")]
    [InlineData("../etc")]
    [InlineData("a b")]
    [InlineData("cu\u202Erator")]
    [InlineData("cu\0rator")]
    public void Parse_OtherText_IsRefused(string text) =>
        Should.Throw<TroupeException>(() => Address.Parse(text)).Code.ShouldBe(ErrorCode.InvalidArgument);
}
