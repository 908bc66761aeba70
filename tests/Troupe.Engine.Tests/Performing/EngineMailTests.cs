using Troupe.Core;
using Troupe.Mail;

namespace Troupe.Engine.Tests;

public sealed class EngineMailTests
{
    [Theory]
    [InlineData("")]
    [InlineData("x")]
    public void Fit_LongBodyOfPairs_CanBeSent(string before)
    {
        var body = EngineMail.Fit(before + string.Concat(Enumerable.Repeat("😀", 600 * 1024)));

        body.ShouldEndWith("too long for a message)\n");
        DraftRules.Require(new Draft { From = PersonaId.Weaver, To = [Address.Of(PersonaId.Parse("curator"))], Subject = "A", Body = body });
    }
}
