using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Demarche.Text.Neural;

/// <summary>How a tensor's numbers lie in a file.</summary>
internal enum TensorFormat : byte { Single, Half, SignedByte, UInt64 }

/// <summary>A file of named texts and tensors: all that a trained model is.</summary>
/// <remarks>
/// Little-endian. The magic word, the number of entries; then for each its name, its format (255 for a text), rows, columns,
/// length in bytes, and the bytes, which start at a multiple of 64. Written from the same entries, the bytes are the same.
/// </remarks>
internal sealed class TensorFile
{
    private const ulong Magic = 0x314D_4E4E_4843_4D44; // "DMCHNNM1"

    private const byte TextFormat = 255;

    private readonly string path;

    private readonly byte[] bytes;

    private readonly Dictionary<string, Entry> entries = new(StringComparer.Ordinal);

    private TensorFile(string path, byte[] bytes) => (this.path, this.bytes) = (path, bytes);

    private readonly record struct Entry(byte Format, int Rows, int Columns, int Start, int Length);

    /// <summary>The first 12 hexadecimal digits of the file's SHA-256.</summary>
    internal string Version { get; private set; } = "";

    /// <exception cref="InvalidDataException">The file is not a model, or is cut short.</exception>
    internal static TensorFile Read(string path)
    {
        var file = new TensorFile(path, File.ReadAllBytes(path));
        file.ReadEntries();
        file.Version = Convert.ToHexStringLower(SHA256.HashData(file.bytes))[..12];
        return file;
    }

    internal string Text(string name)
    {
        var entry = Find(name, TextFormat);
        return Encoding.UTF8.GetString(bytes, entry.Start, entry.Length);
    }

    internal (int Rows, int Columns) Shape(string name)
    {
        var entry = Find(name, null);
        return (entry.Rows, entry.Columns);
    }

    /// <summary>The numbers as they lie in the file: each byte is one of them, in two's complement.</summary>
    internal ReadOnlyMemory<byte> SignedBytes(string name)
    {
        var entry = Find(name, (byte)TensorFormat.SignedByte);
        return bytes.AsMemory(entry.Start, entry.Length);
    }

    internal ulong[] UInt64s(string name)
    {
        var entry = Find(name, (byte)TensorFormat.UInt64);
        return MemoryMarshal.Cast<byte, ulong>(bytes.AsSpan(entry.Start, entry.Length)).ToArray();
    }

    /// <summary>The numbers of a tensor of <see cref="TensorFormat.Half"/> or <see cref="TensorFormat.Single"/>, widened.</summary>
    internal NumberBuffer<float> Floats(string name)
    {
        var entry = Find(name, null);
        var result = new NumberBuffer<float>(entry.Rows * entry.Columns);
        var source = bytes.AsSpan(entry.Start, entry.Length);
        if (entry.Format == (byte)TensorFormat.Single) MemoryMarshal.Cast<byte, float>(source).CopyTo(result.Span);
        else if (entry.Format == (byte)TensorFormat.Half) HalfFloats.Widen(MemoryMarshal.Cast<byte, ushort>(source), result.Span);
        else throw Wrong($"'{name}' holds no fractions");
        return result;
    }

    private Entry Find(string name, byte? format)
    {
        if (!entries.TryGetValue(name, out var entry)) throw Wrong($"it has no entry '{name}'");
        return format is null || entry.Format == format ? entry : throw Wrong($"its entry '{name}' is of another kind");
    }

    private InvalidDataException Wrong(string what) =>
        new($"{path} is not a model that this version can read: {what}; train it anew or restore the file.");

    private void ReadEntries()
    {
        if (bytes.Length < 16 || BinaryPrimitives.ReadUInt64LittleEndian(bytes) != Magic) throw Wrong("its first bytes are not those of a model");
        var count = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(8));
        var at = 12;
        for (var i = 0; i < count; i++)
        {
            if (at + 4 > bytes.Length) throw Wrong("it ends too early");
            var nameLength = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));
            if (nameLength is < 0 or > 1000 || at + 4 + nameLength + 13 > bytes.Length) throw Wrong("it ends too early");
            var name = Encoding.UTF8.GetString(bytes, at + 4, nameLength);
            at += 4 + nameLength;
            var format = bytes[at];
            var rows = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at + 1));
            var columns = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at + 5));
            var length = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at + 9));
            var start = Align(at + 13);
            var width = format switch { (byte)TensorFormat.Single => 4, (byte)TensorFormat.Half => 2, (byte)TensorFormat.UInt64 => 8, _ => 1 };
            if (length < 0 || start > bytes.Length - length) throw Wrong("it ends too early");
            if (rows < 0 || columns < 0 || (long)rows * columns * width != length) throw Wrong($"the size of '{name}' does not fit its shape");
            entries.Add(name, new Entry(format, rows, columns, start, length));
            at = start + length;
        }
    }

    private static int Align(int position) => (position + 63) / 64 * 64;

    /// <summary>Collects entries and writes them.</summary>
    internal sealed class Writer
    {
        private readonly List<(string Name, byte Format, int Rows, int Columns, byte[] Bytes)> parts = [];

        internal void Text(string name, string text)
        {
            var content = Encoding.UTF8.GetBytes(text);
            parts.Add((name, TextFormat, 1, content.Length, content));
        }

        internal void Singles(string name, int rows, int columns, ReadOnlySpan<float> values) =>
            parts.Add((name, (byte)TensorFormat.Single, rows, columns, MemoryMarshal.AsBytes(values).ToArray()));

        internal void Halves(string name, int rows, int columns, ReadOnlySpan<float> values)
        {
            var halves = new ushort[values.Length];
            for (var i = 0; i < values.Length; i++) halves[i] = BitConverter.HalfToUInt16Bits((Half)values[i]);
            parts.Add((name, (byte)TensorFormat.Half, rows, columns, MemoryMarshal.AsBytes(halves.AsSpan()).ToArray()));
        }

        internal void SignedBytes(string name, int rows, int columns, ReadOnlySpan<byte> values) =>
            parts.Add((name, (byte)TensorFormat.SignedByte, rows, columns, values.ToArray()));

        internal void UInt64s(string name, ReadOnlySpan<ulong> values) =>
            parts.Add((name, (byte)TensorFormat.UInt64, values.Length, 1, MemoryMarshal.AsBytes(values).ToArray()));

        /// <summary>Writes to a neighbouring name first, so that a reader never meets half a model.</summary>
        internal void Write(string path)
        {
            using (var memory = new MemoryStream())
            {
                using (var writer = new BinaryWriter(memory, Encoding.UTF8, leaveOpen: true))
                {
                    writer.Write(Magic);
                    writer.Write(parts.Count);
                    foreach (var part in parts) Write(writer, part);
                }

                using var target = File.Create(path + ".part");
                memory.WriteTo(target);
            }

            File.Move(path + ".part", path, overwrite: true);
        }

        private static void Write(BinaryWriter writer, (string Name, byte Format, int Rows, int Columns, byte[] Bytes) part)
        {
            var name = Encoding.UTF8.GetBytes(part.Name);
            writer.Write(name.Length);
            writer.Write(name);
            writer.Write(part.Format);
            writer.Write(part.Rows);
            writer.Write(part.Columns);
            writer.Write(part.Bytes.Length);
            writer.Flush();
            var position = (int)writer.BaseStream.Position;
            writer.Write(new byte[Align(position) - position]);
            writer.Write(part.Bytes);
        }
    }
}
