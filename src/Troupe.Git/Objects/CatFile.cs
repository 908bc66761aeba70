using Troupe.Core;
using Troupe.Processes;

namespace Troupe.Git;

/// <summary>
/// A running <c>git cat-file --batch-command</c>. Where a conversation with it fails, answers may be left that would pass for those
/// to the next questions: it is ended then, and another takes its place when somebody asks again.
/// </summary>
internal sealed class CatFile(GitExecutor git) : IAsyncDisposable
{
    private Coprocess? _running = Start(git);

    /// <summary>The objects, in the order of their names. Null: git knows no such object.</summary>
    public Task<IReadOnlyList<GitObject?>> ContentsAsync(IReadOnlyList<string> names, CancellationToken cancellationToken) =>
        AskAsync(conversation => conversation.Contents(names), names, cancellationToken);

    /// <summary>What kind and how big they are, in the order of their names. Null: git knows no such object.</summary>
    public Task<IReadOnlyList<ObjectHeader?>> HeadersAsync(IReadOnlyList<string> names, CancellationToken cancellationToken) =>
        AskAsync(conversation => conversation.Headers(names), names, cancellationToken);

    public ValueTask DisposeAsync() => _running?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<IReadOnlyList<T>> AskAsync<T>(
        Func<ObjectConversation, IReadOnlyList<T>> ask, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        if (names.FirstOrDefault(name => name.Length == 0 || name.AsSpan().IndexOfAny('\n', '\0') >= 0) is { } wrong)
        {
            throw new TroupeException(
                ErrorCode.InvalidArgument, $"'{Printable.Escape(wrong)}' is not the name of an object: it is empty or holds a line break.");
        }

        // Half an answer left in the pipe would answer the next question: once asked, it is read to its end.
        cancellationToken.ThrowIfCancellationRequested();
        var running = _running ??= Start(git);
        try
        {
            return ask(new ObjectConversation(running.Input, running.Output));
        }
        catch (IOException)
        {
            _running = null;
            throw await running.BrokenOffAsync(ErrorCode.Git);
        }
        catch
        {
            // Git may be writing what nobody reads any more: without a reader it ends at once.
            _running = null;
            await running.Output.DisposeAsync();
            await running.DisposeAsync();
            throw;
        }
    }

    private static Coprocess Start(GitExecutor git) => GitProgram.Start(["cat-file", "--batch-command"], git.GitDirectory, git.Variables());
}
