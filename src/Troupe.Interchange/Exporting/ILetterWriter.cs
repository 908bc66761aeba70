namespace Troupe.Interchange;

/// <summary>Writes letters in one format. Nothing that readers would take for mail is left behind by an export that failed.</summary>
internal interface ILetterWriter : IAsyncDisposable
{
    /// <summary>How many files were written, so far.</summary>
    int Files { get; }

    /// <summary>How many files were there already as they should be.</summary>
    int Unchanged { get; }

    void Write(Letter letter);

    /// <summary>Gives what was written its name, where it has none yet.</summary>
    void Finish();
}
