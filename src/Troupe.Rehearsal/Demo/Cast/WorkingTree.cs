using Troupe.Core;

namespace Troupe.Rehearsal.Demo;

/// <summary>The checkout that a demo persona edits. An edit that does not fit fails loudly: the script and the tree disagree.</summary>
internal sealed class WorkingTree(string folder)
{
    public bool Exists(string path) => File.Exists(Full(path));

    public string Read(string path) => Exists(path)
        ? File.ReadAllText(Full(path))
        : throw new TroupeException(ErrorCode.NotFound, $"The demo's script edits {path}, and there is no such file.");

    public bool Holds(string path, string text) => Exists(path) && Read(path).Contains(text, StringComparison.Ordinal);

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Full(path))!);
        File.WriteAllText(Full(path), text);
    }

    public void Delete(string path) => File.Delete(Full(path));

    /// <summary>Replaces the first occurrence.</summary>
    public void Replace(string path, string old, string replacement)
    {
        var text = Read(path);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        if (at < 0)
        {
            throw new TroupeException(ErrorCode.NotFound, $"The demo's script changes a line of {path} that is not there.");
        }

        Write(path, string.Concat(text.AsSpan(0, at), replacement, text.AsSpan(at + old.Length)));
    }

    public void InsertBefore(string path, string anchor, string text) => Replace(path, anchor, text + anchor);

    public void InsertAfter(string path, string anchor, string text) => Replace(path, anchor, anchor + text);

    public void Append(string path, string text) => Write(path, Read(path) + text);

    /// <summary>Adds a module and its line in the INDEX of its area.</summary>
    public void AddModule(HarbourModule module)
    {
        Write(module.Path, module.Text);
        ChangeIndex(module.Area, lines => lines.Append(module.Name + ".sh"));
    }

    public void RemoveModule(string area, string name)
    {
        Delete(HarbourModule.PathOf(area, name));
        ChangeIndex(area, lines => lines.Where(line => line != name + ".sh"));
    }

    /// <summary>Moves a module and mends its name wherever <c>check.sh</c> looks for it.</summary>
    public void RenameModule(string area, string oldName, string newName)
    {
        var text = Read(HarbourModule.PathOf(area, oldName))
            .Replace($"# {area}/{oldName}: ", $"# {area}/{newName}: ", StringComparison.Ordinal)
            .Replace($"{area}_{oldName}() {{", $"{area}_{newName}() {{", StringComparison.Ordinal)
            .Replace($"# end of {area}/{oldName}", $"# end of {area}/{newName}", StringComparison.Ordinal);
        RemoveModule(area, oldName);
        Write(HarbourModule.PathOf(area, newName), text);
        ChangeIndex(area, lines => lines.Append(newName + ".sh"));
    }

    private void ChangeIndex(string area, Func<IEnumerable<string>, IEnumerable<string>> change)
    {
        var path = HarbourModule.IndexOf(area);
        var lines = change(Read(path).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Write(path, string.Concat(lines.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(line => line + "\n")));
    }

    private string Full(string path) => Path.Combine(folder, path);
}
