using MimeKit;

namespace Troupe.Interchange;

/// <summary>
/// Which part of a message is its text, and which are attachments: the first text that is no attachment is the text, everything
/// else is attached. Of alternatives one is taken, plain text before HTML; they say the same.
/// </summary>
internal sealed class MimeContents
{
    private readonly List<MimeEntity> _enclosed = [];
    private int _parts;

    private MimeContents()
    {
    }

    public TextPart? Text { get; private set; }

    public IReadOnlyList<MimeEntity> Enclosed => _enclosed;

    /// <exception cref="FormatException">More parts than a letter may have.</exception>
    public static MimeContents Of(MimeEntity? entity)
    {
        var contents = new MimeContents();
        if (entity is not null)
        {
            contents.Take(entity);
        }

        return contents;
    }

    private void Take(MimeEntity entity)
    {
        if (++_parts > LetterLimits.MostParts)
        {
            throw new FormatException($"it has more than {LetterLimits.MostParts} parts");
        }

        switch (entity)
        {
            case MultipartAlternative alternative when Best(alternative) is { } best:
                Take(best);
                break;
            case Multipart multipart:
                foreach (var part in multipart)
                {
                    Take(part);
                }

                break;
            case TextPart { IsAttachment: false } text when Text is null:
                Text = text;
                break;
            default:
                _enclosed.Add(entity);
                break;
        }
    }

    private static MimeEntity? Best(MultipartAlternative alternative) =>
        alternative.FirstOrDefault(part => part is TextPart { IsHtml: false } text && (text.IsPlain || text.ContentType.IsMimeType("text", "markdown")))
        ?? alternative.LastOrDefault();
}
