using Troupe.Core;

namespace Troupe.Core.Tests;

public sealed class PersonaIdTests
{
    [Theory]
    [InlineData("curator")]
    [InlineData("bdd_specialist")]
    [InlineData("a-1")]
    public void TryParse_ValidName_IsAccepted(string text)
    {
        PersonaId.TryParse(text, out var id).ShouldBeTrue();
        id.ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Curator")]
    [InlineData("1st")]
    [InlineData("../etc")]
    [InlineData("a b")]
    [InlineData("é")]
    public void TryParse_OtherText_IsRefused(string text) => PersonaId.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void TryParse_SixtyFiveCharacters_IsRefused() => PersonaId.TryParse(new string('a', 65), out _).ShouldBeFalse();

    [Fact]
    public void Parse_ControlCharacters_AreShownEscaped() =>
        Should.Throw<TroupeException>(() => PersonaId.Parse("x\u001b[31m")).Message.ShouldContain("\\u{001B}");
}
