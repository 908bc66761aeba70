using System.Diagnostics;
using System.Text;

namespace Troupe.Weaving.Tests.Intake;

public sealed class MailSeriesTests
{
    private const string Mail =
        "From 1111111111111111111111111111111111111111 Mon Sep 17 00:00:00 2001\n"
        + "From: =?UTF-8?q?J=C3=B6rg_M=C3=BCller?= <joerg@example.org>\n"
        + "Date: Tue, 3 Feb 2026 04:05:06 +0100\n"
        + "Subject: [PATCH v2 1/2] Teach the parser\n some manners\n\n"
        + "It was rude.\n\nReally.\n---\n x | 2 +-\n\ndiff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n-- \n2.39.5\n\n";

    private const string Second =
        "From 2222222222222222222222222222222222222222 Mon Sep 17 00:00:00 2001\n"
        + "From: A <a@example.org>\nDate: Tue, 3 Feb 2026 04:05:06 +0100\nSubject: [PATCH v2 2/2] More\n\n---\n"
        + "diff --git a/y b/y\n--- a/y\n+++ b/y\n@@ -1 +1 @@\n-a\n+b\n-- \n2.39.5\n\nbase-commit: 3333333333333333333333333333333333333333\n";

    [Fact]
    public void Read_OneMail_GivesAuthorTimeAndMessage()
    {
        var message = Read(Mail).Messages.ShouldHaveSingleItem();
        message.Message.ShouldBe("Teach the parser some manners\n\nIt was rude.\n\nReally.");
        message.Author!.Identity.ToString().ShouldBe("Jörg Müller <joerg@example.org>");
        message.Author.Time.ShouldBe(new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.FromHours(1)));
    }

    [Fact]
    public void Read_Series_KeepsTheOrderAndTheBase()
    {
        var series = Read(Mail + Second);
        series.Messages.Select(message => message.Message!.Split('\n')[0]).ShouldBe(["Teach the parser some manners", "More"]);
        series.Base!.Value.Value.ShouldBe(new string('3', 40));
    }

    [Fact]
    public void Read_CoverLetter_IsNoPatch()
    {
        const string Cover = "From 4444444444444444444444444444444444444444 Mon Sep 17 00:00:00 2001\nFrom: A <a@example.org>\nSubject: [PATCH 0/2] All\n\nText\n";
        Read(Cover + Mail + Second).Messages.Count.ShouldBe(2);
    }

    [Fact]
    public void Read_BareDiff_HasNoMessage()
    {
        var message = Read("diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n").Messages.ShouldHaveSingleItem();
        (message.Message, message.Author).ShouldBe((null, null));
    }

    [Theory]
    [InlineData("[PATCH] Teach", "Teach")]
    [InlineData(" [RFC PATCH v3 01/17] Teach", "Teach")]
    [InlineData("[parser] Teach", "[parser] Teach")]
    [InlineData("[PATCH Teach", "[PATCH Teach")]
    [InlineData("Teach [PATCH]", "Teach [PATCH]")]
    public void Read_Subject_LosesOnlyItsPlaceInTheSeries(string subject, string expected) =>
        Read(Mail.Replace("[PATCH v2 1/2] Teach the parser", subject, StringComparison.Ordinal)).Messages[0].Message!.ShouldStartWith($"{expected} some manners");

    [Fact]
    public void Read_SubjectThatNeverEndsItsSeries_TakesNoTime()
    {
        var subject = "[" + string.Concat(Enumerable.Repeat("PATCH", 80_000));
        var clock = Stopwatch.StartNew();

        Read(Mail.Replace("[PATCH v2 1/2] Teach the parser", subject, StringComparison.Ordinal)).Messages.ShouldHaveSingleItem();

        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }

    private static MailSeries Read(string text) => MailSeries.Read(Encoding.UTF8.GetBytes(text));
}
