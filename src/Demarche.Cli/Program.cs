using System.Runtime.InteropServices;
using Demarche.Cli;

// The first signal ends the run in order: no half-written file, no lost record. A second one of its kind kills.
using var stop = new CancellationTokenSource();
var status = 0;
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => End(signal, ExitStatus.Interrupted));
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => End(signal, ExitStatus.Terminated));
var result = DemarcheCommand.Run(args, Surroundings.OfProcess(), stop.Token);
return result == ExitStatus.Interrupted && status != 0 ? status : result;

void End(PosixSignalContext signal, int exitStatus)
{
    signal.Cancel = !stop.IsCancellationRequested;
    status = exitStatus;
    stop.Cancel();
}
