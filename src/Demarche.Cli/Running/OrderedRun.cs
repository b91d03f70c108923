using System.Buffers;
using System.Runtime.ExceptionServices;

namespace Demarche.Cli;

/// <summary>Turns item after item into output: one thread reads, several work, the calling one writes.</summary>
/// <remarks>
/// The output is in the order of the input and has the same bytes for any number of threads. Only a window of items is
/// held, so that memory does not grow with the input: the reading waits while the window is full. A run serves once.
/// </remarks>
/// <typeparam name="T">What is read: a report, a batch of sentences.</typeparam>
/// <param name="threads">How many work at a time, besides the reading and the writing.</param>
/// <param name="size">The size of an item in characters.</param>
/// <param name="work">
/// Writes what an item gives into an empty buffer, and returns null, or, for one that could not be read, what was wrong with it. Called
/// from several threads at a time.
/// </param>
internal sealed class OrderedRun<T>(int threads, Func<T, int> size, Func<T, ArrayBufferWriter<byte>, string?> work) where T : class
{
    // Enough items for the workers not to wait behind a long one, few enough to be nothing.
    private const int SlotsPerThread = 16;

    // Long items fill the window earlier: 32 million characters, 64 MB; one item may exceed it, alone.
    private const long MostCharacters = 32 * 1024 * 1024;

    // A buffer that one giant item has blown up is not kept.
    private const int MostBytesKept = 1024 * 1024;

    private const int StackBytes = 16 * 1024 * 1024;

    private readonly object _gate = new();
    private readonly Slot[] _slots = [.. Enumerable.Range(0, threads * SlotsPerThread).Select(_ => new Slot())];

    // Items counted from the start: [_written, _taken) are being worked on or done, [_taken, _read) wait for a worker.
    private long _read, _taken, _written;
    private long _characters;
    private bool _ended, _stopped;
    private ExceptionDispatchInfo? _readFault, _workFault;

    /// <summary>Runs to the end of the input.</summary>
    /// <param name="items">Enumerated by a thread of its own; what it throws is thrown again when all before it is written.</param>
    /// <param name="output">Left open and incomplete.</param>
    /// <param name="written">Told of each item after its output was written, with what was wrong with it, if anything.</param>
    /// <param name="stop">Ends the run between two items.</param>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was cancelled.</exception>
    /// <exception cref="CommandException">The output could not be written.</exception>
    internal void Run(IEnumerable<T> items, OutputTarget output, Action<T, string?> written, CancellationToken stop)
    {
        using var registration = stop.Register(Stop);
        Start("reader", () => Read(items));
        for (var i = 0; i < threads; i++) Start($"worker {i + 1}", Work);
        try
        {
            while (WaitForNext() is { } slot)
            {
                stop.ThrowIfCancellationRequested();
                output.Write(slot.Output.WrittenSpan);
                written(slot.Item!, slot.Trouble);
                Release(slot);
            }

            stop.ThrowIfCancellationRequested();
        }
        finally
        {
            Stop();
        }
    }

    // Background threads: one that waits for standard input must not keep the process alive. Deep stacks: pages nest deep.
    private void Start(string name, Action body) => new Thread(() =>
    {
        try
        {
            body();
        }
        catch (OperationCanceledException)
        {
            Stop(); // the writer sees the same cancellation and tells of it
        }
        catch (Exception error)
        {
            Fail(error); // thrown again by the writer
        }
    }, StackBytes)
    { IsBackground = true, Name = name }.Start();

    private void Read(IEnumerable<T> items)
    {
        ExceptionDispatchInfo? fault = null;
        try
        {
            foreach (var item in items)
            {
                if (!Put(item)) return;
            }
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            fault = ExceptionDispatchInfo.Capture(error);
        }

        lock (_gate)
        {
            (_ended, _readFault) = (true, fault);
            Monitor.PulseAll(_gate);
        }
    }

    /// <returns>False when the run was stopped.</returns>
    private bool Put(T item)
    {
        var length = size(item);
        lock (_gate)
        {
            while (!_stopped && !HasRoomFor(length)) Monitor.Wait(_gate);
            if (_stopped) return false;
            var slot = _slots[_read++ % _slots.Length];
            (slot.Item, slot.Size) = (item, length);
            _characters += length;
            Monitor.PulseAll(_gate);
            return true;
        }
    }

    private bool HasRoomFor(int length) =>
        _read == _written || (_read - _written < _slots.Length && _characters + length <= MostCharacters);

    private void Work()
    {
        while (Take() is { } slot)
        {
            slot.Trouble = work(slot.Item!, slot.Output);
            lock (_gate)
            {
                slot.IsDone = true;
                Monitor.PulseAll(_gate);
            }
        }
    }

    private Slot? Take()
    {
        lock (_gate)
        {
            while (!_stopped && !_ended && _taken == _read) Monitor.Wait(_gate);
            return _stopped || _taken == _read ? null : _slots[_taken++ % _slots.Length];
        }
    }

    /// <returns>The next item in order, when its work is done; null at the end of the input and when the run is stopped.</returns>
    private Slot? WaitForNext()
    {
        lock (_gate)
        {
            var slot = _slots[_written % _slots.Length];
            while (!_stopped && !slot.IsDone && !(_ended && _written == _read)) Monitor.Wait(_gate);
            _workFault?.Throw();
            if (!_stopped && !slot.IsDone) _readFault?.Throw();
            return _stopped || !slot.IsDone ? null : slot;
        }
    }

    private void Release(Slot slot)
    {
        lock (_gate)
        {
            _characters -= slot.Size;
            slot.Clear();
            _written++;
            Monitor.PulseAll(_gate);
        }
    }

    private void Stop()
    {
        lock (_gate)
        {
            _stopped = true;
            Monitor.PulseAll(_gate);
        }
    }

    private void Fail(Exception error)
    {
        lock (_gate)
        {
            _workFault ??= ExceptionDispatchInfo.Capture(error);
            _stopped = true;
            Monitor.PulseAll(_gate);
        }
    }

    private sealed class Slot
    {
        internal T? Item { get; set; }

        internal int Size { get; set; }

        internal ArrayBufferWriter<byte> Output { get; private set; } = new();

        internal string? Trouble { get; set; }

        internal bool IsDone { get; set; }

        internal void Clear()
        {
            (Item, Trouble, IsDone) = (null, null, false);
            if (Output.Capacity > MostBytesKept) Output = new();
            else Output.ResetWrittenCount();
        }
    }
}
