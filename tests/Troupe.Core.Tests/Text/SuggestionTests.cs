using CsCheck;

namespace Troupe.Core.Tests.Text;

public sealed class SuggestionTests
{
    private static readonly string[] Roster = ["curator", "sentinel", "shepherd", "scribe", "bolt", "sapper", "lead"];

    [Theory]
    [InlineData("curater", "curator")]
    [InlineData("Curator", "curator")]
    [InlineData("scirbe", "scribe")]
    [InlineData("sent", "sentinel")]
    [InlineData("blot", "bolt")]
    public void Closest_NearName_IsFound(string given, string expected) => Suggestion.Closest(given, Roster).ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData("xyzzy")]
    [InlineData("a-name-so-long-that-nobody-could-have-meant-any-of-the-known-ones-by-it")]
    public void Closest_NothingNear_IsNull(string given) => Suggestion.Closest(given, Roster).ShouldBeNull();

    [Fact]
    public void Closest_EquallyNear_DoesNotDependOnTheOrder() => Gen.Shuffle((string[])["cat", "car", "cap"])
        .Sample(known => Suggestion.Closest("caz", known) == "cap");

    [Fact]
    public void Closest_OneLetterChanged_IsTheOriginal() => Gen.Select(Gen.Int[0, Roster.Length - 1], Gen.Int[0, 100], Gen.Char['0', '9'])
        .Sample((which, at, letter) =>
        {
            var name = Roster[which].ToCharArray();
            name[at % name.Length] = letter;
            return Suggestion.Closest(new string(name), Roster) == Roster[which];
        });
}
