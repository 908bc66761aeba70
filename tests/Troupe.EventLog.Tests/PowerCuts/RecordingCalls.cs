using Microsoft.Win32.SafeHandles;

namespace Troupe.EventLog.Tests;

/// <summary>The real system calls, and a journal of what they did to one folder.</summary>
internal sealed class RecordingCalls(string folder) : ISystemCalls, ISharedMemory
{
    private readonly LinuxCalls _real = LinuxCalls.Instance;
    private readonly Dictionary<nint, string> _paths = [];
    private readonly Dictionary<string, int> _files = [];
    private int _count;

    public List<DiskOperation> Journal { get; } = [];

    /// <summary>Happens once, where a writer that has written is about to sync.</summary>
    public Action? BeforeTurn { get; set; }

    public long Open(string path, OpenMode mode)
    {
        var isNew = mode != OpenMode.Read && !File.Exists(path);
        var descriptor = _real.Open(path, mode);
        if (descriptor >= 0)
        {
            _paths[(nint)descriptor] = path;
            if (isNew && IsWithin(path))
            {
                _files[path] = _count++;
                Journal.Add(new DiskOperation.Create(_files[path], NameOf(path)));
            }
        }

        return descriptor;
    }

    public long Read(SafeFileHandle file, Span<byte> into, long offset) => _real.Read(file, into, offset);

    public long Write(SafeFileHandle file, ReadOnlySpan<byte> bytes)
    {
        _real.Status(file, out var status);
        var written = _real.Write(file, bytes);
        Note(file, status.Length, bytes[..(int)written]);
        return written;
    }

    public long WriteAt(SafeFileHandle file, ReadOnlySpan<byte> bytes, long offset)
    {
        var written = _real.WriteAt(file, bytes, offset);
        Note(file, offset, bytes[..(int)written]);
        return written;
    }

    public long SetLength(SafeFileHandle file, long length)
    {
        if (FileOf(file) is { } number)
        {
            Journal.Add(new DiskOperation.Cut(number));
        }

        return _real.SetLength(file, length);
    }

    public long Sync(SafeFileHandle file)
    {
        var path = _paths[file.DangerousGetHandle()];
        if (FileOf(file) is { } number)
        {
            Journal.Add(new DiskOperation.SyncFile(number));
        }
        else if (path == folder)
        {
            Journal.Add(new DiskOperation.SyncFolder(""));
        }

        // The journal says what a disk would have; the real one need not be waited for.
        return 0;
    }

    public long Lock(SafeFileHandle file) => _real.Lock(file);

    public long TryLease(SafeFileHandle file) => _real.TryLease(file);

    public long EndLease(SafeFileHandle file) => _real.EndLease(file);

    public long IsLeased(SafeFileHandle file) => _real.IsLeased(file);

    public long Unlock(SafeFileHandle file) => _real.Unlock(file);

    public long Status(SafeFileHandle file, out FileStatus status) => _real.Status(file, out status);

    public long Status(SafeFileHandle folder, string path, out FileStatus status) => _real.Status(folder, path, out status);

    public long FileSystemType(SafeFileHandle file) => _real.FileSystemType(file);

    public long Rename(string from, string to)
    {
        var result = _real.Rename(from, to);
        if (result >= 0 && _files.Remove(from, out var number))
        {
            _files[to] = number;
            foreach (var (descriptor, _) in _paths.Where(open => open.Value == from).ToList())
            {
                _paths[descriptor] = to;
            }

            Journal.Add(new DiskOperation.Rename(NameOf(from), NameOf(to)));
        }

        return result;
    }

    public long Map(SafeFileHandle file, int length, out nint address) => _real.Map(file, length, out address);

    public void Unmap(nint address, int length) => _real.Unmap(address, length);

    public long Sleep(nint address, int expected, uint bits, TimeSpan patience) => _real.Sleep(address, expected, bits, patience);

    public long Wake(nint address, int atMost, uint bits) => _real.Wake(address, atMost, bits);

    public long TryTake(SafeFileHandle file, int place)
    {
        var happening = BeforeTurn;
        BeforeTurn = null;
        happening?.Invoke();
        return _real.TryTake(file, place);
    }

    public long GiveBack(SafeFileHandle file, int place) => _real.GiveBack(file, place);

    private void Note(SafeFileHandle file, long offset, ReadOnlySpan<byte> bytes)
    {
        if (FileOf(file) is { } number)
        {
            Journal.Add(new DiskOperation.Write(number, offset, bytes.ToArray()));
        }
    }

    private int? FileOf(SafeFileHandle file) =>
        _paths.TryGetValue(file.DangerousGetHandle(), out var path) && _files.TryGetValue(path, out var number) ? number : null;

    private bool IsWithin(string path) => Path.GetDirectoryName(path) == folder;

    private static string NameOf(string path) => Path.GetFileName(path);
}
