using System.Text;
using MimeKit.Text;

namespace Troupe.Interchange;

/// <summary>The words of a message that was written as HTML only. Links, pictures and scripts are left out.</summary>
internal static class HtmlText
{
    public static string Of(string html)
    {
        var text = new StringBuilder();
        var hidden = 0;
        var tokenizer = new HtmlTokenizer(new StringReader(html)) { DecodeCharacterReferences = true };
        while (tokenizer.ReadNextToken(out var token))
        {
            if (token is HtmlTagToken tag)
            {
                hidden += Hides(tag) ? tag.IsEndTag ? -1 : tag.IsEmptyElement ? 0 : 1 : 0;
                text.Append(BreaksLine(tag) ? "\n" : "");
            }
            else if (token is HtmlDataToken data && token.Kind == HtmlTokenKind.Data && hidden <= 0)
            {
                text.Append(data.Data);
            }
        }

        var lines = text.ToString().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.Length == 0 ? "" : string.Join('\n', lines) + "\n";
    }

    private static bool Hides(HtmlTagToken tag) => tag.Id is HtmlTagId.Head or HtmlTagId.Script or HtmlTagId.Style;

    private static bool BreaksLine(HtmlTagToken tag) => tag.Id is HtmlTagId.Br or HtmlTagId.P or HtmlTagId.Div or HtmlTagId.LI or HtmlTagId.TR
        or HtmlTagId.H1 or HtmlTagId.H2 or HtmlTagId.H3 or HtmlTagId.H4 or HtmlTagId.BlockQuote or HtmlTagId.Pre;
}
