using System.Runtime.CompilerServices;

namespace Demarche.Text.Neural;

/// <summary>Numbers at an address that does not move, aligned to a cache line, zero at first.</summary>
/// <remarks>The pointer is good for as long as the buffer is reachable; there is nothing to dispose of.</remarks>
internal sealed unsafe class NumberBuffer<T>
    where T : unmanaged
{
    private const int Alignment = 64;

    private readonly T[] storage;

    internal NumberBuffer(int length)
    {
        storage = GC.AllocateArray<T>(length + (Alignment / sizeof(T)), pinned: true);
        var address = (nint)Unsafe.AsPointer(ref storage[0]);
        Pointer = (T*)((address + Alignment - 1) / Alignment * Alignment);
        Length = length;
    }

    internal T* Pointer { get; }

    internal int Length { get; }

    internal Span<T> Span => new(Pointer, Length);
}
