using Troupe.Core;
using Troupe.EventLog;
using Troupe.Mail;
using Troupe.Sprints;
using Troupe.Testing;

namespace Troupe.Engine.Tests;

public sealed class ReportLetterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task WriteAsync_ConflictWithReport_IsTheReportAndWhatHappensNext()
    {
        var report = await new Dossier { Session = "s7-curator-2", Patch = "p", Text = "# Two hunks collide\n", Files = [] }.StoreAsync(Blobs, Scene.Token);

        var letter = await WriteAsync(Conflict with { Report = report });

        letter.Type.ShouldBe(MessageType.Conflict);
        letter.Subject.ShouldBe("Your change conflicts in README.md");
        letter.Body.ShouldStartWith("# Two hunks collide\n");
        letter.Body.ShouldContain("Attempts left: 2.");
        letter.Body.ShouldContain(".troupe/conflict/");
        letter.Key.ShouldBe(new ReportKey(PersonaId.Parse("curator"), Conflict.Patch, Conflict.Onto, Conflict.Digest));
    }

    [Fact]
    public async Task WriteAsync_ReportWithoutEnd_FitsIntoAMessage()
    {
        var report = await new Dossier { Session = "s7-curator-2", Patch = "p", Text = new string('ö', 9_000_000), Files = [] }.StoreAsync(Blobs, Scene.Token);

        var letter = await WriteAsync(Conflict with { Report = report });

        System.Text.Encoding.UTF8.GetByteCount(letter.Body).ShouldBeLessThan(4 * 1024 * 1024);
        letter.Body.ShouldContain("cut here");
        letter.Body.ShouldContain("Attempts left: 2.");
    }

    [Fact]
    public async Task WriteAsync_ConflictWithoutReport_NamesKindsAndPaths()
    {
        var letter = await WriteAsync(Conflict with { Paths = ["a.txt", "b.txt"] });

        letter.Subject.ShouldBe("Your change conflicts in a.txt and 1 more");
        letter.Body.ShouldContain("(content, add/add) in: a.txt, b.txt.");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task WriteAsync_PathOfAnyLength_LeavesASubjectThatMailCanHold(int paths)
    {
        var path = new string('x', 5000) + "/" + new string('y', 100) + "/end.cs";

        var letter = await WriteAsync(Conflict with { Paths = [.. Enumerable.Repeat(path, paths)] });

        letter.Subject.Length.ShouldBeLessThanOrEqualTo(DraftRules.LongestSubject);
        letter.Subject.ShouldStartWith("Your change conflicts in …xxx");
        letter.Subject.ShouldContain("yyy/end.cs");
        (await PostAsync(letter)).Subject.ShouldBe(letter.Subject);
    }

    [Fact]
    public async Task WriteAsync_PathThatCannotBePrinted_IsEscapedInSubjectAndBody()
    {
        var letter = await WriteAsync(Conflict with { Paths = ["a\u001b[31m\u202e\n\ud800.cs", "b\u0000"] });

        letter.Subject.ShouldBe("Your change conflicts in a\\u{001B}[31m\\u{202E}\\u{000A}\ufffd.cs and 1 more");
        letter.Body.ShouldContain("b\\u{0000}");
        (await PostAsync(letter)).Subject.ShouldBe(letter.Subject);
    }

    /// <summary>What the mail room takes is what is read back.</summary>
    private async Task<Message> PostAsync(ReportLetter letter)
    {
        Directory.CreateDirectory(_folder[".team/personas/curator"]);
        var office = PostOffice.Open(new TeamHome(_folder[".team"]), TimeProvider.System);
        var draft = new Draft
        {
            From = PersonaId.Weaver,
            To = [Address.Of(PersonaId.Parse("curator"))],
            Subject = letter.Subject,
            Body = letter.Body,
            Type = letter.Type,
        };
        await office.Postmaster.PostAsWeaverAsync(draft, letter.Key, await office.FoldAsync(Scene.Token), Scene.Token);
        return (await office.FoldAsync(Scene.Token)).Messages.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(PatchOutcome.Rejected, "verification failed")]
    [InlineData(PatchOutcome.Redundant, "there is nothing left of it")]
    [InlineData(PatchOutcome.Malformed, "it cannot be read")]
    [InlineData(PatchOutcome.Stale, "it does not apply to the base it claims")]
    public async Task WriteAsync_Rejection_GivesTheReason(PatchOutcome outcome, string words)
    {
        var letter = await WriteAsync(Rejection with { Outcome = outcome });

        letter.Type.ShouldBe(MessageType.Rejection);
        letter.Subject.ShouldBe($"Your change did not land: {words}");
        letter.Body.ShouldStartWith(Rejection.Reason);
        letter.Body.ShouldNotContain(".troupe/conflict");
    }

    [Fact]
    public async Task WriteAsync_RejectionWithoutPatchOrDigest_HasAKeyOfItsReason()
    {
        var one = await WriteAsync(Rejection with { Patch = null, Digest = null });
        var same = await WriteAsync(Rejection with { Patch = null, Digest = null });
        var other = await WriteAsync(Rejection with { Patch = null, Digest = null, Reason = "Something else." });

        same.Key.ShouldBe(one.Key);
        other.Key.ShouldNotBe(one.Key);
    }

    [Fact]
    public async Task WriteAsync_WhatIsNoReport_IsADefect() =>
        await Should.ThrowAsync<InvalidOperationException>(() => WriteAsync(Samples.Of("tick_started")));

    private static PatchConflicted Conflict => (PatchConflicted)Samples.Of("patch_conflicted");

    private static PatchRejected Rejection => (PatchRejected)Samples.Of("patch_rejected");

    private FileBlobStore Blobs => new(_folder["blobs"]);

    private Task<ReportLetter> WriteAsync(SprintEvent about) => ReportLetter.WriteAsync(
        Blobs,
        Scene.Running(),
        new SendReport { Key = "report", Session = SessionId.Parse("s7-curator-2"), About = about, AttemptsLeft = 2 },
        Scene.Token);
}
