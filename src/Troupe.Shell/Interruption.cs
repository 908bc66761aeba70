using System.Runtime.InteropServices;

namespace Troupe.Shell;

/// <summary>Ctrl-C, SIGTERM and a terminal that is closed as a token, asked for only when somebody looks: registering costs a thread.</summary>
public sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly List<PosixSignalRegistration> _registrations = [];

    public CancellationToken Token
    {
        get
        {
            if (_registrations.Count == 0)
            {
                _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel));
                _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel));
                _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGHUP, Cancel));
            }

            return _source.Token;
        }
    }

    public void Dispose()
    {
        _registrations.ForEach(registration => registration.Dispose());
        _source.Dispose();
    }

    private void Cancel(PosixSignalContext context)
    {
        context.Cancel = true;
        _source.Cancel();
    }
}
