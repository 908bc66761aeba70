using System.Text;

namespace Troupe.Personas;

/// <summary>What the persona wrote down for itself.</summary>
internal static class JournalSection
{
    private const int LongestEntry = 4 * 1024;

    public static string Render(IReadOnlyList<JournalEntry> journal)
    {
        if (journal.Count == 0)
        {
            return "";
        }

        var text = new StringBuilder("## From your journal\n\nYour last entries, as notes to go on from; the code may have moved since.\n");
        foreach (var entry in journal)
        {
            text.Append('\n').Append(Quotation.Of([$"file: {entry.Name}"], Quotation.Fit(entry.Text, LongestEntry).Text));
        }

        return text.ToString();
    }
}
