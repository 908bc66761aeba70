namespace Troupe.Core;

/// <summary>The mistakes of one file, told together: who mends one wants to know of the next.</summary>
internal sealed class SettingsProblems(string fileName)
{
    private readonly List<(int Line, string Message)> _found = [];

    public string FileName { get; } = fileName;

    public bool Any => _found.Count > 0;

    public void Add(int line, string message) => _found.Add((line, message));

    /// <exception cref="TroupeException">There are any.</exception>
    public void ThrowIfAny()
    {
        if (_found.Count > 0)
        {
            throw new TroupeException(
                ErrorCode.InvalidSettings,
                string.Join('\n', _found
                    .OrderBy(problem => problem.Line)
                    .Select(problem => $"{Printable.Escape(FileName)}:{problem.Line}: {problem.Message}")));
        }
    }
}
