using System.Text;
using Troupe.Core;

namespace Troupe.EventLog;

/// <summary>
/// Leases as locks on files <c>NAME.lease</c> in a folder, which hold what their holder says about himself. The system gives a
/// lock back when its process ends, however it ends; children do not inherit it.
/// </summary>
public sealed class FileLease : ILease
{
    private const int MaxHolderLength = 4096;
    private readonly StorageFolder _folder;

    public FileLease(string folder)
        : this(folder, LinuxCalls.Instance)
    {
    }

    internal FileLease(string folder, ISystemCalls calls) => _folder = new StorageFolder(calls, folder);

    public ValueTask<ILeaseHold?> TryAcquireAsync(string name, string holder, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var fileName = FileName(name);
        _folder.RequireLocal();
        var file = _folder.Open(fileName, OpenMode.ReadWrite);
        try
        {
            if (!file.TryLease())
            {
                file.Dispose();
                return new ValueTask<ILeaseHold?>((ILeaseHold?)null);
            }

            var text = Encoding.UTF8.GetBytes(holder);
            file.Clear();
            file.WriteAt(text.AsSpan(0, Math.Min(text.Length, MaxHolderLength)), 0);
            return new ValueTask<ILeaseHold?>(new FileLeaseHold(name, file));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public ValueTask<string?> HolderAsync(string name, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var file = _folder.TryOpenToRead(FileName(name));
        if (file is null || !file.IsLeased())
        {
            return new ValueTask<string?>((string?)null);
        }

        var text = new byte[MaxHolderLength];
        return new ValueTask<string?>(Encoding.UTF8.GetString(text, 0, file.Read(text, 0)));
    }

    private static string FileName(string name)
    {
        var valid = name.Length is > 0 and <= 128 && name[0] != '.'
            && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
        return valid
            ? name + ".lease"
            : throw new TroupeException(ErrorCode.InvalidArgument, $"'{Printable.Escape(name)}' cannot be the name of a lease.");
    }
}
