using Demarche.Text.Neural;

namespace Demarche.Text.Tests.Neural;

public sealed class TensorFileTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), $"tensors-{Guid.NewGuid():n}.bin");

    public void Dispose() => File.Delete(path);

    [Fact]
    public void What_was_written_is_read()
    {
        WriteSample();

        var file = TensorFile.Read(path);

        Assert.Equal("häfen", file.Text("words"));
        Assert.Equal((2, 3), file.Shape("single"));
        Assert.Equal([1f, 2f, 3f, 4f, 5f, 6.1f], file.Floats("single").Span.ToArray());
        Assert.Equal([0.5f, -0.25f], file.Floats("half").Span.ToArray());
        Assert.Equal([129, 5, 127], file.SignedBytes("bytes").ToArray());
        Assert.Equal([ulong.MaxValue, 3], file.UInt64s("keys"));
        Assert.Matches("^[0-9a-f]{12}$", file.Version);
    }

    [Fact]
    public void A_file_cut_short_anywhere_is_refused()
    {
        WriteSample();
        var whole = File.ReadAllBytes(path);

        for (var length = 0; length < whole.Length; length += 7)
        {
            File.WriteAllBytes(path, whole[..length]);

            Assert.Throws<InvalidDataException>(() => TensorFile.Read(path));
        }
    }

    [Fact]
    public void A_missing_entry_is_named()
    {
        WriteSample();

        var error = Assert.Throws<InvalidDataException>(() => TensorFile.Read(path).Floats("arc"));

        Assert.Equal($"{path} is not a model that this version can read: it has no entry 'arc'; train it anew or restore the file.", error.Message);
    }

    private void WriteSample()
    {
        var writer = new TensorFile.Writer();
        writer.Text("words", "häfen");
        writer.Singles("single", 2, 3, [1f, 2f, 3f, 4f, 5f, 6.1f]);
        writer.Halves("half", 1, 2, [0.5f, -0.25f]);
        writer.SignedBytes("bytes", 1, 3, [129, 5, 127]);
        writer.UInt64s("keys", [ulong.MaxValue, 3]);
        writer.Write(path);
    }
}
