using System.Text;
using CsCheck;
using Troupe.Core;

namespace Troupe.EventLog.Tests;

public sealed class RecordMembersTests
{
    private static readonly Gen<string> AnyText = Gen.Char.Array[0, 20].Select(chars => new string(chars)).Where(text => IsWellFormed(text));

    [Fact]
    public void PayloadWriter_AnyValues_ComeBackEqual() => (from text in AnyText from texts in AnyText.Array[0, 4] from number in Gen.Long select (text, texts, number)).Sample(given =>
    {
        var payload = new PayloadWriter()
            .Text("text"u8, given.text)
            .Texts("texts"u8, given.texts)
            .Number("number"u8, given.number)
            .Flag("flag"u8, true)
            .Finish();
        var record = RecordOf(payload.Span);

        Find(record, "text", RecordValue.Text).ShouldBe(given.text);
        Find(record, "texts", TextsOf, otherwise: []).ShouldBe(given.texts);
        Find(record, "number", RecordValue.Number).ShouldBe(given.number);
        Find(record, "flag", RecordValue.Flag).ShouldBeTrue();
    });

    [Fact]
    public void PayloadWriter_WhatIsEmpty_IsNotWritten() => Encoding.UTF8.GetString(
        new PayloadWriter().Text("a"u8, null).Texts("b"u8, []).Number("c"u8, 0).Flag("d"u8, false).Finish().Span).ShouldBe("{}");

    [Fact]
    public void PayloadWriter_HalfASurrogatePair_IsRefused() =>
        Should.Throw<TroupeException>(() => new PayloadWriter().Text("a"u8, "\ud800")).Code.ShouldBe(ErrorCode.InvalidArgument);

    [Fact]
    public void Members_EveryShapeOfValue_IsGivenRawAndInOrder()
    {
        const string Payload = """{"a":"x,]}\"\\","b":[1,{"c":["]"]},[]],"d":{"e":"}","f":{}},"g":-1.5e3,"h":null,"i":true}""";
        var members = RecordOf(Encoding.UTF8.GetBytes(Payload), body: "b", key: "k\"").Members;
        var found = new List<string>();
        while (members.MoveNext())
        {
            found.Add($"{Encoding.UTF8.GetString(members.Name)}={Encoding.UTF8.GetString(members.Value)}");
        }

        found.ShouldBe([@"a=""x,]}\""\\""", """b=[1,{"c":["]"]},[]]""", """d={"e":"}","f":{}}""", "g=-1.5e3", "h=null", "i=true"]);
    }

    [Fact]
    public void Members_NoPayload_AreNone() => RecordOf([], body: "b").Members.MoveNext().ShouldBeFalse();

    [Theory]
    [InlineData("""{"a" :1}""")]
    [InlineData("""{"a":"x""b":2}""")]
    [InlineData("""{"a":}""")]
    [InlineData("""{"a":[1}""")]
    [InlineData("""{"a":"x}""")]
    [InlineData("""{"a":]}""")]
    [InlineData("""{a:1}""")]
    public void Members_WhatIsNoJson_IsSaid(string text) => Should.Throw<FormatException>(() =>
    {
        var members = RecordMembers.Of(Encoding.UTF8.GetBytes(text));
        while (members.MoveNext())
        {
        }
    });

    [Theory]
    [InlineData("7")]
    [InlineData("\"")]
    [InlineData("\"\\x\"")]
    [InlineData("[]")]
    public void Text_AnotherForm_IsSaid(string value) => Should.Throw<FormatException>(() => RecordValue.Text(Encoding.UTF8.GetBytes(value)));

    [Theory]
    [InlineData("1.5")]
    [InlineData("\"1\"")]
    [InlineData("")]
    public void Number_AnotherForm_IsSaid(string value) => Should.Throw<FormatException>(() => RecordValue.Number(Encoding.UTF8.GetBytes(value)));

    [Theory]
    [InlineData("\"019bac3e\"")]
    [InlineData("019bac3e-6d40-7cc1-b1d5-0d1f6a8c2e4b")]
    [InlineData("\"019bac3e-6d40-7cc1-b1d5-0d1f6a8c2e4bx\"")]
    public void Id_AnotherForm_IsSaid(string value) => Should.Throw<FormatException>(() => RecordValue.Id(Encoding.UTF8.GetBytes(value)));

    [Fact]
    public void Flag_AnotherForm_IsSaid() => Should.Throw<FormatException>(() => RecordValue.Flag("\"true\""u8));

    [Fact]
    public void Items_NoList_IsSaid() => Should.Throw<FormatException>(() => RecordItems.Of("{}"u8));

    private delegate T Reader<out T>(ReadOnlySpan<byte> value);

    private static LogRecord RecordOf(ReadOnlySpan<byte> payload, string? body = null, string? key = null)
    {
        var record = new NewRecord { Kind = "tested", Actor = "a", Payload = payload.ToArray(), Body = body, DedupKey = key };
        var line = new System.Buffers.ArrayBufferWriter<byte>();
        RecordEncoder.Encode(record, TimeProvider.System).WriteLine(RecordFormat.ChainStart, line);
        return LogRecord.Parse(line.WrittenMemory[..^1], Position.Start, Position.Start);
    }

    private static T Find<T>(LogRecord record, string name, Reader<T> read, T otherwise = default!)
    {
        var members = record.Members;
        while (members.MoveNext())
        {
            if (Encoding.UTF8.GetString(members.Name) == name)
            {
                return read(members.Value);
            }
        }

        return otherwise;
    }

    private static string[] TextsOf(ReadOnlySpan<byte> value)
    {
        var texts = new List<string>();
        var items = RecordItems.Of(value);
        while (items.MoveNext())
        {
            texts.Add(RecordValue.Text(items.Current));
        }

        return [.. texts];
    }

    private static bool IsWellFormed(string text) => text == Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
