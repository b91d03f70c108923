using System.Runtime.CompilerServices;

namespace Demarche.Text.Neural;

/// <summary>Floats at an address that does not move, aligned to a cache line, zero at first.</summary>
/// <remarks>The pointer is good for as long as the buffer is reachable; there is nothing to dispose of.</remarks>
internal sealed unsafe class FloatBuffer
{
    private const int Alignment = 64;

    private readonly float[] storage;

    internal FloatBuffer(int length)
    {
        storage = GC.AllocateArray<float>(length + (Alignment / sizeof(float)), pinned: true);
        var address = (nint)Unsafe.AsPointer(ref storage[0]);
        Pointer = (float*)((address + Alignment - 1) / Alignment * Alignment);
        Length = length;
    }

    internal float* Pointer { get; }

    internal int Length { get; }

    internal Span<float> Span => new(Pointer, Length);
}
