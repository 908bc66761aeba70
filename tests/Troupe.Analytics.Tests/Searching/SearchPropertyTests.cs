using CsCheck;
using Troupe.Core;
using Troupe.Mail;

namespace Troupe.Analytics.Tests;

/// <summary>The sweep over bytes finds what a plain look at every folded message finds.</summary>
public sealed class SearchPropertyTests
{
    private static readonly string[] Words =
        ["merge", "MERGE", "Tree", "olá", "OLÁ", "ÉTÉ", "été", "\"q\"", "back\\slash", "a/b", "line\nbreak", "\\u0041", "Σς", "straße", "🦘", "***", "note", "e5", "\t"];

    private static readonly Gen<string> Text = Gen.OneOf<string>(Words).Array[1, 5].Select(words => string.Join(' ', words));

    private static readonly Gen<(Draft Draft, int[] Marks)> Letter = Gen.Select(
        Gen.OneOf<PersonaId>([.. MailRoom.Personas]), Gen.OneOf<PersonaId>([.. MailRoom.Personas]), Text, Text, Gen.OneOf<string>("todo", "Tree", "x").Array[0, 2], Gen.Int[0, 11].Array[0, 4])
        .Select((from, to, subject, body, tags, marks) => (MailRoom.Draft("s " + subject.Replace('\n', ' ').Replace('\t', ' '), body, from, to) with { Tags = [.. tags.Distinct()] }, marks));

    private static readonly Gen<SearchQuery> Query = Gen.Select(
        Gen.OneOf<string>([.. Words, "e", "l", "á", "m", "todo", "bolt"]).Array[0, 2],
        Gen.OneOf<PersonaId?>([null, .. MailRoom.Personas]),
        Gen.OneOf<PersonaId?>([null, null, MailRoom.Bolt]),
        Gen.OneOf<string?>(null, null, null, "todo"),
        Gen.Bool,
        Gen.Int[1, 6])
        .Select((terms, persona, from, tag, trashed, limit) => new SearchQuery
        {
            Terms = terms, Persona = persona, From = from, Tag = tag, Trashed = trashed && terms.Length == 1, Limit = limit,
        });

    [Fact]
    public async Task Search_RandomMail_EqualsThePlainLook() => await Gen.Select(Letter.Array[1, 12], Query.Array[12]).SampleAsync(
        async (letters, queries) =>
        {
            using var room = new MailRoom();
            foreach (var (draft, marks) in letters)
            {
                var id = await room.SendAsync(draft);
                foreach (var mark in marks.Where(mark => mark < Enum.GetValues<MailMark>().Length && mark > 1))
                {
                    await room.MarkAsync((MailMark)mark, draft.To[0].Name, id, (MailMark)mark is MailMark.Tagged or MailMark.Untagged ? "todo" : null);
                }
            }

            var mailboxes = await room.Office.FoldAsync(MailRoom.Stop);
            foreach (var query in queries)
            {
                var expected = await PlainLook.FindAsync(room.Office, mailboxes, query);
                var found = await room.SearchAsync(query);
                found.Hits.Select(hit => hit.Message.Id).ShouldBe(expected.Take(query.Limit));
                found.HasMore.ShouldBe(expected.Count > query.Limit);
            }
        },
        iter: 40);
}
