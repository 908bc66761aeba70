using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using Troupe.Core;
using Troupe.Mail;

namespace Troupe.MailCli;

/// <summary>Where the text of a message comes from: <c>--body TEXT</c>, <c>--body-file FILE</c>, or <c>-</c> for standard input.</summary>
internal sealed class BodySource
{
    private const string StandardInput = "-";
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Option<string?> _text = new("--body", "-b") { Description = "The text, in Markdown", HelpName = "TEXT" };
    private readonly Option<string?> _file = new("--body-file", "-F") { Description = "A file with the text ('-' is standard input)", HelpName = "FILE" };
    private readonly Argument<string?> _input = new(StandardInput)
    {
        Description = "'-' takes the text from standard input",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <summary>Options that take several words take the '-' after them, too.</summary>
    private IReadOnlyList<Option<string[]>> _greedy = [];

    public void AddTo(Command command, params IReadOnlyList<Option<string[]>> greedy)
    {
        _greedy = greedy;
        command.Options.Add(_text);
        command.Options.Add(_file);
        command.Arguments.Add(_input);
        command.Validators.Add(Validate);
    }

    public async Task<string> ReadAsync(ParseResult arguments, MailDesk desk, CancellationToken cancellationToken)
    {
        if (arguments.GetValue(_text) is { } text)
        {
            return text;
        }

        var file = arguments.GetValue(_file) ?? StandardInput;
        if (file == StandardInput)
        {
            await using var input = desk.Context.OpenInput();
            return await ReadAsync(input, "standard input", cancellationToken);
        }

        var path = Path.GetFullPath(file, desk.Context.WorkingDirectory);
        if (!File.Exists(path))
        {
            throw new TroupeException(
                ErrorCode.NotFound,
                Directory.Exists(path)
                    ? $"The body file '{Printable.Escape(file)}' is a folder: name a file."
                    : $"There is no body file '{Printable.Escape(file)}'.");
        }

        try
        {
            await using var stream = File.OpenRead(path);
            return await ReadAsync(stream, $"'{Printable.Escape(file)}'", cancellationToken);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new TroupeException(ErrorCode.NotFound, $"The body file '{Printable.Escape(file)}' cannot be read: {problem.Message}", problem);
        }
    }

    /// <summary>Takes no more than a message may have, however much comes.</summary>
    private static async Task<string> ReadAsync(Stream stream, string name, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > DraftRules.LongestBody)
            {
                throw new TroupeException(
                    ErrorCode.InvalidArgument,
                    $"The body from {name} is longer than {DraftRules.LongestBody} bytes: put it into a file of the repository and name that.");
            }
        }

        try
        {
            return StrictUtf8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
        }
        catch (DecoderFallbackException problem)
        {
            throw new TroupeException(
                ErrorCode.InvalidArgument, $"The body from {name} is not UTF-8 (byte {problem.Index}): convert it, for example with iconv.", problem);
        }
    }

    private void Validate(CommandResult result)
    {
        var given = (result.GetValue(_text) is null ? 0 : 1) + (result.GetValue(_file) is null ? 0 : 1) + (result.GetValue(_input) is null ? 0 : 1)
            + _greedy.Count(option => result.GetValue(option)?.Contains(StandardInput) == true);
        if (given != 1)
        {
            // The parser says what else is missing only where this finds nothing wrong.
            foreach (var option in result.Command.Options.Where(option => option.Required && result.GetResult(option) is null))
            {
                result.AddError($"{option.Name} {option.HelpName} is missing: {option.Description}.");
            }

            result.AddError("Give the text once: --body TEXT, --body-file FILE, or '-' for standard input.");
        }
        else if (result.GetValue(_input) is { } other and not StandardInput)
        {
            result.AddError($"'{Printable.Escape(other)}' is not expected here: a text is given with --body 'TEXT', or by standard input and '-'.");
        }
    }
}
